/** Who calls, and whether it may: what the API asks of whoever knows. */
import { ACTIONS, type Decision, type Grant, type Permission, type Scope } from '../identity/policy.ts';
import type { Identification, Principal } from '../identity/principal.ts';

export interface Authorizer {
  /** How callers prove who they are: security schemes of OpenAPI by name; none: they need not. */
  readonly schemes: Readonly<Record<string, object>>;
  /** Who makes a request. Never throws for what a caller or an identity provider does. */
  readonly identify: (request: Request) => Promise<Identification>;
  /** Whether the caller may do this; `some`: whether there is anything of the kind, in the namespace if there is one, that it may. */
  readonly decide: (principal: Principal, permission: Permission, scope?: Scope) => Decision | Promise<Decision>;
  /** By what the caller may do anything at all; none: it may do nothing. */
  readonly grants: (principal: Principal) => readonly Grant[] | Promise<readonly Grant[]>;
}

/**
 * Whoever can reach the API may do all: for one that listens to its own machine only. A browser on that machine reaches it
 * too, whatever page it shows: so the API must be called by a name of this machine, which no other name points to, and by
 * no page but its own.
 * @param origins of other pages that may call
 */
export const createLocalAuthorizer = (origins: readonly string[]): Authorizer => ({
  schemes: {},
  identify: async ({ url, headers }) => {
    const { hostname, host, origin: own } = new URL(url);
    const origin = headers.get('origin');
    if (!LOOPBACK.has(hostname))
      return { status: 'refused', reason: `nobody has to say who it is here, but ${host} may be any machine` };
    if (origin !== null && origin !== own && !origins.includes(origin) && !origins.includes('*'))
      return { status: 'refused', reason: 'nobody has to say who it is here, but pages of other origins may not call' };
    return { status: 'identified', principal: LOCAL };
  },
  decide: () => ({ allowed: true, role: 'admin' }),
  grants: () => [{ role: 'admin', actions: ACTIONS }],
});

/** Host names of the machine itself, as they stand in URLs. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

const LOCAL: Principal = { kind: 'local', name: 'local', claims: {} };
