import type { Diagnostic } from '../compiler/index.ts';

export interface ProblemDetails {
  /** What kind of problem it is, in one sentence. */
  readonly title: string;
  /** What is wrong this time. */
  readonly detail?: string;
  readonly diagnostics?: readonly Diagnostic[];
}

/** An error answer after RFC 9457. */
export const problem = (status: number, details: ProblemDetails): Response =>
  new Response(JSON.stringify({ type: 'about:blank', status, ...details }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
