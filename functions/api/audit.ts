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
export interface Asked extends Pick<AuditEntry, 'method' | 'path' | 'requestId'> {
  readonly operation: Operation;
}

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
