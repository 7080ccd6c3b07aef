/** Authorization servers for the `ext_authz` filter: the same decisions over gRPC and over HTTP. */
import type { Check, Decide } from './authorization-decision.ts';
import { decideByHeader } from './authorization-decision.ts';
import { startGrpcServer } from './external-authorization-grpc.ts';
import { startHttpServer } from './external-authorization-http.ts';

export interface AuthorizerOptions {
  /** Appears in the headers that it adds and in its refusals. Default: `authorizer`. */
  readonly name?: string;
  /** Default: `decideByHeader(name)`. */
  readonly decide?: Decide;
}

export interface Authorizer {
  /** On 127.0.0.1. */
  readonly port: number;
  /** What it has been asked, in order. */
  readonly checks: readonly Check[];
  /** Ends open connections too. May be called again. */
  readonly stop: () => Promise<void>;
}

/** Serves `envoy.service.auth.v3.Authorization` over HTTP/2 without TLS. */
export const startGrpcAuthorizer = (options: AuthorizerOptions = {}): Promise<Authorizer> =>
  start(options, startGrpcServer);

/**
 * Serves Envoy's HTTP flavour: the original method, path (with any `path_prefix`) and headers arrive as a request; status
 * 200 allows. Which headers travel either way is decided by the filter's `allowed_headers` and the like.
 */
export const startHttpAuthorizer = (options: AuthorizerOptions = {}): Promise<Authorizer> =>
  start(options, startHttpServer);

interface Listening {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

async function start(options: AuthorizerOptions, serve: (decide: Decide) => Promise<Listening>): Promise<Authorizer> {
  const { name = 'authorizer', decide = decideByHeader(name) } = options;
  const checks: Check[] = [];
  const { port, stop } = await serve((check) => {
    checks.push(check);
    return decide(check);
  });
  return { port, checks, stop };
}
