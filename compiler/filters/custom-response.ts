import type { ReplacedResponse } from '../2-validate/generated/types.ts';
import { operatorMistakes } from '../2-validate/formats/json-operators.ts';
import { jsonObject } from '../4-lower/json-value.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

const CUSTOM_RESPONSE = 'envoy.extensions.filters.http.custom_response.v3.CustomResponse';
const LOCAL_RESPONSE = 'envoy.extensions.http.custom_response.local_response_policy.v3.LocalResponsePolicy';
const REDIRECT = 'envoy.extensions.http.custom_response.redirect_policy.v3.RedirectPolicy';

type Matcher = Messages['xds.type.matcher.v3.Matcher'];
type FieldMatcher = Messages['xds.type.matcher.v3.Matcher.MatcherList.FieldMatcher'];
type Predicate = Messages['xds.type.matcher.v3.Matcher.MatcherList.Predicate'];
type LocalResponse = Messages[typeof LOCAL_RESPONSE];
type Redirect = Messages[typeof REDIRECT];
type ResponseHeaders = Pick<LocalResponse, 'response_headers_to_add'>;

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
  const given = (['body', 'template', 'json', 'redirect'] as const).filter((field) => response[field] !== undefined);
  if (given.length > 1) report('mutually-exclusive', `${pointer}/${given[1] ?? ''}`, { fields: given });
  else if (response.redirect && response.contentType !== undefined)
    report('needless-field', `${pointer}/contentType`, { field: 'contentType', beside: 'redirect' });
  if (given.length === 0 && response.contentType !== undefined)
    report('needs-field', `${pointer}/contentType`, { what: '"contentType"', needs: '"body", "template" or "json"' });
  for (const { pointer: at, text, problem } of operatorMistakes(response.json, `${pointer}/json`))
    report('invalid-operator', at, { text, problem });
}

const fieldMatcher = (response: ReplacedResponse): FieldMatcher => ({
  predicate: isFrom(response.from, anyOf(response.when.map(hasStatus))),
  on_match: {
    action: response.redirect
      ? { name: 'redirect', typed_config: any(REDIRECT, redirect(response.redirect.path, response)) }
      : { name: 'local-response', typed_config: any(LOCAL_RESPONSE, localResponse(response)) },
  },
});

function isFrom(from: ReplacedResponse['from'], predicate: Predicate): Predicate {
  if (from === 'anywhere') return predicate;
  const local: Predicate = {
    single_predicate: {
      input: { name: 'local-reply', typed_config: any('envoy.type.matcher.v3.HttpResponseLocalReplyMatchInput', {}) },
      value_match: { exact: String(from === 'envoy') },
    },
  };
  return { and_matcher: { predicate: [local, predicate] } };
}

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

/** The host stays that of the request: what other hosts there are depends on the listener and its connections. */
const redirect = (path: string, { statusCode, headers }: ReplacedResponse): Redirect => ({
  redirect_action: { path_redirect: path },
  ...(statusCode !== undefined && { status_code: statusCode }),
  ...setHeaders(headers),
});

function localResponse({ statusCode, body, template, json, contentType, headers }: ReplacedResponse): LocalResponse {
  const type = contentType ?? (json && 'application/json');
  return {
    ...(statusCode !== undefined && { status_code: statusCode }),
    ...(body !== undefined && { body: { inline_string: body } }),
    ...(template !== undefined && { body_format: { text_format_source: { inline_string: template } } }),
    ...(json && { body_format: { json_format: jsonObject(json) } }),
    // Envoy gives every body the type text/plain, whatever its format says, and sets headers after that.
    ...setHeaders([...(type === undefined ? [] : [{ name: 'content-type', value: type }]), ...headers]),
  };
}

const setHeaders = (headers: ReplacedResponse['headers']): ResponseHeaders =>
  headers.length === 0
    ? {}
    : {
        response_headers_to_add: headers.map(({ name, value }) => ({
          header: { key: name, value },
          append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' as const,
        })),
      };
