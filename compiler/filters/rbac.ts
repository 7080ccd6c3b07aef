import type { ClaimMatch, Rbac, RbacPath, RbacRule } from '../2-validate/generated/types.ts';
import { checkHeaderMatches } from '../3-link/route/match-rules.ts';
import { claimMatch } from '../4-lower/route/claim-match.ts';
import { principalInRange } from '../4-lower/cidr.ts';
import { withoutSlash } from '../3-link/route/paths.ts';
import { headerMatch, methodMatch } from '../4-lower/route/match.ts';
import { stringMatch } from '../4-lower/string-match.ts';
import { repetitions } from '../repetitions.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type Rules = Messages['envoy.config.rbac.v3.RBAC'];
type Principal = Messages['envoy.config.rbac.v3.Principal'];

/**
 * One policy a rule, named after it. All conditions stand on the side of the principal, which knows those on the request
 * too: so a rule can be negated as a whole.
 *
 * Source: envoy/extensions/filters/http/rbac/v3/rbac.proto and envoy/config/rbac/v3/rbac.proto
 */
export default defineFilter('rbac', {
  phase: 'authorization',
  envoyFilter: 'envoy.filters.http.rbac',
  resting: any('envoy.extensions.filters.http.rbac.v3.RBAC', {}),
  reads: (rbac) =>
    (['allow', 'deny'] as const).flatMap((list) =>
      (rbac[list] ?? []).flatMap(({ claims = [] }, rule) =>
        claims.map(({ provider }, place) => ({ provider, pointer: `/${list}/${rule}/claims/${place}/provider` })),
      ),
    ),
  lower: (rbac, { report }) => {
    checkRules(rbac, report);
    return {
      perRoute: any('envoy.extensions.filters.http.rbac.v3.RBACPerRoute', {
        rbac: rbac.shadow ? { shadow_rules: rulesOf(rbac) } : { rules: rulesOf(rbac) },
      }),
    };
  },
});

/** Envoy's rules either all allow or all deny, so that where there are both, whoever is allowed must not be denied. */
function rulesOf({ allow, deny = [], address }: Rbac): Rules {
  const denied = deny.map((rule) => principalOf(rule, address));
  if (!allow) return { action: 'DENY', policies: policies(deny, denied) };
  const allowed = allow.map((rule) => principalOf(rule, address));
  if (denied.length === 0) return { action: 'ALLOW', policies: policies(allow, allowed) };
  const notDenied: Principal = { not_id: anyOf(denied) };
  return {
    action: 'ALLOW',
    policies: policies(
      allow,
      allowed.map((principal) => allOf([principal, notDenied])),
    ),
  };
}

const policies = (rules: readonly RbacRule[], principals: readonly Principal[]): NonNullable<Rules['policies']> =>
  Object.fromEntries(
    rules.map(({ name }, place) => [
      name,
      { permissions: [{ any: true }], principals: principals.slice(place, place + 1) },
    ]),
  );

function principalOf(rule: RbacRule, address: Rbac['address']): Principal {
  const { methods, paths, headers = [], addresses, subjectAltNames, claims = [] } = rule;
  return allOf([
    ...(methods ? [{ header: methodMatch(methods) }] : []),
    ...(paths ? [anyOf(paths.flatMap(pathConditions))] : []),
    ...headers.map((condition) => ({ header: headerMatch(condition) })),
    ...(addresses ? [anyOf(addresses.map((range) => principalInRange(range, address)))] : []),
    ...(subjectAltNames
      ? [anyOf(subjectAltNames.map((name) => ({ authenticated: { principal_name: stringMatch(name) } })))]
      : []),
    ...claims.map(claimCondition),
  ]);
}

const allOf = (ids: readonly Principal[]): Principal => only(ids) ?? { and_ids: { ids } };

const anyOf = (ids: readonly Principal[]): Principal => only(ids) ?? { or_ids: { ids } };

const only = (ids: readonly Principal[]): Principal | undefined => (ids.length === 1 ? ids[0] : undefined);

function pathConditions({ exact, prefix, regex, ignoreCase }: RbacPath): readonly Principal[] {
  const on = (condition: Parameters<typeof stringMatch>[0]): Principal => ({
    url_path: { path: stringMatch({ ...condition, ignoreCase }) },
  });
  if (exact !== undefined) return [on({ exact, ignoreCase })];
  if (regex !== undefined) return [on({ regex, ignoreCase })];
  const base = withoutSlash(prefix ?? '/');
  const below = on({ prefix: `${base}/`, ignoreCase });
  return base === '' ? [below] : [on({ exact: base, ignoreCase }), below];
}

const claimCondition = (condition: ClaimMatch): Principal => ({
  sourced_metadata: { metadata_matcher: claimMatch(condition) },
});

function checkRules(rbac: Rbac, report: FilterContext['report']): void {
  for (const list of ['allow', 'deny'] as const) {
    const rules = rbac[list] ?? [];
    for (const { item, first, second } of repetitions(rules, ({ name }) => name))
      report('duplicate-item', `/${list}/${second}/name`, { value: item.name, first, second });
    for (const [place, rule] of rules.entries()) {
      checkIgnoreCase(rule, `/${list}/${place}`, report);
      checkHeaderMatches(rule.headers ?? [], `/${list}/${place}/headers`, report);
    }
  }
}

function checkIgnoreCase(rule: RbacRule, pointer: string, report: FilterContext['report']): void {
  for (const list of ['paths', 'headers', 'subjectAltNames', 'claims'] as const) {
    for (const [place, condition] of (rule[list] ?? []).entries()) {
      const beside = CASELESS.find((field) => Object.hasOwn(condition, field));
      if (condition.ignoreCase && beside !== undefined)
        report('needless-field', `${pointer}/${list}/${place}/ignoreCase`, { field: 'ignoreCase', beside });
    }
  }
}

/** Conditions for which upper and lower case have no meaning. */
const CASELESS = ['regex', 'present', 'includes', 'boolean'];
