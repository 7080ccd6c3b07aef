/** Operations: one table of what the API can do, from which its routes, its OpenAPI description and its checks come. */
import type { SignKey, VerifyKey, Store, Workspace } from '../../store/index.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';
import type { Notifier } from '../notify.ts';
import type { Action } from '../identity/policy.ts';
import type { Principal } from '../identity/principal.ts';
import type { Audit } from './audit.ts';
import type { Authorizer } from './authorize.ts';
import type { Metrics } from './metrics.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Arguments, Parameter } from './parameters.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Operation {
  /** `listRoutes`. */
  readonly id: string;
  readonly method: Method;
  /** `/v1/routes/{name}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  /** The kind of document that `name` in the path, and `namespace`, name; absent: they name none. */
  readonly about?: Kind;
  /** What it answers, besides problems that every operation may answer. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** What a caller must be allowed to do; `identity`: it must only prove who it is; `nothing`: anybody may call. */
  readonly needs: Action | 'identity' | 'nothing';
  readonly handle: (call: Call) => Promise<Response> | Response;
}

export type Method = 'get' | 'put' | 'patch' | 'post' | 'delete';

export interface Body {
  readonly description: string;
  /** By media type. */
  readonly content: Readonly<Record<string, JsonSchema>>;
}

export interface Answer {
  readonly description: string;
  /** By media type; absent: it has no body. */
  readonly content?: Readonly<Record<string, JsonSchema>>;
  readonly headers?: readonly ('etag' | 'location')[];
}

/** One request, as an operation sees it. */
export interface Call {
  readonly request: Request;
  readonly arguments: Arguments;
  readonly principal: Principal;
  /** What the audit log knows the request by. */
  readonly requestId: string;
  readonly services: Services;
  /** The media type of the body, without parameters and in lower case; empty if none is given. */
  readonly mediaType: string;
  /** The body as text; read once. @throws Problem if it is no UTF-8. */
  readonly text: () => Promise<string>;
  /** Says in the audit log what came of it, for example the number of a commit. */
  readonly note: (details: Readonly<Record<string, string | number | readonly string[]>>) => void;
  /** Work that goes on after the answer, and never fails. */
  readonly background: Background;
}

export type Background = (work: Promise<void>) => void;

/** What operations work with. */
export interface Services {
  readonly store: Store;
  readonly workspace: Workspace;
  readonly authorizer: Authorizer;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly signKeys: readonly SignKey[];
  readonly verifyKeys: readonly VerifyKey[];
  /** How the platform passes answers on: as they come, or when they have ended. */
  readonly answers: 'streamed' | 'whole';
  readonly limits: Limits;
  /** Absent: callers may ask as often as they like. */
  readonly rateLimiter?: RateLimiter;
  /** How the API describes itself, made when somebody asks. */
  readonly describe: () => Promise<object>;
  readonly metrics: Metrics;
  readonly audit?: Audit;
  /** Is told what went wrong inside, or after a change. */
  readonly onError: (error: unknown, requestId: string) => void;
  /** Absent: relays find out by polling. */
  readonly notifier?: Notifier;
}

export interface Limits {
  /** Of a body, in bytes. */
  readonly bodyBytes: number;
  /** How many documents the workspace may have. */
  readonly documents: number;
}
