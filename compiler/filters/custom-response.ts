import type { ReplacedResponse } from '../2-validate/generated/types.ts';
import { operatorMistakes } from '../2-validate/formats/json-operators.ts';
import { jsonObject } from '../4-lower/json-value.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

const CUSTOM_RESPONSE = 'envoy.extensions.filters.http.custom_response.v3.CustomResponse';
const POLICY = 'envoy.extensions.http.custom_response.local_response_policy.v3.LocalResponsePolicy';

type Matcher = Messages['xds.type.matcher.v3.Matcher'];
type FieldMatcher = Messages['xds.type.matcher.v3.Matcher.MatcherList.FieldMatcher'];
type Predicate = Messages['xds.type.matcher.v3.Matcher.MatcherList.Predicate'];
type Policy = Messages[typeof POLICY];

/** Source: envoy/extensions/filters/http/custom_response/v3/custom_response.proto */
export default defineFilter('custom-response', {
  phase: 'custom-response',
  envoyFilter: 'envoy.filters.http.custom_response',
  resting: any(CUSTOM_RESPONSE, {}),
  // Envoy goes on to the outer configurations if nothing in the inner one fits.
  mergesLevels: true,
  lower: ({ responses }, context) => {
    for (const [place, response] of responses.entries()) checkBody(response, `/responses/${place}`, context);
    const matcher: Matcher = { matcher_list: { matchers: responses.map(fieldMatcher) } };
    return { perRoute: any(CUSTOM_RESPONSE, { custom_response_matcher: matcher }) };
  },
});

function checkBody(response: ReplacedResponse, pointer: string, { report }: FilterContext): void {
  const given = (['body', 'template', 'json'] as const).filter((field) => response[field] !== undefined);
  if (given.length > 1) report('mutually-exclusive', `${pointer}/${given[1] ?? ''}`, { fields: given });
  if (given.length === 0 && response.contentType !== undefined)
    report('needs-field', `${pointer}/contentType`, { what: '"contentType"', needs: '"body", "template" or "json"' });
  for (const { pointer: at, text, problem } of operatorMistakes(response.json, `${pointer}/json`))
    report('invalid-operator', at, { text, problem });
}

const fieldMatcher = (response: ReplacedResponse): FieldMatcher => ({
  predicate: anyOf(response.when.map(hasStatus)),
  on_match: { action: { name: 'local-response', typed_config: any(POLICY, policy(response)) } },
});

const anyOf = (predicates: readonly Predicate[]): Predicate => {
  const [only] = predicates;
  return only && predicates.length === 1 ? only : { or_matcher: { predicate: predicates } };
};

/** Source: envoy/type/matcher/v3/http_inputs.proto */
const hasStatus = (status: ReplacedResponse['when'][number]): Predicate => ({
  single_predicate: {
    input:
      typeof status === 'string'
        ? {
            name: 'status-class',
            typed_config: any('envoy.type.matcher.v3.HttpResponseStatusCodeClassMatchInput', {}),
          }
        : { name: 'status', typed_config: any('envoy.type.matcher.v3.HttpResponseStatusCodeMatchInput', {}) },
    value_match: { exact: String(status) },
  },
});

function policy({ statusCode, body, template, json, contentType, headers }: ReplacedResponse): Policy {
  const type = contentType ?? (json && 'application/json');
  const set = [...(type === undefined ? [] : [{ name: 'content-type', value: type }]), ...headers];
  return {
    ...(statusCode !== undefined && { status_code: statusCode }),
    ...(body !== undefined && { body: { inline_string: body } }),
    ...(template !== undefined && { body_format: { text_format_source: { inline_string: template } } }),
    ...(json && { body_format: { json_format: jsonObject(json) } }),
    // Envoy gives every body the type text/plain, whatever its format says, and sets headers after that.
    ...(set.length > 0 && {
      response_headers_to_add: set.map(({ name, value }) => ({
        header: { key: name, value },
        append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' as const,
      })),
    }),
  };
}
