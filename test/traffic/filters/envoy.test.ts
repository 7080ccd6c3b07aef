import { expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const a = shared(() => startUpstream());
const authorizer = shared(() => startUpstream());

const TYPE = 'type.googleapis.com/envoy.extensions.filters.http';

const small = (perRoute = '') =>
  `{ type: envoy, name: small, phase: transfer, typedConfig: { '@type': ${TYPE}.buffer.v3.Buffer, max_request_bytes: 4 }${perRoute} }`;

const gateway = shared(() =>
  startGateway({
    secrets: { 'token.txt': 's3cret' },
    documents: {
      ...upstream('a', a().port),
      ...upstream('authorizer', authorizer().port),
      ...document('Secret', 'token', 'type: generic\nfile: { value: token.txt }'),
      ...virtualHost(
        'small',
        `
        filters: [${small()}]
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /large } }
            forward: { upstream: a }
            filters:
              - ${small(`, perRoute: { '@type': ${TYPE}.buffer.v3.BufferPerRoute, buffer: { max_request_bytes: 8 } }`)}
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [small]
      `,
      ),
      ...virtualHost(
        'asked',
        `
        filters:
          - type: envoy
            name: asked
            phase: authentication
            typedConfig:
              '@type': ${TYPE}.ext_authz.v3.ExtAuthz
              transport_api_version: V3
              http_service: { server_uri: { uri: http://x, cluster: '{cluster:who}', timeout: 5s } }
            clusters: { who: authorizer }
          - type: envoy
            name: known
            phase: script
            typedConfig:
              '@type': ${TYPE}.credential_injector.v3.CredentialInjector
              credential:
                name: generic
                typed_config:
                  '@type': type.googleapis.com/envoy.extensions.http.injected_credentials.generic.v3.Generic
                  credential: '{secret:token}'
            secrets: { token: token }
        routes: [{ forward: { upstream: a } }]
      `,
      ),
      ...virtualHost('open', 'routes: [{ forward: { upstream: a } }]'),
    },
  }),
);

const statusOf = async (host: string, path: string, body: string) =>
  (await gateway().request({ host, path, method: 'POST', body })).status;

test.each([
  ['small.test', '/', '1234', 200],
  ['small.test', '/', '12345', 413],
  ['small.test', '/large', '12345', 200],
  ['small.test', '/large', '123456789', 413],
  ['small.test', '/off', '123456789', 200],
  ['open.test', '/', '123456789', 200],
])('a request to %s%s with the body %s gets %d', async (host, path, body, status) => {
  expect(await statusOf(host, path, body)).toBe(status);
});

test('a raw filter names Upstreams and Secrets', async () => {
  expect((await gateway().echo({ host: 'asked.test' })).headers['authorization']).toBe('s3cret');
  authorizer().script('*', [{ status: 403 }]);
  expect((await gateway().request({ host: 'asked.test' })).status).toBe(403);
});

test('a raw filter says so in its name', async () => {
  const response = await fetch(`http://127.0.0.1:${gateway().envoy.adminPort}/config_dump?resource=dynamic_listeners`);
  expect(await response.text()).toMatch(/"name": "envoy\/small@[0-9a-f]{8}"/);
});
