/** Who may do what: a pure function of the access policy. What is not allowed is denied. */
import type { RoleBinding } from '../../compiler/2-validate/generated/types.ts';
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { Principal } from './principal.ts';

export const ACTIONS = ['read', 'write', 'publish', 'administer'] as const;
/**
 * - `read`: documents, revisions, the fleet;
 * - `write`: documents, endpoints;
 * - `publish`: bundles, of earlier revisions too, and rollouts;
 * - `administer`: workspaces and their settings.
 */
export type Action = (typeof ACTIONS)[number];

export type Role = RoleBinding['role'];

/** What each role may do. */
export const ROLES: Readonly<Record<Role, readonly Action[]>> = {
  viewer: ['read'],
  editor: ['read', 'write'],
  publisher: ['read', 'publish'],
  admin: ACTIONS,
};

/** What one binding of the access policy allows, and to what; absent limits: everything. */
export interface Grant extends Pick<RoleBinding, 'role' | 'gateways' | 'namespaces' | 'labels'> {
  readonly actions: readonly Action[];
}

/** The bindings that fit the caller, without what they fit it by: that names other callers, or says what claims count. */
export const grantsOf = (bindings: readonly RoleBinding[], principal: Principal): readonly Grant[] =>
  bindings
    .filter((binding) => isBound(binding, principal))
    .map(({ role, gateways, namespaces, labels }) => ({
      role,
      actions: ROLES[role],
      ...(gateways && { gateways }),
      ...(namespaces && { namespaces }),
      ...(labels && { labels }),
    }));

/** What somebody wants to do, and to what. */
export interface Permission {
  readonly action: Action;
  /** Of the document or the gateway; absent: it concerns all namespaces. */
  readonly namespace?: string;
  /** Of the document; absent: it has none. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The gateways that it concerns; `all`: any that there may be. */
  readonly gateways: readonly GatewayName[] | 'all';
}

/**
 * Whether a permission is asked for as it is, or for whatever part of it the caller has: lists show what it may see. With a
 * namespace: whatever part of what is in that.
 */
export type Scope = 'whole' | 'some';

export type Decision =
  | { readonly allowed: true; readonly role: Role }
  /** One sentence for the caller. */
  | { readonly allowed: false; readonly reason: string };

/** Whether the bindings let the caller do this; `some`: whether there is anything at all that they let it do so with. */
export function decide(
  bindings: readonly RoleBinding[],
  principal: Principal,
  permission: Permission,
  scope: Scope = 'whole',
): Decision {
  const own = bindings.filter((binding) => isBound(binding, principal));
  const able = own.filter(({ role }) => ROLES[role].includes(permission.action));
  const found = able.find((binding) => (scope === 'some' ? isOf(binding, permission) : reaches(binding, permission)));
  if (found) return { allowed: true, role: found.role };
  return { allowed: false, reason: reasonFor(own, able, permission) };
}

function isBound({ claims, issuer, apiKeys }: RoleBinding, principal: Principal): boolean {
  if (principal.kind === 'local') return true;
  if (apiKeys) return principal.kind === 'api-key' && apiKeys.includes(principal.name);
  if (!claims || principal.kind === 'api-key') return false;
  if (issuer !== undefined && issuer !== principal.issuer) return false;
  return Object.entries(claims).every(([claim, wanted]) =>
    valuesOf(principal, claim).some((value) => fits(wanted, value)),
  );
}

function valuesOf({ claims }: Principal, claim: string): readonly string[] {
  const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  // Source: RFC 8693, section 4.2: the scopes of a token are words in one text.
  if (claim === 'scope' && typeof value === 'string') return value.split(' ');
  return [value].flat().flatMap((each) => (typeof each === 'object' || each === undefined ? [] : [String(each)]));
}

const fits = (wanted: string, value: string): boolean =>
  wanted.endsWith('*') ? value.startsWith(wanted.slice(0, -1)) : value === wanted;

const isOf = ({ namespaces }: RoleBinding, { namespace }: Permission): boolean =>
  !namespaces || namespace === undefined || namespaces.includes(namespace);

function reaches({ gateways, namespaces, labels = {} }: RoleBinding, permission: Permission): boolean {
  const { namespace, labels: own = {}, gateways: concerned } = permission;
  if (namespaces && (namespace === undefined || !namespaces.includes(namespace))) return false;
  if (!Object.entries(labels).every(([key, value]) => Object.hasOwn(own, key) && own[key] === value)) return false;
  if (!gateways) return true;
  return concerned !== 'all' && concerned.every((gateway) => gateways.some((each) => isGateway(each, gateway)));
}

const isGateway = (pattern: string, gateway: GatewayName): boolean =>
  pattern === gateway || (pattern.endsWith('/*') && gateway.startsWith(pattern.slice(0, -1)));

function reasonFor(
  own: readonly RoleBinding[],
  able: readonly RoleBinding[],
  { action, namespace }: Permission,
): string {
  if (own.length === 0) return 'no binding of the access policy fits the caller';
  if (able.length === 0)
    return `none of the roles of the caller may ${action}: ${[...new Set(own.map(({ role }) => role))].join(', ')}`;
  const where = namespace === undefined ? '' : ` in the namespace ${JSON.stringify(namespace)}`;
  return `the caller may ${action}, but not this${where}: its bindings are for other gateways, namespaces or labels`;
}
