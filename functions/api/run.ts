/** Runs an operation for a request: who calls, may it, what does it say, what comes of it; and writes that down. */
import { StoreError } from '../../store/index.ts';
import type { Principal } from '../identity/principal.ts';
import { askedOf, createTrace, type Trace } from './audit.ts';
import type { Background, Call, Operation, Services } from './operation.ts';
import { readArguments, refuseConditions } from './parameters.ts';
import { forbidden, Problem, problemResponse } from './problem.ts';
import { readBody } from './read-body.ts';

export type Run = (
  operation: Operation,
  request: Request,
  path: Readonly<Record<string, string>>,
  background: Background,
) => Promise<Response>;

export function createRun(services: Services): Run {
  return async (operation, request, path, background) => {
    const requestId = requestIdOf(request);
    const trace = createTrace(services.now());
    const response = await answer(operation, request, path, services, { trace, requestId, background }).catch(
      (error: unknown) =>
        problemResponse(problemOf(trace.failed(error), (unknown) => services.onError(unknown, requestId))),
    );
    response.headers.set('x-request-id', requestId);
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
    services.metrics.answered(operation.id, response.status, (services.now() - trace.begun) / 1000);
    if (operation.needs !== 'nothing')
      services.audit?.(trace.entry(askedOf(operation, request, path, requestId), response.status));
    return response;
  };
}

async function answer(
  operation: Operation,
  request: Request,
  path: Readonly<{ [name: string]: string }>,
  services: Services,
  {
    trace,
    requestId,
    background,
  }: { readonly trace: Trace; readonly requestId: string; readonly background: Background },
): Promise<Response> {
  const principal = operation.needs === 'nothing' ? NOBODY : await identify(request, services);
  trace.identified(principal);
  if (operation.needs !== 'nothing') keepRate(principal, services);
  await permit(operation, principal, services);
  trace.allowed();
  return perform(operation, request, path, { principal, services, requestId, background, note: trace.note });
}

/** @throws Problem if there is nothing that the caller may do by the operation. */
export async function permit({ needs }: Operation, principal: Principal, { authorizer }: Services): Promise<void> {
  if (needs === 'nothing' || needs === 'identity') return;
  const decision = await authorizer.decide(principal, { action: needs, gateways: 'all' }, 'some');
  if (!decision.allowed) throw forbidden(decision.reason);
}

/** What a call is, whatever it asks for. */
export type Caller = Pick<Call, 'principal' | 'services' | 'requestId' | 'note' | 'background'>;

/** Carries out an operation for a caller who may. @throws Problem */
export async function perform(
  operation: Operation,
  request: Request,
  path: Readonly<Record<string, string>>,
  caller: Caller,
): Promise<Response> {
  const url = new URL(request.url);
  if (operation.method !== 'get') refuseConditions(operation.parameters ?? [], request.headers);
  let text: Promise<string> | undefined;
  return operation.handle({
    request,
    arguments: readArguments(operation.parameters ?? [], path, url.searchParams, request.headers),
    ...caller,
    mediaType: (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    text: () => (text ??= readBody(request, caller.services.limits.bodyBytes)),
  });
}

/** Callers are told apart by what they have proved, so that none can use up what another has. */
export function keepRate({ kind, issuer = '', name }: Principal, { rateLimiter, now }: Services): void {
  const seconds = rateLimiter?.take(JSON.stringify([kind, issuer, name]), now()) ?? 0;
  if (seconds > 0)
    throw new Problem(429, { title: 'The caller asks too often.' }, { 'retry-after': String(Math.ceil(seconds)) });
}

const NOBODY: Principal = { kind: 'local', name: 'anybody', claims: {} };

async function identify(request: Request, { authorizer }: Services): Promise<Principal> {
  const found = await authorizer.identify(request);
  switch (found.status) {
    case 'identified':
      return found.principal;
    case 'anonymous':
      throw unauthorized('a bearer token or an API key is needed');
    case 'refused':
      throw unauthorized(found.reason);
    case 'unavailable':
      throw new Problem(503, { title: 'It cannot be found out who calls.', detail: found.reason }, RETRY);
  }
}

const RETRY = { 'retry-after': '5' };

const unauthorized = (detail: string): Problem =>
  new Problem(401, { title: 'It is not known who calls.', detail }, { 'www-authenticate': 'Bearer' });

function problemOf(error: unknown, onError: (error: unknown) => void): Problem {
  if (error instanceof Problem) return error;
  onError(error);
  // What went wrong inside is for the log of whoever runs this, not for whoever asked.
  if (error instanceof StoreError && error.retryable)
    return new Problem(
      503,
      {
        title: 'The bucket is out of reach.',
        detail: 'Try again; an Idempotency-Key keeps a change from being made twice.',
      },
      RETRY,
    );
  return new Problem(500, { title: 'The request could not be handled.', detail: 'The log says why.' });
}

/** One that a caller has chosen, if it can stand in a header and a log. */
function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given !== null && /^[\w.:-]{1,100}$/.test(given) ? given : crypto.randomUUID();
}
