/** The audit log: who has asked for what, whether it was allowed, and what came of it. */
import type { Principal } from '../identity/principal.ts';
import type { Operation } from './operation.ts';
import { Problem } from './problem.ts';

/** One request. Never holds a credential, a body, or a secret. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** As the answer's header `x-request-id` has it. */
  readonly requestId: string;
  /** `putRoute`. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** The document that the path and the namespace name; absent: they name none. */
  readonly document?: { readonly kind: string; readonly namespace: string; readonly name: string };
  /** Parameters in the query, such as `dryRun`, `cascade` and `prune`, as they are written; none that the operation does not have. */
  readonly query?: Readonly<Record<string, string>>;
  /** Absent: the caller did not prove who it is. */
  readonly principal?: Pick<Principal, 'kind' | 'name' | 'issuer'>;
  readonly decision: 'allowed' | 'denied';
  /** Why it was denied. */
  readonly reason?: string;
  /** The status of the answer. */
  readonly status: number;
  /** What it was about, and what came of it, such as the number of a commit. */
  readonly details?: Readonly<Record<string, string | number | readonly string[]>>;
}

export type Audit = (entry: AuditEntry) => void;

/** What somebody asks for. */
export interface Asked extends Pick<AuditEntry, 'method' | 'path' | 'document' | 'query' | 'requestId'> {
  readonly operation: Operation;
}

/** @param path what stands in the path, by name */
export function askedOf(
  operation: Operation,
  { method, url }: Pick<Request, 'method' | 'url'>,
  path: Readonly<Record<string, string>>,
  requestId: string,
): Asked {
  const { pathname, searchParams } = new URL(url);
  const query = (operation.parameters ?? []).flatMap(({ name, in: place }) => {
    const value = place === 'query' ? searchParams.get(name) : null;
    return value === null ? [] : [[name, shortened(value)] as const];
  });
  const { about: kind } = operation;
  const namespace = shortened(searchParams.get('namespace') ?? 'default');
  return {
    operation,
    method,
    path: pathname,
    requestId,
    ...(kind !== undefined && { document: { kind, namespace, name: shortened(path['name'] ?? '') } }),
    ...(query.length > 0 && { query: Object.fromEntries(query) }),
  };
}

/** Whether it is as it should be is not known yet. */
const shortened = (text: string): string => text.slice(0, 1000);

/** What becomes known of a request while it is handled. */
export interface Trace {
  /** Milliseconds since the epoch. */
  readonly begun: number;
  readonly identified: (principal: Principal) => void;
  readonly allowed: () => void;
  readonly note: (details: NonNullable<AuditEntry['details']>) => void;
  /** Gives back what it is told, and keeps that it was denied, if it was. */
  readonly failed: <E>(error: E) => E;
  readonly entry: (asked: Asked, status: number) => AuditEntry;
}

/** Denied until it is allowed. */
export function createTrace(begun: number): Trace {
  let principal: Principal | undefined;
  let decision: Pick<AuditEntry, 'decision' | 'reason'> = { decision: 'denied' };
  let details: NonNullable<AuditEntry['details']> = {};
  return {
    begun,
    identified: (caller) => void (principal = caller),
    allowed: () => void (decision = { decision: 'allowed' }),
    note: (more) => void (details = { ...details, ...more }),
    failed(error) {
      const isDenied = error instanceof Problem && (error.status === 403 || error.status === 401);
      if (isDenied) decision = { decision: 'denied', reason: error.message };
      return error;
    },
    entry: ({ operation, ...asked }, status) => ({
      time: new Date(begun).toISOString(),
      ...asked,
      operation: operation.id,
      ...(principal && { principal: shown(principal) }),
      ...decision,
      status,
      ...(Object.keys(details).length > 0 && { details }),
    }),
  };
}

const shown = ({ kind, name, issuer }: Principal): AuditEntry['principal'] & object => ({
  kind,
  name,
  ...(issuer !== undefined && { issuer }),
});
