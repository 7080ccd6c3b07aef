/** Tokens of a real OpenID Connect provider. */
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TokenIssuer } from '../../../compiler/2-validate/generated/types.ts';
import { createTokenVerifier, type TokenOptions } from '../../../functions/identity/tokens.ts';
import { startOidcProvider, type OidcProvider, type TokenWishes } from '../../servers/oidc.ts';

let provider: OidcProvider;
beforeAll(async () => {
  provider = await startOidcProvider();
});
afterAll(() => provider.stop());

const issuer = (wishes: Partial<TokenIssuer> = {}): TokenIssuer => ({
  issuer: provider.issuer,
  audiences: [provider.audience],
  algorithms: ['RS256'],
  clockSkew: '60s',
  nameClaim: 'sub',
  ...wishes,
});

const verify = async (token: string, wishes: Partial<TokenIssuer> = {}, options: TokenOptions = {}) =>
  createTokenVerifier([issuer(wishes)], options)(token);

test('a token that the provider issues names its caller', async () => {
  expect(await verify(await provider.issueToken('read write'))).toMatchObject({
    status: 'identified',
    principal: { kind: 'token', name: 'service', issuer: provider.issuer, claims: { scope: 'read write' } },
  });
});

test('the claim that names the caller can be another', async () => {
  const token = await provider.mintToken({ claims: { email: 'ada@example.com' } });
  expect(await verify(token, { nameClaim: 'email' })).toMatchObject({ principal: { name: 'ada@example.com' } });
});

describe('a token is refused', () => {
  test.each<[string, TokenWishes, Partial<TokenIssuer>, string]>([
    ['that has expired', { expiresIn: -120 }, {}, 'the token has expired'],
    ['that never expires', { expiresIn: 'never' }, {}, 'the token does not fit: "exp" is wrong or missing'],
    ['that is not valid yet', { validFrom: 120 }, {}, 'the token does not fit: "nbf" is wrong or missing'],
    ['for somebody else', { audience: 'urn:other' }, {}, 'the token does not fit: "aud" is wrong or missing'],
    ['of another issuer', { issuer: 'https://evil.example' }, {}, 'the issuer of the token is none that is believed'],
    ['signed by a stranger', { key: 'stranger' }, {}, 'the signature of the token is wrong'],
    [
      'of an algorithm that is not believed',
      {},
      { algorithms: ['ES256'] },
      'the token is signed with an algorithm that is not believed',
    ],
    ['that does not name its caller', { subject: '' }, {}, 'the token does not name its caller by "sub"'],
  ])('%s', async (_, wishes, settings, reason) => {
    expect(await verify(await provider.mintToken(wishes), settings)).toEqual({ status: 'refused', reason });
  });

  test.each([
    ['no token', 'nonsense'],
    ['unsigned', `${btoa('{"alg":"none"}')}.${btoa('{}')}.`],
    ['empty', ''],
  ])('that is %s', async (_, token) => {
    expect(await verify(token)).toMatchObject({ status: 'refused' });
  });

  test('that is unsigned, though it says who issued it', async () => {
    const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: provider.issuer, aud: provider.audience, sub: 'admin', exp: 9_999_999_999 };
    for (const header of [{ alg: 'none' }, { alg: 'HS256' }]) {
      expect(await verify(`${base64(header)}.${base64(claims)}.AA`)).toMatchObject({ status: 'refused' });
    }
  });
});

test('clocks may differ by as much as the issuer allows', async () => {
  const token = await provider.mintToken({ expiresIn: -30 });
  expect(await verify(token)).toMatchObject({ status: 'identified' });
  expect(await verify(token, { clockSkew: '10s' })).toMatchObject({ status: 'refused' });
});

test('keys are fetched once for many tokens, and found by discovery or where the policy says', async () => {
  const asked: string[] = [];
  const counting: typeof fetch = (input, init) => {
    asked.push(String(input));
    return fetch(input, init);
  };
  const check = createTokenVerifier([issuer()], { fetch: counting });
  for (let count = 0; count < 5; count += 1) {
    expect(await check(await provider.mintToken())).toMatchObject({ status: 'identified' });
  }
  expect(asked).toEqual([`${provider.issuer}/.well-known/openid-configuration`, provider.jwksUri]);
  asked.length = 0;
  await verify(await provider.mintToken(), { jwksUri: provider.jwksUri }, { fetch: counting });
  expect(asked).toEqual([provider.jwksUri]);
});

test('a provider that is away is no refusal, and is asked again', async () => {
  let isAway = true;
  const flaky: typeof fetch = (input, init) =>
    isAway ? Promise.reject(new TypeError('fetch failed')) : fetch(input, init);
  const check = createTokenVerifier([issuer()], { fetch: flaky });
  const token = await provider.mintToken();
  expect(await check(token)).toEqual({ status: 'unavailable', reason: 'the identity provider gives no keys' });
  isAway = false;
  expect(await check(token)).toMatchObject({ status: 'identified' });
});

test('a discovery document of somebody else is not believed', async () => {
  const other: typeof fetch = async () => Response.json({ issuer: 'https://evil.example', jwks_uri: provider.jwksUri });
  expect(await verify(await provider.mintToken(), {}, { fetch: other })).toMatchObject({ status: 'unavailable' });
});

describe('keys that are replaced', () => {
  /** A provider whose keys can be replaced; the tokens of the other are signed with the same issuer. */
  const replaceable = async (...ids: readonly string[]) => {
    const pairs = new Map(
      await Promise.all(ids.map(async (kid) => [kid, await generateKeyPair('RS256', { extractable: true })] as const)),
    );
    const published = new Set(ids.slice(0, 1));
    const asked = { times: 0 };
    const get: typeof fetch = async () => {
      asked.times += 1;
      const keys = [...published].map(async (kid) => {
        const { publicKey } = pairs.get(kid) ?? {};
        return { ...(publicKey && (await exportJWK(publicKey))), kid, alg: 'RS256', use: 'sig' };
      });
      return Response.json({ keys: await Promise.all(keys) });
    };
    const sign = async (kid: string, header: object = { kid }) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'RS256', ...header })
        .setIssuer(provider.issuer)
        .setAudience(provider.audience)
        .setSubject(kid)
        .setExpirationTime('1 hour')
        .sign(pairs.get(kid)?.privateKey ?? new Uint8Array());
    const check = createTokenVerifier([issuer({ jwksUri: `${provider.issuer}/rotated` })], { fetch: get });
    return { published, asked, sign, check };
  };

  afterEach(() => void vi.useRealTimers());

  test('are found when a token comes that the new one has signed, and the old one is believed no more', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { published, sign, check } = await replaceable('old', 'new');
    const [old, now] = [await sign('old'), await sign('new')];
    expect(await check(old)).toMatchObject({ status: 'identified' });
    expect(await check(now)).toMatchObject({ status: 'refused' });
    published.add('new').delete('old');
    vi.setSystemTime(Date.now() + 31_000);
    expect(await check(now)).toMatchObject({ status: 'identified', principal: { name: 'new' } });
    expect(await check(old)).toMatchObject({ status: 'refused' });
  });

  test('are not asked for with each token that nobody has signed', async () => {
    const { asked, sign, check } = await replaceable('old', 'new');
    for (let count = 0; count < 20; count += 1) await check(await sign('new'));
    expect(asked.times).toBeLessThanOrEqual(2);
  });

  test('are each tried, where a token does not say which of them has signed it', async () => {
    const { published, sign, check } = await replaceable('old', 'new', 'stranger');
    published.add('new');
    for (const kid of ['old', 'new'])
      expect(await check(await sign(kid, {}))).toMatchObject({ status: 'identified', principal: { name: kid } });
    expect(await check(await sign('stranger', {}))).toEqual({
      status: 'refused',
      reason: 'the signature of the token is wrong',
    });
  });
});

test('a public key is no secret to sign with', async () => {
  const { keys } = (await (await fetch(provider.jwksUri)).json()) as { readonly keys: readonly JWK[] };
  const key = await importJWK(keys[0] ?? {}, 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('it is no public key');
  for (const secret of [await exportSPKI(key), JSON.stringify(keys[0])]) {
    const forged = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', kid: keys[0]?.kid ?? '' })
      .setIssuer(provider.issuer)
      .setAudience(provider.audience)
      .setSubject('admin')
      .setExpirationTime('1 hour')
      .sign(new TextEncoder().encode(secret));
    expect(await verify(forged)).toEqual({
      status: 'refused',
      reason: 'the token is signed with an algorithm that is not believed',
    });
  }
});

test('a token brings no key of its own', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), alg: 'RS256' };
  const forged = (header: object) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', ...header })
      .setIssuer(provider.issuer)
      .setAudience(provider.audience)
      .setSubject('admin')
      .setExpirationTime('1 hour')
      .sign(privateKey);
  for (const header of [{ jwk }, { jku: 'https://evil.example/keys' }, { kid: '../../keys' }])
    expect(await verify(await forged(header))).toMatchObject({ status: 'refused' });
});

test('keys that would travel in plain text are not fetched, though the provider says where they are', async () => {
  const asked: string[] = [];
  const elsewhere: typeof fetch = async (input) => {
    asked.push(String(input));
    return Response.json({ issuer: 'https://id.example.com', jwks_uri: 'http://id.example.com/keys' });
  };
  const token = await provider.mintToken({ issuer: 'https://id.example.com' });
  expect(await verify(token, { issuer: 'https://id.example.com' }, { fetch: elsewhere })).toMatchObject({
    status: 'unavailable',
  });
  expect(asked).toEqual(['https://id.example.com/.well-known/openid-configuration']);
});
