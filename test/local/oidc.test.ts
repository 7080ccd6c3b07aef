import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { readListenerPort } from '../../cli/local/envoy-admin.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { request } from '../servers/http-client.ts';
import { startOidcProvider } from '../servers/oidc.ts';
import type { TokenWishes } from '../servers/oidc.ts';
import { startUpstream } from '../servers/upstream.ts';
import { any, cluster, envoyBootstrap } from './bootstrap.ts';

const envoy = useEnvoy();

const start = async () => {
  const provider = await startOidcProvider();
  onTestFinished(provider.stop);
  return provider;
};

test('issues tokens that its published keys verify', async () => {
  const { issuer, audience, jwksUri, jwks, issueToken } = await start();
  const token = await issueToken('read write');
  const { payload, protectedHeader } = await jwtVerify(token, createRemoteJWKSet(new URL(jwksUri)), {
    issuer,
    audience,
  });

  expect(payload).toMatchObject({ scope: 'read write', client_id: 'service' });
  expect(protectedHeader.kid).toBe(jwks.keys[0]?.kid);
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  expect(await discovery.json()).toMatchObject({ issuer, jwks_uri: jwksUri });
});

test('mints tokens with further claims', async () => {
  const { mintToken } = await start();
  const token = await mintToken({ subject: 'alice', audience: ['a', 'b'], claims: { groups: ['admin'] } });

  expect(decodeJwt(token)).toMatchObject({ sub: 'alice', aud: ['a', 'b'], groups: ['admin'] });
});

test('a real Envoy takes its tokens and refuses each defect', async () => {
  const upstream = await startUpstream();
  onTestFinished(upstream.stop);
  const { issuer, port: providerPort, audience, jwksUri, issueToken, mintToken } = await start();
  const remote = { http_uri: { uri: jwksUri, cluster: 'oidc', timeout: '5s' } };
  const settings = {
    providers: { oidc: { issuer, audiences: [audience], remote_jwks: remote } },
    rules: [{ match: { prefix: '/' }, requires: { provider_name: 'oidc' } }],
  };
  const bootstrap = envoyBootstrap({
    upstreamPort: upstream.port,
    clusters: [cluster('oidc', providerPort)],
    filters: [{ name: 'jwt', typed_config: any('filters.http.jwt_authn.v3.JwtAuthentication', settings) }],
  });
  const { adminPort } = await envoy.start({ bootstrap });
  const port = await readListenerPort(adminPort, 'web');
  const ask = async (token: string) => {
    const { status, body } = await request({ port, headers: { authorization: `Bearer ${token}` } });
    return status === 200 ? 'welcome' : `${status} ${body}`;
  };
  const askWith = async (wishes: TokenWishes) => ask(await mintToken(wishes));

  expect(await ask(await issueToken())).toBe('welcome');
  expect(await askWith({})).toBe('welcome');
  expect(await askWith({ expiresIn: -600 })).toBe('401 Jwt is expired');
  expect(await askWith({ validFrom: 600 })).toBe('401 Jwt not yet valid');
  expect(await askWith({ audience: 'urn:other' })).toBe('403 Audiences in Jwt are not allowed');
  expect(await askWith({ issuer: 'https://other.example' })).toBe('401 Jwt issuer is not configured');
  expect(await askWith({ key: 'stranger' })).toBe('401 Jwt verification fails');
  expect(upstream.count()).toBe(2);
});
