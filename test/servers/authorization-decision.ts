/** A request as the filter describes it to an authorization server. */
export interface Check {
  readonly method: string;
  readonly path: string;
  readonly host: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty unless the filter is told to send it. */
  readonly body: string;
  /** The body as bytes, if the filter is told to send it so; over HTTP there are none. */
  readonly rawBody?: Uint8Array;
  /** Settings of the route; over HTTP there are none. */
  readonly contextExtensions: Readonly<Record<string, string>>;
}

export type Decision = Allow | Deny | 'fail' | 'hang';

export interface Allow {
  readonly kind: 'allow';
  /** Set on the request before it goes on. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Taken from the request before it goes on. */
  readonly remove?: readonly string[];
  /** Set on the response; over HTTP they cannot be told from `headers`. */
  readonly responseHeaders?: Readonly<Record<string, string>>;
}

export interface Deny {
  readonly kind: 'deny';
  /** Default: 403. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Decide = (check: Check) => Decision;

/**
 * Decides by the request's header `x-decision`:
 *
 * - `allow` lets the request pass with the header `x-authorized-by: <name>`, without the header `x-secret`,
 * - `fail` answers as a broken server, `hang` not at all,
 * - anything else, or none, refuses with 403, the header `x-denied-by: <name>` and the body `denied by <name>`.
 */
export const decideByHeader =
  (name: string): Decide =>
  ({ headers }) => {
    const wish = Object.hasOwn(headers, 'x-decision') ? headers['x-decision'] : undefined;
    if (wish === 'fail' || wish === 'hang') return wish;
    if (wish === 'allow') return { kind: 'allow', headers: { 'x-authorized-by': name }, remove: ['x-secret'] };
    return { kind: 'deny', headers: { 'x-denied-by': name }, body: `denied by ${name}` };
  };
