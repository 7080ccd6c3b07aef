/** Which API keys are kept together: those of which one or another will do are the same keys, sent in different ways. */
import type { Requirement } from './requirements.ts';
import type { ApiKeyScheme } from './schemes.ts';

/** For each scheme all that share its keys, itself among them; not there for one that stands alone. */
export type KeyGroups = ReadonlyMap<ApiKeyScheme, readonly ApiKeyScheme[]>;

export function keyGroupsOf(requirements: readonly Requirement[]): KeyGroups {
  const groups = new Map<ApiKeyScheme, readonly ApiKeyScheme[]>();
  for (const { mode, demands } of requirements.flatMap(({ ways }) => ways)) {
    const keys = demands.map(({ scheme }) => scheme).filter((scheme) => scheme.kind === 'api-key');
    if (mode === 'all' || new Set(keys).size < 2) continue;
    const joined = [...new Set(keys.flatMap((key) => groups.get(key) ?? [key]))];
    for (const key of joined) groups.set(key, joined);
  }
  return groups;
}
