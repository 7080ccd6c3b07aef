/** The audit log: who has asked for what, whether it was allowed, and what came of it. */
import type { Principal } from '../identity/principal.ts';

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
