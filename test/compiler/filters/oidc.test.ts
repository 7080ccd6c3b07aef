import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';
import { mistakesIn } from './mistakes.ts';

const oidc = (rest: string, provider = '') => `{
    type: oidc,
    provider: { upstream: http1, authorizationEndpoint: 'https://a.test/', tokenEndpoint: 'https://a.test/', ${provider} },
    clientId: shop, clientSecret: generic, cookieSecret: generic, ${rest} }`;

const END = 'endSessionEndpoint: "https://a.test/"';

test.each([
  ['nothing', oidc('afterLogout: "https://b.test/"', END), []],
  ['one path for two things', oidc('logoutPath: /oauth2/callback'), ['invalid-format /logoutPath']],
  ['where to go after no logout', oidc('afterLogout: "https://b.test/"'), ['needs-field /afterLogout']],
  ['a logout without openid', oidc('scopes: [email]', END), ['needs-field /provider/endSessionEndpoint']],
  [
    'two tokens in one header',
    oidc('forwardAccessToken: true, idTokenHeader: Authorization'),
    ['mutually-exclusive /idTokenHeader'],
  ],
  [
    'partitions of cookies that no other site gets',
    oidc('cookies: { partitioned: true }'),
    ['needs-field /cookies/partitioned'],
  ],
  ['parts of seconds', oidc('accessTokenLifetime: 1500ms'), ['invalid-format /accessTokenLifetime']],
  ['a secret that does not exist', oidc('').replace('generic', 'none'), ['unknown-reference /clientSecret']],
  ['a secret of another type', oidc('').replace('generic', 'authority'), ['wrong-secret-type /clientSecret']],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));

test('bundles say where the secrets lie, and nothing of what they are', () => {
  const text = `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }], filters: [${oidc('')}] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: http1 }
spec: { endpoints: [{ address: 127.0.0.1, port: 1 }] }
---
apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: generic }
spec: { type: generic, environment: { value: SHOP_SECRET } }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec: { gateways: [edge], hostnames: [shop.test], routes: [{ respond: { statusCode: 200 } }] }
`;
  const [bundle] = compile([{ path: 'all.yaml', text }]).bundles;
  expect(bundle?.manifest.secrets).toEqual([
    { name: 'default/generic', type: 'generic', provider: { type: 'environment', value: 'SHOP_SECRET' } },
  ]);
});
