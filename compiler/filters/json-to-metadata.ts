import type {
  JsonFallback,
  JsonToMetadataRule,
  JsonToMetadataRules,
  PresentJson,
} from '../2-validate/generated/types.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

const CONFIG = 'envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata';

type MatchRules = Messages['envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.MatchRules'];
type Rule = Messages['envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule'];
type KeyValuePair = Messages['envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair'];

/** Source: envoy/extensions/filters/http/json_to_metadata/v3/json_to_metadata.proto */
export default defineFilter('json-to-metadata', {
  phase: 'metadata',
  envoyFilter: 'envoy.filters.http.json_to_metadata',
  resting: any(CONFIG, {}),
  lower: ({ request, response }) => ({
    perRoute: any(CONFIG, {
      ...(request && { request_rules: lowerRules(request) }),
      ...(response && { response_rules: lowerRules(response) }),
    }),
  }),
});

const lowerRules = ({ rules, contentTypes, withoutContentType }: JsonToMetadataRules): MatchRules => ({
  rules: rules.map(lowerRule),
  allow_content_types: contentTypes,
  ...(withoutContentType === 'read' && { allow_empty_content_type: true }),
});

const lowerRule = ({ path, onPresent, onMissing, onError }: JsonToMetadataRule): Rule => ({
  selectors: path.map((key) => ({ key })),
  ...(onPresent && { on_present: present(onPresent) }),
  ...(onMissing && { on_missing: fallback(onMissing) }),
  ...(onError && { on_error: fallback(onError) }),
});

const TYPES = { value: 'PROTOBUF_VALUE', string: 'STRING', number: 'NUMBER' } as const;

const present = ({ as, value, ...target }: PresentJson): KeyValuePair => ({
  ...place(target),
  type: TYPES[as],
  ...(value !== undefined && { value }),
});

const fallback = ({ value, ...target }: JsonFallback): KeyValuePair => ({ ...place(target), value });

const place = ({ namespace, key, whenSet }: Pick<JsonFallback, 'namespace' | 'key' | 'whenSet'>): KeyValuePair => ({
  metadata_namespace: namespace,
  key,
  ...(whenSet === 'keep' && { preserve_existing_metadata_value: true }),
});
