/** Ways through → Filter documents, and the Secrets and Upstreams that those need. */
import type { RbacRule } from '../../2-validate/generated/types.ts';
import { draft, type AnyDraft, type Written, type WrittenSpec } from '../draft.ts';
import { toName } from '../names.ts';
import { keyPlaceOf, textOf } from '../source.ts';
import type { Api } from './api.ts';
import { apiKeyParts, basicParts, jwtParts, type FilterContext, type Parts } from './filters.ts';
import { keyGroupsOf } from './key-groups.ts';
import { loginParts } from './login.ts';
import type { OpenapiOptions } from './options.ts';
import { remarkScopes, type Demand, type Requirement, type Way } from './requirements.ts';
import type { FilterUse, Protect } from './variants.ts';

export interface Protection {
  readonly protect: Protect;
  /** What has been made so far. */
  readonly drafts: () => readonly AnyDraft[];
}

/** @param requirements all that will be asked for */
export function createProtection(
  api: Api,
  { namespace }: OpenapiOptions,
  requirements: readonly Requirement[],
): Protection {
  const context = { api, namespace, keyGroups: keyGroupsOf(requirements) };
  const made = new Map<string, AnyDraft>();
  const keep = (one: AnyDraft): void => void made.set(`${one.kind}/${one.metadata.name}`, one);
  const use = (name: string, suffix: string, { spec, others, comments }: Parts): FilterUse => {
    const document = `${api.name}-${suffix}`;
    keep(draft('Filter', { name: document, namespace }, { ...spec, name } as WrittenSpec<'Filter'>, { comments }));
    others.forEach(keep);
    return { name, filter: { type: 'reference', filter: document } };
  };
  return {
    protect: (way, whenMissing = 'deny') => [
      ...filtersOf(context, way, whenMissing).map(([name, parts]) => use(name, name, parts)),
      ...scopesOf(api, way).map(([document, parts]) => use('scopes', document, parts)),
    ],
    drafts: () => [...made.values()],
  };
}

type NamedParts = readonly (readonly [name: string, parts: Parts])[];

function filtersOf(context: FilterContext, { mode, demands }: Way, whenMissing: 'deny' | 'allow'): NamedParts {
  const groups = mode === 'any' ? [demands] : demands.map((demand) => [demand]);
  return groups.flatMap((group): NamedParts => {
    const schemes = [...new Set(group.map(({ scheme }) => scheme))];
    const name = toName(schemes.map((scheme) => scheme.name).join('-or-'));
    const tokens = schemes.filter((scheme) => scheme.kind === 'jwt');
    const keys = schemes.filter((scheme) => scheme.kind === 'api-key');
    if (tokens.length > 0)
      return [[whenMissing === 'allow' ? `${name}-optional` : name, jwtParts(context, name, tokens, whenMissing)]];
    if (keys.length > 0) return [[name, apiKeyParts(context, mode, keys)]];
    return schemes.flatMap((scheme): NamedParts => {
      if (scheme.kind === 'basic-auth') return [[name, basicParts(context, name, scheme)]];
      return scheme.kind === 'oidc' ? [[name, loginParts(context, name, scheme)]] : [];
    });
  });
}

/** Scopes are a condition on a claim of the token, which the filter `rbac` checks. */
function scopesOf(api: Api, { mode, demands }: Way): NamedParts {
  for (const demand of demands) if (demand.scopes.length > 0 && demand.scheme.kind !== 'jwt') remarkScopes(api, demand);
  const tokens = demands.filter(({ scheme }) => scheme.kind === 'jwt');
  const scoped = tokens.filter(({ scopes }) => scopes.length > 0);
  if (scoped.length === 0) return [];
  if (mode === 'any' && scoped.length < tokens.length) {
    scoped.forEach((demand) => remarkScopes(api, demand));
    return [];
  }
  for (const demand of scoped) remarkClaim(api, demand);
  const allow = mode === 'any' ? scoped.map((demand, index) => ruleOf(api, [demand], index)) : [ruleOf(api, scoped, 0)];
  const words = scoped.flatMap(({ scheme, scopes }) => [scheme.name, ...scopes]);
  return [[toName(words.join('-')), { spec: { type: 'rbac', allow }, others: [] }]];
}

const ruleOf = (api: Api, demands: readonly Demand[], index: number): Written<RbacRule> => ({
  name: index === 0 ? 'scopes' : `scopes-${index + 1}`,
  claims: demands.flatMap((demand) =>
    demand.scopes.map((scope) => ({ provider: demand.scheme.name, claim: claimOf(api, demand), includes: scope })),
  ),
});

const CLAIM = 'x-enroute-scope-claim';

const claimOf = ({ reader }: Api, { scheme }: Demand): string => textOf(reader.field(scheme.source, CLAIM)) ?? 'scope';

const remarkClaim = (api: Api, demand: Demand): void => {
  if (api.reader.field(demand.scheme.source, CLAIM)) return;
  const { title, source } = demand.scheme;
  api.remark(
    'approximated',
    keyPlaceOf(source),
    `scopes of ${JSON.stringify(title)} are looked for in the claim "scope", as RFC 9068 has it`,
    `if your tokens have them elsewhere, say so: "${CLAIM}": "scp"`,
  );
};
