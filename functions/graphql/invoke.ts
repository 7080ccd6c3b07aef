/** Operations of the REST API, carried out for a field of GraphQL: what they check and how they commit is said once. */
import { GraphQLError } from 'graphql';
import { createGraphQLError } from 'graphql-yoga';
import { askedOf, createTrace } from '../api/audit.ts';
import { isObject } from '../api/bodies.ts';
import { MEDIA } from '../api/media.ts';
import type { Call, Operation } from '../api/operation.ts';
import { Problem } from '../api/problem.ts';
import { keepRate, perform, permit } from '../api/run.ts';

export interface Invocation {
  /** `applyDocuments`. */
  readonly operation: string;
  readonly path?: Readonly<Record<string, string>>;
  /** Those that are absent are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly headers?: Readonly<Record<string, string | null | undefined>>;
  readonly body?: unknown;
  /** Of the body; default: JSON. */
  readonly mediaType?: string;
}

/**
 * The JSON that an operation answers with, its etag as a field of it; null, if it answers with nothing.
 * @throws Problem
 */
export async function invoke(
  { principal, services, requestId, background, request }: Call,
  operations: readonly Operation[],
  { operation: id, path = {}, query = {}, headers = {}, body, mediaType = MEDIA.json }: Invocation,
): Promise<unknown> {
  const operation = operations.find((one) => one.id === id);
  if (!operation) throw new Error(`there is no operation ${id}`);
  const url = new URL(pathOf(operation, path), request.url);
  for (const [name, value] of given(query)) url.searchParams.set(name, String(value));
  const inner = new Request(url, {
    method: operation.method.toUpperCase(),
    headers: {
      ...Object.fromEntries(given(headers)),
      ...(body !== undefined && { 'content-type': mediaType }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const trace = createTrace(services.now());
  const audit = (status: number): void =>
    services.audit?.(trace.entry(askedOf(operation, inner, path, requestId), status));
  trace.identified(principal);
  try {
    keepRate(principal, services);
    await permit(operation, principal, services);
    trace.allowed();
    const response = await perform(operation, inner, path, {
      principal,
      services,
      requestId,
      note: trace.note,
      background,
    });
    audit(response.status);
    return await valueOf(response);
  } catch (error) {
    trace.failed(error);
    audit(error instanceof Problem ? error.status : 500);
    throw error;
  }
}

/** REST has the etag in a header, which is nowhere to be found for a field. */
async function valueOf(response: Response): Promise<unknown> {
  if (response.body === null) return null;
  const [value, etag]: [unknown, string | null] = [await response.json(), response.headers.get('etag')];
  return isObject(value) && etag !== null ? { ...value, etag: etag.replaceAll('"', '') } : value;
}

const pathOf = (operation: Operation, path: Readonly<Record<string, string>>): string =>
  operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));

const given = <T>(values: Readonly<Record<string, T | null | undefined>>): [string, T][] =>
  Object.entries(values).flatMap(([name, value]): [string, T][] =>
    value === null || value === undefined ? [] : [[name, value]],
  );

/** What a field has failed with, if that is a problem: its status, and diagnostics, at the place of the field. */
export function asGraphqlError(error: unknown): GraphQLError | undefined {
  if (!(error instanceof GraphQLError) || !(error.originalError instanceof Problem)) return undefined;
  const { nodes = null, source = null, positions = null, path = null, originalError } = error;
  const { status, details, message } = originalError;
  const extensions = { status, ...details };
  return createGraphQLError(message, { nodes, source, positions, path, originalError, extensions });
}
