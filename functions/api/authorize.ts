/** Who calls, and whether it may: what the API asks of whoever knows. */
import type { Decision, Permission, Scope } from '../identity/policy.ts';
import type { Identification, Principal } from '../identity/principal.ts';

export interface Authorizer {
  /** How callers prove who they are: security schemes of OpenAPI by name; none: they need not. */
  readonly schemes: Readonly<Record<string, object>>;
  /** Who makes a request. Never throws for what a caller or an identity provider does. */
  readonly identify: (request: Request) => Promise<Identification>;
  /** Whether the caller may do this; `some`: whether there is anything at all of the kind that it may. */
  readonly decide: (principal: Principal, permission: Permission, scope?: Scope) => Decision | Promise<Decision>;
}

/** Whoever can reach the API may do all: for one that listens to its own machine only. */
export const localAuthorizer: Authorizer = {
  schemes: {},
  identify: async () => ({ status: 'identified', principal: LOCAL }),
  decide: () => ({ allowed: true, role: 'admin' }),
};

const LOCAL: Principal = { kind: 'local', name: 'local', claims: {} };
