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
  platform: Platform,
) => Promise<Response>;

/** What the platform knows of a request, and does with it. */
export interface Platform {
  readonly background: Background;
  /** Where it comes from, as far as that is known. */
  readonly address: string | undefined;
}

export function createRun(services: Services): Run {
  return async (operation, request, path, platform) => {
    const requestId = requestIdOf(request);
    const trace = createTrace(services.now());
    const response = await answer(operation, request, path, services, { ...platform, trace, requestId }).catch(
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
  { trace, requestId, background, address }: Platform & { readonly trace: Trace; readonly requestId: string },
): Promise<Response> {
  const principal = operation.needs === 'nothing' ? NOBODY : await identify(request, services, address);
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
export const keepRate = ({ kind, issuer = '', name }: Principal, services: Services): void =>
  takeOne([kind, issuer, name], services);

function takeOne(caller: readonly string[], { rateLimiter, now }: Services): void {
  const seconds = rateLimiter?.take(JSON.stringify(caller), now()) ?? 0;
  if (seconds > 0)
    throw new Problem(429, { title: 'The caller asks too often.' }, { 'retry-after': String(Math.ceil(seconds)) });
}

const NOBODY: Principal = { kind: 'local', name: 'anybody', claims: {} };

/**
 * Who does not prove who it is is counted too, but only once it has failed to: others may come from the same address, as
 * from behind a proxy, and are not to be locked out by it.
 */
async function identify(request: Request, services: Services, address = ''): Promise<Principal> {
  const found = await services.authorizer.identify(request);
  if (found.status === 'identified') return found.principal;
  if (found.status === 'unavailable')
    throw new Problem(503, { title: 'It cannot be found out who calls.', detail: found.reason }, RETRY);
  takeOne(['nobody', address], services);
  throw unauthorized(found.status === 'refused' ? found.reason : 'a bearer token or an API key is needed');
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
