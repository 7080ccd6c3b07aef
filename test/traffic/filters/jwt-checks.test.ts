/** What a token must say of itself, and what becomes of one that does not. */
import { describe, expect, test } from 'vitest';
import { startOidcProvider, type TokenWishes } from '../../servers/oidc.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());
const provider = shared(startOidcProvider);

const gateway = shared(() => {
  const jwks = `jwks: { inline: ${JSON.stringify(JSON.stringify(provider().jwks))} }`;
  const route = (path: string, settings: string, rest = '') => `
          - match: { path: { prefix: /${path} } }
            filters: [{ type: jwt, providers: [{ name: login, ${jwks}, ${settings} }], ${rest} }]
            forward: { upstream: echo }`;
  return startGateway({
    documents: {
      ...upstream('echo', echo().port),
      ...virtualHost(
        'checks',
        `
        routes:
          ${route('subject', 'subjects: { prefix: "user:" }')}
          ${route('expiration', 'requireExpiration: true')}
          ${route('lifetime', 'maximumLifetime: 10m')}
          ${route('claims', 'claimsToHeaders: [{ claim: ["https://a.test/plan"], header: x-plan }, { claim: org.plan, header: x-org }]')}
          ${route('any', 'forwardToken: true, claimsToHeaders: [{ claim: sub, header: x-user }]', 'whenMissing: allow, whenInvalid: allow')}
      `,
      ),
    },
  });
});

async function send(path: string, wishes: TokenWishes) {
  const headers = { authorization: `Bearer ${await provider().mintToken(wishes)}`, 'x-user': 'forged' };
  return gateway().request({ host: 'checks.test', path, headers });
}

describe('a token', () => {
  test.each<[path: string, wishes: TokenWishes, status: number]>([
    ['/subject', { subject: 'user:alice' }, 200],
    ['/subject', { subject: 'service:shop' }, 401],
    ['/expiration', {}, 200],
    ['/expiration', { expiresIn: 'never' }, 401],
    ['/lifetime', { expiresIn: 300 }, 200],
    ['/lifetime', { expiresIn: 3600 }, 401],
    ['/lifetime', { expiresIn: 'never' }, 401],
    ['/claims', { expiresIn: 'never' }, 200],
    ['/any', { key: 'stranger' }, 200],
    ['/any', { expiresIn: -3600 }, 200],
  ])('at %s with %o gives %d', async (path, wishes, status) => {
    expect((await send(path, wishes)).status).toBe(status);
  });

  test('has claims whose names have dots in them, and nested ones', async () => {
    const claims = { 'https://a.test/plan': 'free', org: { plan: 'paid' } };
    expect((await send('/claims', { claims })).json()).toMatchObject({
      headers: { 'x-plan': 'free', 'x-org': 'paid' },
    });
  });

  test('that is invalid tells the upstream nothing, where it may pass', async () => {
    expect((await send('/any', { subject: 'alice' })).json()).toMatchObject({ headers: { 'x-user': 'alice' } });
    expect((await send('/any', { subject: 'alice', key: 'stranger' })).json()).not.toHaveProperty('headers.x-user');
  });
});
