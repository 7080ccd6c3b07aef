import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { sendUnaryData, ServerUnaryCall, ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { Check, Decide, Decision } from './authorization-decision.ts';

export async function startGrpcServer(decide: Decide) {
  const server = new Server();
  server.addService(loadService(), {
    Check: (call: ServerUnaryCall<CheckRequest, CheckResponse>, callback: sendUnaryData<CheckResponse>) =>
      answer(decide(toCheck(call.request)), callback),
  });
  const bind = promisify(server.bindAsync.bind(server));
  const port = await bind('127.0.0.1:0', ServerCredentials.createInsecure());
  return { port, stop: async () => server.forceShutdown() };
}

/** The messages of external-authorization.proto, as proto-loader gives and takes them. */
interface CheckRequest {
  readonly attributes?: {
    readonly request?: { readonly http?: Partial<Omit<Check, 'contextExtensions'>> };
    readonly contextExtensions?: Check['contextExtensions'];
  };
}

interface CheckResponse {
  readonly status: { readonly code: number };
  readonly deniedResponse?: {
    readonly status: { readonly code: number };
    readonly headers: HeaderValueOption[];
    readonly body: string;
  };
  readonly okResponse?: {
    readonly headers: HeaderValueOption[];
    readonly headersToRemove: readonly string[];
    readonly responseHeadersToAdd: HeaderValueOption[];
  };
}

interface HeaderValueOption {
  readonly header: { readonly key: string; readonly value: string };
  readonly appendAction: 'OVERWRITE_IF_EXISTS_OR_ADD';
}

function loadService(): ServiceDefinition {
  const file = fileURLToPath(new URL('external-authorization.proto', import.meta.url));
  const service = loadSync(file, { enums: String })['envoy.service.auth.v3.Authorization'];
  if (service === undefined || 'format' in service) throw new Error(`${file} declares no service Authorization`);
  return service;
}

function toCheck({ attributes }: CheckRequest): Check {
  const { method = '', path = '', host = '', headers = {}, body = '', rawBody } = attributes?.request?.http ?? {};
  const contextExtensions = attributes?.contextExtensions ?? {};
  return { method, path, host, headers, body, ...(rawBody && { rawBody }), contextExtensions };
}

function answer(decision: Decision, callback: sendUnaryData<CheckResponse>): void {
  if (decision === 'hang') return;
  if (decision === 'fail') return callback({ code: status.UNAVAILABLE, details: 'failing as told' });
  if (decision.kind === 'deny') {
    const { status: code = 403, headers = {}, body = '' } = decision;
    const deniedResponse = { status: { code }, headers: toOptions(headers), body };
    return callback(null, { status: { code: status.PERMISSION_DENIED }, deniedResponse });
  }
  const { headers = {}, remove = [], responseHeaders = {} } = decision;
  const okResponse = {
    headers: toOptions(headers),
    headersToRemove: remove,
    responseHeadersToAdd: toOptions(responseHeaders),
  };
  callback(null, { status: { code: status.OK }, okResponse });
}

const toOptions = (headers: Readonly<Record<string, string>>): HeaderValueOption[] =>
  Object.entries(headers).map(([key, value]) => ({
    header: { key, value },
    appendAction: 'OVERWRITE_IF_EXISTS_OR_ADD',
  }));
