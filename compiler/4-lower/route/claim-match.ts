/** Conditions on claims, for filters and routes. Source: envoy/type/matcher/v3/metadata.proto. */
import type { ClaimMatch } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import { CLAIMS_FROM, claimKeys } from '../claim.ts';
import { stringMatch } from '../string-match.ts';

type Value = Messages['envoy.type.matcher.v3.ValueMatcher'];

/** A claim that is absent, or of another type, fulfils no condition. */
export const claimMatch = (condition: ClaimMatch): Messages['envoy.type.matcher.v3.MetadataMatcher'] => ({
  filter: CLAIMS_FROM,
  path: claimKeys(condition.provider, condition.claim),
  value: claimValue(condition),
});

function claimValue(condition: ClaimMatch): Value {
  const { includes, boolean, present } = condition;
  if (present) return { present_match: true };
  if (boolean !== undefined) return { bool_match: boolean };
  if (includes === undefined) return { string_match: stringMatch(condition) };
  const item: Value = { list_match: { one_of: { string_match: { exact: includes } } } };
  return { or_match: { value_matchers: [item, { string_match: { safe_regex: { regex: wordOf(includes) } } }] } };
}

/** An expression for texts that have the word between spaces. */
const wordOf = (word: string): string => `(.* )?${word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}( .*)?`;
