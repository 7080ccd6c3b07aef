import type { HeaderToMetadataRule, MissingHeader, PresentHeader } from '../2-validate/generated/types.ts';
import { wrongGroup } from '../2-validate/formats/regex.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

const CONFIG = 'envoy.extensions.filters.http.header_to_metadata.v3.Config';

type Rule = Messages['envoy.extensions.filters.http.header_to_metadata.v3.Config.Rule'];
type KeyValuePair = Messages['envoy.extensions.filters.http.header_to_metadata.v3.Config.KeyValuePair'];

/** Source: envoy/extensions/filters/http/header_to_metadata/v3/header_to_metadata.proto */
export default defineFilter('header-to-metadata', {
  phase: 'metadata',
  envoyFilter: 'envoy.filters.http.header_to_metadata',
  resting: any(CONFIG, {}),
  lower: ({ request, response }, context) => {
    for (const [place, rule] of (request ?? []).entries()) checkRule(rule, `/request/${place}`, context);
    for (const [place, rule] of (response ?? []).entries()) {
      checkRule(rule, `/response/${place}`, context);
      if (rule.cookie !== undefined)
        context.report('needless-field', `/response/${place}/cookie`, { field: 'cookie', beside: 'response' });
    }
    return {
      perRoute: any(CONFIG, {
        ...(request && { request_rules: request.map(lowerRule) }),
        ...(response && { response_rules: response.map(lowerRule) }),
      }),
    };
  },
});

function checkRule(rule: HeaderToMetadataRule, pointer: string, { report }: FilterContext): void {
  const { cookie, onPresent, remove } = rule;
  if (cookie !== undefined && remove)
    report('needless-field', `${pointer}/remove`, { field: 'remove', beside: 'cookie' });
  const { value, rewrite } = onPresent ?? {};
  if (!rewrite) return;
  const place = `${pointer}/onPresent/rewrite`;
  if (value !== undefined) report('mutually-exclusive', place, { fields: ['value', 'rewrite'] });
  const wrong = wrongGroup(rewrite.pattern, rewrite.substitution);
  if (wrong) report('unknown-group', `${place}/substitution`, wrong);
}

const lowerRule = ({ header, cookie, onPresent, onMissing, remove }: HeaderToMetadataRule): Rule => ({
  ...(header !== undefined && { header }),
  ...(cookie !== undefined && { cookie }),
  ...(onPresent && { on_header_present: present(onPresent) }),
  ...(onMissing && { on_header_missing: missing(onMissing) }),
  ...(remove && { remove: true }),
});

const present = ({ encoding, value, rewrite, ...target }: PresentHeader): KeyValuePair => ({
  ...place(target),
  ...(value !== undefined && { value }),
  ...(encoding === 'base64' && { encode: 'BASE64' }),
  ...(rewrite && { regex_value_rewrite: { pattern: { regex: rewrite.pattern }, substitution: rewrite.substitution } }),
});

const missing = ({ value, ...target }: MissingHeader): KeyValuePair => ({ ...place(target), value });

const place = ({ namespace, key, as }: Pick<MissingHeader, 'namespace' | 'key' | 'as'>): KeyValuePair => ({
  metadata_namespace: namespace,
  key,
  type: as === 'number' ? 'NUMBER' : 'STRING',
});
