/** Fields and enum values that Envoy's API has given up. */
import type { Problem } from './rules/check.ts';

export interface Deprecation {
  /** The version of the API that deprecated it, if the API says so, for example `3.0`. */
  readonly since: string | undefined;
  /** The API disallows it by default; only a runtime flag of Envoy's allows it. */
  readonly isRefused: boolean;
}

/** Reads `deprecated:3.0`, `refused:3.0` or `deprecated:` from the table. */
export function readDeprecation(text: string): Deprecation {
  const [kind, since] = text.split(':');
  return { since: since === '' ? undefined : since, isRefused: kind === 'refused' };
}

export function deprecationProblem({ since, isRefused }: Deprecation): Problem {
  const when = since === undefined ? '' : ` since version ${since} of the API`;
  return { rule: 'deprecated', message: `is deprecated${when}${isRefused ? ', and disallowed by default' : ''}` };
}
