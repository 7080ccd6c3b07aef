import { describe, expect, test } from 'vitest';
import { startGrpcAuthorizer, startHttpAuthorizer, type Authorizer } from '../../servers/external-authorization.ts';
import { reservePort } from '../../servers/ports.ts';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());
const grpc = shared(() => startGrpcAuthorizer({ name: 'grpc' }));
const http = shared(() => startHttpAuthorizer({ name: 'http' }));
const other = shared(() => startHttpAuthorizer({ name: 'other' }));

const filter = (service: string, more = ''): string =>
  `{ type: external-authorization, ${service}${more && `, ${more}`} }`;

const GRPC = 'grpc: { upstream: grpc }';
const HTTP =
  'http: { upstream: http, pathPrefix: /check, requestHeaders: [X-Decision], upstreamHeaders: [x-authorized-by] }';
const OTHER = 'http: { upstream: other, requestHeaders: [x-decision] }';
/** Nobody listens there. */
const GONE = 'grpc: { upstream: gone }';

const gateway = shared(async () =>
  startGateway({
    gateway: `
      accessLog: []
      filters: [${filter(OTHER)}]
    `,
    documents: {
      ...upstream('echo', echo().port),
      ...upstream('grpc', grpc().port, 'protocol: http2'),
      ...upstream('http', http().port),
      ...upstream('other', other().port),
      ...upstream('gone', await reservePort(), 'protocol: http2'),
      ...document('Filter', 'other', 'type: external-authorization', OTHER),
      ...virtualHost('plain', 'routes: [{ forward: { upstream: echo } }]'),
      ...virtualHost(
        'grpc',
        `
        filters: [${filter(GRPC)}]
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /direct } }
            respond: { statusCode: 200, body: direct }
          - match: { path: { prefix: /open } }
            disableFilters: [external-authorization]
            forward: { upstream: echo }
          - match: { path: { prefix: /http } }
            filters: [${filter(HTTP)}]
            forward: { upstream: echo }
          - match: { path: { prefix: /other } }
            filters: [{ type: reference, filter: other }]
            forward: { upstream: echo }
          - match: { path: { prefix: /body } }
            filters: [${filter(GRPC, 'includeBody: { maximumSize: 10B }')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /beginning } }
            filters: [${filter(GRPC, 'includeBody: { maximumSize: 10, whenLarger: truncate }')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /bytes } }
            filters: [${filter(GRPC, 'includeBody: { maximumSize: 10, as: bytes }')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /some-headers } }
            filters: [${filter('grpc: { upstream: grpc, requestHeaders: [X-Decision] }')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /anew } }
            filters: [${filter(GRPC, 'recomputeRoute: true')}]
            respond: { statusCode: 200, body: first }
          - match: { path: { prefix: /anew }, headers: [{ name: x-authorized-by, exact: grpc }] }
            respond: { statusCode: 200, body: chosen anew }
          - match: { path: { prefix: /settled } }
            respond: { statusCode: 200, body: first }
          - match: { path: { prefix: /settled }, headers: [{ name: x-authorized-by, exact: grpc }] }
            respond: { statusCode: 200, body: chosen anew }
          - match: { path: { prefix: /context } }
            filters: [${filter(GRPC, 'context: { realm: shop, __proto__: odd }')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /lenient } }
            filters: [${filter(GRPC, 'whenUnavailable: allow')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /gone } }
            filters: [${filter(GONE, 'statusWhenUnavailable: 503')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /gone-lenient } }
            filters: [${filter(GONE, 'whenUnavailable: allow')}]
            forward: { upstream: echo }
      `,
      ),
      ...virtualHost(
        'http',
        `
        filters: [${filter(HTTP)}]
        routes:
          - forward: { upstream: echo }
          - match: { path: { prefix: /few } }
            filters: [${filter('http: { upstream: http, clientHeaders: [x-other] }')}]
            forward: { upstream: echo }
          - match: { path: { prefix: /client-told } }
            filters:
              - ${filter(`http: { upstream: http, requestHeaders: [x-decision], clientHeadersWhenAllowed: [X-Authorized-By] }`)}
            forward: { upstream: echo }
          - match: { path: { prefix: /lenient } }
            filters: [${filter(HTTP, 'whenUnavailable: allow')}]
            forward: { upstream: echo }
      `,
      ),
    },
  }),
);

type Service = 'grpc' | 'http' | 'other';
const services = (): Readonly<Record<Service, Authorizer>> => ({ grpc: grpc(), http: http(), other: other() });

const send = (host: string, path: string, decision?: string, rest: Partial<GatewayRequest> = {}) => {
  const headers = { 'x-secret': 's3cret', ...(decision !== undefined && { 'x-decision': decision }) };
  return gateway().request({ host: `${host}.test`, path, headers, ...rest });
};

describe.each(['grpc', 'http'] as const)('an authorization service (%s)', (service) => {
  test('lets a request pass, with other headers', async () => {
    const answer = await send(service, '/allowed', 'allow', { method: 'POST', body: 'hello' });
    expect(answer.json()).toMatchObject({ headers: { 'x-authorized-by': service }, body: 'hello' });
    expect(answer.json()).not.toHaveProperty('headers.x-secret');
  });

  test('refuses a request, with words of its own', async () => {
    const { status, body, headers } = await send(service, '/denied', 'deny');
    expect([status, body, headers.get('x-denied-by')]).toEqual([403, `denied by ${service}`, service]);
    expect(echo().count('/denied')).toBe(0);
  });

  test.each(['fail', 'hang'])('lets nobody pass when it cannot answer (%s)', async (decision) => {
    const path = `/unavailable/${decision}`;
    expect((await send(service, path, decision)).status).toBe(403);
    expect(echo().count(path)).toBe(0);
  });

  test.each(['fail', 'hang'])('lets all pass when it cannot answer, if the document says so (%s)', async (decision) => {
    expect((await send(service, '/lenient', decision)).status).toBe(200);
    expect((await send(service, '/lenient', 'deny')).status).toBe(403);
  });

  test('is told what is asked', async () => {
    const path = `/told/${service}?x=1`;
    await send(service, path, 'allow', { method: 'PUT', body: 'hello' });
    const check = services()[service].checks.find((one) => one.path.includes(path));
    const expected = {
      method: 'PUT',
      host: `${service}.test`,
      body: '',
      path: service === 'http' ? `/check${path}` : path,
    };
    expect(check).toMatchObject(expected);
  });
});

describe('over HTTP', () => {
  test('the service is told only the headers that the document names', async () => {
    await send('http', '/headers', 'allow');
    const check = http().checks.find(({ path }) => path === '/check/headers');
    expect(check?.headers).toHaveProperty('x-decision', 'allow');
    expect(check?.headers).not.toHaveProperty('x-secret');
  });

  test('the client is told only the headers that the document names', async () => {
    const { status, headers } = await send('http', '/few');
    expect([status, headers.get('x-denied-by')]).toEqual([403, null]);
  });

  test('the client is told of a positive answer what the document names, and nothing else', async () => {
    const told = await send('http', '/client-told', 'allow');
    expect([told.status, told.headers.get('x-authorized-by')]).toEqual([200, 'http']);
    expect((await send('http', '/untold', 'allow')).headers.get('x-authorized-by')).toBe(null);
  });
});

describe('over gRPC', () => {
  test('the service gets the body as it is, if the document says so', async () => {
    await send('grpc', '/bytes', 'allow', { method: 'POST', body: 'ä' });
    const check = grpc().checks.find(({ path }) => path === '/bytes');
    expect([check?.body, [...(check?.rawBody ?? [])]]).toEqual(['', [0xc3, 0xa4]]);
  });

  test('the service gets all headers, or those that the document names', async () => {
    await send('grpc', '/all-headers', 'allow');
    await send('grpc', '/some-headers', 'allow');
    const headersAt = (at: string) => grpc().checks.find(({ path }) => path === at)?.headers;
    expect(headersAt('/all-headers')).toMatchObject({ 'x-decision': 'allow', 'x-secret': 's3cret' });
    expect(headersAt('/some-headers')).toHaveProperty('x-decision', 'allow');
    expect(headersAt('/some-headers')).not.toHaveProperty('x-secret');
  });

  test('the route is chosen again by what the service has set, if the document says so', async () => {
    expect((await send('grpc', '/anew', 'allow')).body).toBe('chosen anew');
    expect((await send('grpc', '/settled', 'allow')).body).toBe('first');
    expect((await send('grpc', '/anew', 'deny')).status).toBe(403);
  });

  test('the service gets the body, if the document says so', async () => {
    const body = '0123456789';
    const answer = await send('grpc', '/body', 'allow', { method: 'POST', body });
    expect(answer.json()).toMatchObject({ body });
    expect(grpc().checks.find(({ path }) => path === '/body')).toMatchObject({ body });
    expect((await send('grpc', '/body', 'allow', { method: 'POST', body: `${body}a` })).status).toBe(413);
  });

  test('the service gets the beginning of the body, and the upstream all of it', async () => {
    const body = '0123456789abc';
    expect((await send('grpc', '/beginning', 'allow', { method: 'POST', body })).json()).toMatchObject({ body });
    expect(grpc().checks.find(({ path }) => path === '/beginning')?.body).toBe('0123456789');
  });

  test('the service gets the context of the route', async () => {
    await send('grpc', '/context', 'allow');
    const context = grpc().checks.find(({ path }) => path === '/context')?.contextExtensions;
    expect(Object.entries(context ?? {}).toSorted()).toEqual([
      ['__proto__', 'odd'],
      ['realm', 'shop'],
    ]);
    expect(grpc().checks.find(({ path }) => path === '/allowed')?.contextExtensions).toEqual({});
  });

  test('a service that is not there lets nobody pass, or all', async () => {
    expect((await send('grpc', '/gone')).status).toBe(503);
    expect((await send('grpc', '/gone-lenient')).status).toBe(200);
  });
});

describe('what is nearer counts', () => {
  /** Which service is asked about a request; one that is asked about none refuses none. */
  const askedBy = async (host: string, path: string) => (await send(host, path)).headers.get('x-denied-by');

  test.each([
    ['plain', '/', 'other'],
    ['grpc', '/', 'grpc'],
    ['grpc', '/direct', 'grpc'],
    ['http', '/', 'http'],
    ['grpc', '/http', 'http'],
    ['grpc', '/other', 'other'],
    ['grpc', '/open', null],
  ])('%s%s: %s', async (host, path, name) => expect(await askedBy(host, path)).toBe(name));

  test('and nobody else is asked', async () => {
    const before = [grpc(), http(), other()].map(({ checks }) => checks.length);
    await send('grpc', '/http', 'allow');
    const after = [grpc(), http(), other()].map(({ checks }) => checks.length);
    expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([0, 1, 0]);
  });
});
