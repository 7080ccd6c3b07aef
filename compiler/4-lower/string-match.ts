import type { StringMatch } from '../2-validate/generated/types.ts';
import type { Messages } from '../xds/index.ts';

/** The conditions that matches of headers, query parameters and origins share. */
export type StringCondition = Pick<StringMatch, 'exact' | 'prefix' | 'suffix' | 'contains' | 'regex' | 'ignoreCase'>;

/** Source: envoy/type/matcher/v3/string.proto */
export function stringMatch(condition: StringCondition): Messages['envoy.type.matcher.v3.StringMatcher'] {
  const { exact, prefix, suffix, contains, regex, ignoreCase } = condition;
  return {
    ...(exact !== undefined && { exact }),
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    ...(contains !== undefined && { contains }),
    ...(regex !== undefined && { safe_regex: { regex } }),
    ...(ignoreCase && { ignore_case: true }),
  };
}
