import { describe, expect, onTestFinished, test } from 'vitest';
import { readListenerPort } from '../../cli/local/envoy-admin.ts';
import { startGrpcAuthorizer, startHttpAuthorizer } from '../servers/external-authorization.ts';
import type { Authorizer, AuthorizerOptions } from '../servers/external-authorization.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { request } from '../servers/http-client.ts';
import { startUpstream } from '../servers/upstream.ts';
import { any, cluster, envoyBootstrap } from './bootstrap.ts';

const envoy = useEnvoy();

const overGrpc = {
  name: 'gRPC',
  start: startGrpcAuthorizer,
  protocol: 'http2' as const,
  service: { transport_api_version: 'V3', grpc_service: { envoy_grpc: { cluster_name: 'auth' }, timeout: '0.5s' } },
};

const overHttp = {
  name: 'HTTP',
  start: startHttpAuthorizer,
  protocol: 'http1' as const,
  service: {
    http_service: {
      server_uri: { uri: 'http://auth.example', cluster: 'auth', timeout: '0.5s' },
      authorization_request: { allowed_headers: { patterns: [{ exact: 'x-decision' }] } },
      authorization_response: {
        allowed_upstream_headers: { patterns: [{ prefix: 'x-' }] },
        allowed_client_headers: { patterns: [{ prefix: 'x-' }] },
      },
    },
  },
};

describe.each([overGrpc, overHttp])('over $name, behind a real Envoy', ({ start, protocol, service }) => {
  const setUp = async (options: AuthorizerOptions) => {
    const upstream = await startUpstream();
    onTestFinished(upstream.stop);
    const authorizer: Authorizer = await start(options);
    onTestFinished(authorizer.stop);
    const bootstrap = envoyBootstrap({
      upstreamPort: upstream.port,
      clusters: [cluster('auth', authorizer.port, protocol)],
      filters: [{ name: 'auth', typed_config: any('filters.http.ext_authz.v3.ExtAuthz', service) }],
    });
    const { adminPort } = await envoy.start({ bootstrap });
    const port = await readListenerPort(adminPort, 'web');
    return { port, upstream, authorizer };
  };

  test('decides by header', async () => {
    const { port, upstream, authorizer } = await setUp({ name: 'gate' });
    const ask = (headers: Readonly<Record<string, string>>) =>
      request({ port, path: '/cart?a=b', host: 'shop.example', headers: { ...headers, 'x-secret': 's' } });

    const allowed = await ask({ 'x-decision': 'allow' });
    expect(allowed.status).toBe(200);
    expect(upstream.requests[0]?.headers).toMatchObject({ 'x-authorized-by': 'gate' });
    expect(upstream.requests[0]?.headers).not.toHaveProperty('x-secret');

    const denied = await ask({});
    expect([denied.status, denied.headers.get('x-denied-by'), denied.body]).toEqual([403, 'gate', 'denied by gate']);
    expect((await ask({ 'x-decision': 'fail' })).status).toBe(403);
    expect((await ask({ 'x-decision': 'hang' })).status).toBe(403);

    expect(upstream.count()).toBe(1);
    expect(authorizer.checks.map(({ headers }) => headers['x-decision'])).toEqual(['allow', undefined, 'fail', 'hang']);
    expect(authorizer.checks[0]).toMatchObject({ method: 'GET', path: '/cart?a=b', host: 'shop.example' });
  });

  test('decides as told', async () => {
    const { port } = await setUp({
      decide: ({ path }) => ({ kind: 'deny', status: 401, headers: { 'x-path': path }, body: 'who are you?' }),
    });
    const denied = await request({ port, path: '/cart' });

    expect([denied.status, denied.headers.get('x-path'), denied.body]).toEqual([401, '/cart', 'who are you?']);
  });
});
