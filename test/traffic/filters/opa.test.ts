import { describe, expect, test } from 'vitest';
import { startOidcProvider } from '../../servers/oidc.ts';
import { startOpa } from '../../servers/opa.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { reservePort } from '../../servers/ports.ts';
import { shared } from '../shared.ts';

const POLICY = `
package envoy.authz

default allow := {"allowed": false, "body": "the policy says no", "http_status": 403}

http := input.attributes.request.http

allow := true if {
  http.method == "GET"
  input.parsed_path == ["public", "page"]
}

allow := {"allowed": true, "headers": {"x-role": role}} if {
  role := input.attributes.metadataContext.filterMetadata["envoy.filters.http.jwt_authn"].login.role
}

allow := {"allowed": false, "body": "who are you?", "http_status": 401, "headers": {"www-authenticate": "Bearer"}} if {
  input.parsed_path == ["private"]
  not input.attributes.metadataContext.filterMetadata
}

allow := true if input.attributes.contextExtensions.policy == "lenient"

allow := true if json.unmarshal(base64.decode(http.rawBody)).secret == "open sesame"
`;

const echo = shared(() => startUpstream());
const opa = shared(() => startOpa(POLICY));
const provider = shared(startOidcProvider);
const nobody = shared(async () => ({ port: await reservePort(), stop: async () => {} }));

const gateway = shared(() => {
  const jwks = JSON.stringify(JSON.stringify(provider().jwks));
  return startGateway({
    documents: {
      ...upstream('echo', echo().port),
      ...upstream('opa', opa().port, 'protocol: http2'),
      ...upstream('nobody', nobody().port, 'protocol: http2'),
      ...virtualHost(
        'opa',
        `
        filters:
          - { type: opa, upstream: opa, timeout: 5s, includeBody: { maximumSize: 64B } }
          - { type: jwt, whenMissing: allow, providers: [{ name: login, jwks: { inline: ${jwks} } }] }
        routes:
          - forward: { upstream: echo }
          - { match: { path: { prefix: /free } }, disableFilters: [opa], forward: { upstream: echo } }
          - match: { path: { prefix: /lenient } }
            filters: [{ type: opa, upstream: opa, timeout: 5s, context: { policy: lenient } }]
            forward: { upstream: echo }
          - match: { path: { prefix: /strict-body } }
            filters: [{ type: opa, upstream: opa, timeout: 5s, includeBody: { maximumSize: 64B, whenLarger: reject } }]
            forward: { upstream: echo }
          - match: { path: { prefix: /unavailable } }
            filters: [{ type: opa, upstream: nobody, statusWhenUnavailable: 503 }]
            forward: { upstream: echo }
          - match: { path: { prefix: /optional } }
            filters: [{ type: opa, upstream: nobody, whenUnavailable: allow }]
            forward: { upstream: echo }
      `,
      ),
      ...virtualHost('neighbour', 'routes: [{ forward: { upstream: echo } }]'),
    },
  });
});

const send = (path: string, rest: Partial<GatewayRequest> = {}) =>
  gateway().request({ host: 'opa.test', path, ...rest });

const sesame = (padding: string): Partial<GatewayRequest> => ({
  method: 'POST',
  body: JSON.stringify({ secret: 'open sesame', padding }),
});

describe('a policy', () => {
  test('sees method and path', async () => {
    expect((await send('/public/page?a=b')).status).toBe(200);
    const { status, body } = await send('/public/page', { method: 'DELETE' });
    expect([status, body]).toEqual([403, 'the policy says no']);
  });

  test('says how a request is refused', async () => {
    const { status, headers, body } = await send('/private');
    expect([status, headers.get('www-authenticate'), body]).toEqual([401, 'Bearer', 'who are you?']);
  });

  test('sees the claims of a token that has been verified, and adds headers', async () => {
    const token = await provider().mintToken({ claims: { role: 'editor' } });
    const headers = { authorization: `Bearer ${token}` };
    const seen = await gateway().echo({ host: 'opa.test', path: '/private', headers });
    expect(seen.headers['x-role']).toBe('editor');
  });

  test('sees the body, if it is not too large', async () => {
    expect((await send('/', sesame(''))).status).toBe(200);
    expect((await send('/', sesame('x'.repeat(64)))).status).toBe(403);
    expect((await send('/strict-body', sesame(''))).status).toBe(200);
    expect((await send('/strict-body', sesame('x'.repeat(64)))).status).toBe(413);
  });

  test('sees by which route it is asked', async () => {
    expect((await send('/lenient')).status).toBe(200);
  });

  test('is not asked where it is disabled, nor about other hosts', async () => {
    expect((await send('/free')).status).toBe(200);
    expect((await gateway().request({ host: 'neighbour.test' })).status).toBe(200);
  });

  test('that gives no decision denies, unless it is told to allow', async () => {
    expect((await send('/unavailable')).status).toBe(503);
    expect((await send('/optional')).status).toBe(200);
  });
});
