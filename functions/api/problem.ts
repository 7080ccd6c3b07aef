/** Answers that say no: RFC 9457, with diagnostics. */
import type { Diagnostic } from '../../compiler/index.ts';

/** A member of the answer beside those of RFC 9457. */
export interface ProblemDetails {
  /** What kind of problem it is, in one sentence; the same for each problem of the kind. */
  readonly title: string;
  /** What is wrong this time. */
  readonly detail?: string;
  readonly diagnostics?: readonly Diagnostic[];
  /** Documents that refer to one that was to be deleted. */
  readonly referrers?: readonly object[];
  /** Gateways that would lose most of what their Envoys have. */
  readonly losses?: readonly object[];
  /** The etag of the document as it is now; absent if it is not there. */
  readonly etag?: string;
}

/** An answer that ends a request early. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly details: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, details: ProblemDetails, headers: Readonly<Record<string, string>> = {}) {
    super(details.detail ?? details.title);
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}

export const problemResponse = ({ status, details, headers }: Problem): Response =>
  new Response(JSON.stringify({ type: 'about:blank', status, ...details }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

/** The request itself is wrong, whatever the documents are. */
export const badRequest = (detail: string): Problem =>
  new Problem(400, { title: 'The request is not as it should be.', detail });
/** Of a revision by its number, its digest or `head`, which is there once anything was committed. */
export const noRevision = (revision: string): Problem =>
  notFound(revision === 'head' ? 'nothing was committed yet' : `there is no revision ${revision}, or not any more`);
export const notFound = (detail: string): Problem => new Problem(404, { title: 'There is no such thing.', detail });
/** What the caller may not do. */
export const forbidden = (detail: string): Problem =>
  new Problem(403, { title: 'The caller may not do this.', detail });
/** The request is as it should be, and yet what it holds cannot be. */
export const unprocessable = (detail: string): Problem =>
  new Problem(422, { title: 'The request cannot be done as it is.', detail });
