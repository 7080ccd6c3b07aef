/**
 * Every operation of imported descriptions is reachable through Envoy, and nothing else is. What the importer says is to be
 * filled in, is filled in: addresses, keys, issuers and users.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adapt, openapiAdapter, writeFiles, type AnyDraft } from '../../compiler/adapt/index.ts';
import { importCase, OPENAPI_CASES, type Call, type OpenapiCase } from '../adapt/openapi-cases.ts';
import { makeFolder } from '../servers/folder.ts';
import { startOidcProvider } from '../servers/oidc.ts';
import { startUpstream } from '../servers/upstream.ts';
import type { EchoedRequest } from '../servers/upstream-echo.ts';
import type { Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());
const issuer = shared(startOidcProvider);
const partner = shared(startOidcProvider);

const KEY = 'the-key';

const users = shared(async () => {
  const folder = await makeFolder();
  const path = join(folder.path, 'users.htpasswd');
  await writeFile(path, `ann:{SHA}${createHash('sha1').update('secret').digest('base64')}\n`);
  return { path, stop: folder.remove };
});

const hostOf = ({ name }: OpenapiCase): string => `${name}.test`;

/** Each case has a namespace and a host of its own, and all share one Gateway. */
const draftsOf = (one: OpenapiCase): readonly AnyDraft[] =>
  importCase(one, {
    namespace: one.name,
    gateway: { mode: 'attach', name: 'default/edge' },
    hostnames: [hostOf(one)],
  }).documents.map(fillIn);

function fillIn(draft: AnyDraft): AnyDraft {
  if (draft.kind === 'Upstream') {
    const { tls: _, dns, ...spec } = draft.spec;
    const endpoints = [{ address: '127.0.0.1', port: echo().port, ...(dns && { hostname: dns.hostname }) }];
    return { ...draft, spec: { ...spec, endpoints } };
  }
  if (draft.kind !== 'Filter') return draft;
  const { spec } = draft;
  if (spec.type === 'basic-auth') return { ...draft, spec: { ...spec, users: { file: users().path } } };
  if (spec.type !== 'jwt') return draft;
  const providers = spec.providers?.map((provider) => {
    const { issuer: iss, jwks } = provider.name === 'partner' ? partner() : issuer();
    return { ...provider, issuer: iss, audiences: [], jwks: { inline: JSON.stringify(jwks) } };
  });
  return { ...draft, spec: { ...spec, providers } };
}

const secretsOf = (drafts: readonly AnyDraft[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    drafts.flatMap((draft): [string, string][] =>
      draft.kind === 'Secret'
        ? [[draft.metadata.name, draft.spec.type === 'api-keys' ? `client:${KEY}` : 'some-long-random-text']]
        : [],
    ),
  );

const gateway = shared(() => {
  const drafts = OPENAPI_CASES.flatMap(draftsOf);
  const documents: Documents = Object.fromEntries(writeFiles(drafts).map(({ path, text }) => [path, text]));
  return startGateway({
    gateway: `
      accessLog: []
      http: { headersWithUnderscores: allow }
      filters: [{ type: headers, name: tell-route, response: { set: [{ name: x-route, value: '%ROUTE_NAME%' }] } }]
    `,
    secrets: secretsOf(drafts),
    documents,
  });
});

const CREDENTIALS: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
  token: async () => ({
    authorization: `Bearer ${await issuer().mintToken({ claims: { scope: 'items:read items:write read:pets write:pets' } })}`,
  }),
  'token-without-scopes': async () => ({ authorization: `Bearer ${await issuer().mintToken()}` }),
  'bad-token': async () => ({ authorization: `Bearer ${await issuer().mintToken({ key: 'stranger' })}` }),
  'partner-token': async () => ({ 'x-partner-token': await partner().mintToken() }),
  user: async () => ({ authorization: `Basic ${Buffer.from('ann:secret').toString('base64')}` }),
  session: async () => ({ cookie: `session=${KEY}` }),
  preflight: async () => ({ origin: 'https://app.example.com', 'access-control-request-method': 'GET' }),
  'partner-preflight': async () => ({ origin: 'https://a.partner.example', 'access-control-request-method': 'GET' }),
};

async function headersOf({ carries }: Call): Promise<Readonly<Record<string, string>>> {
  const parts = carries.map((name) => CREDENTIALS[name]?.() ?? { [name]: KEY });
  return Object.assign({}, ...(await Promise.all(parts)));
}

describe.each(OPENAPI_CASES)('$name', (one) => {
  test.each(one.calls)('$line', async (call) => {
    const headers = await headersOf(call);
    const answer = await gateway().request({ host: hostOf(one), method: call.method, path: call.path, headers });
    expect(answer.status, answer.body).toBe(call.status);
    if (call.route === undefined) return;
    // Envoy's name has the document's before it.
    expect(answer.headers.get('x-route')?.split('/').at(-1)).toBe(call.route);
    if (call.upstreamPath === undefined) return;
    const seen = answer.json() as EchoedRequest;
    expect(seen).toMatchObject({ method: call.method, path: call.upstreamPath });
    if (call.host !== undefined) expect(seen.host).toBe(call.host);
  });
});

describe('a description that says everything', () => {
  const description = (): string => {
    const { issuer: iss, audience, jwksUri } = issuer();
    return JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Complete' },
      servers: [{ url: `http://127.0.0.1:${echo().port}/v1` }],
      security: [{ login: ['orders'] }],
      paths: { '/orders/{id}': { get: { operationId: 'getOrder' } } },
      components: {
        securitySchemes: {
          login: {
            type: 'http',
            scheme: 'bearer',
            'x-enroute-jwt': { issuer: iss, audiences: [audience], jwksUri },
          },
        },
      },
    });
  };

  const complete = shared(() => {
    const { documents, remarks } = adapt(openapiAdapter, [{ path: 'api.json', text: description() }], {
      gateway: { mode: 'attach', name: 'edge' },
      basePath: '/shop',
    });
    expect(remarks.map(({ message }) => message)).toEqual([
      'keys, passwords and tokens travel in plain text until the virtual host has a certificate',
      'scopes of "login" are looked for in the claim "scope", as RFC 9068 has it',
    ]);
    return startGateway({
      documents: Object.fromEntries(writeFiles(documents).map(({ path, text }) => [path, text])),
    });
  });

  test.each([
    ['/shop/orders/7', 'orders', 200],
    ['/shop/orders/7', 'products', 403],
    ['/shop/orders/7', undefined, 401],
    ['/shop/orders', 'orders', 404],
    ['/v1/orders/7', 'orders', 404],
  ])('needs nothing more: %s with the scope %s gives %d', async (path, scope, status) => {
    const token = scope !== undefined && (await issuer().mintToken({ claims: { scope } }));
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    const answer = await complete().request({ path, headers });
    expect(answer.status, answer.body).toBe(status);
    if (status === 200) expect((answer.json() as EchoedRequest).path).toBe('/v1/orders/7');
  });
});
