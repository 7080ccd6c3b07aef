import { describe, expect, test } from 'vitest';
import { virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';

/** A redirect, a request, and where the client is sent. */
const REDIRECTS: readonly (readonly [redirect: string, path: string, location: string])[] = [
  ['scheme: https', '/0/a?x=1', 'https://redirect.test/0/a?x=1'],
  ['hostname: new.test', '/1/a', 'http://new.test/1/a'],
  ['port: 8443', '/2', 'http://redirect.test:8443/2'],
  ['scheme: https, port: 8443', '/3', 'https://redirect.test:8443/3'],
  ['path: { prefix: /new }', '/4/a?x=1', 'http://redirect.test/new/a?x=1'],
  ['path: { prefix: / }', '/5/a', 'http://redirect.test/a'],
  ['path: { prefix: / }', '/6', 'http://redirect.test/'],
  ['path: { full: /new }', '/7/a?x=1', 'http://redirect.test/new?x=1'],
  ["path: { regex: { pattern: '^/8/(.*)$', substitution: '/new/\\1' } }", '/8/a?x=1', 'http://redirect.test/new/a?x=1'],
  ['path: { full: /new }, stripQuery: true', '/9?x=1', 'http://redirect.test/new'],
  ['scheme: https, stripQuery: true', '/10/a?x=1', 'https://redirect.test/10/a'],
  ['path: { prefix: /new }, stripQuery: true', '/11/a?x=1', 'http://redirect.test/new/a'],
  ['scheme: https, hostname: new.test, port: 444, path: { full: /new }', '/12', 'https://new.test:444/new'],
];

const CODES = [301, 302, 303, 307, 308];

const LARGE = 'lärge '.repeat(20_000);

const gateway = shared(() =>
  startGateway({
    documents: {
      ...virtualHost(
        'redirect',
        [
          'routes:',
          ...REDIRECTS.map(
            ([redirect], place) => `- { match: { path: { prefix: /${place} } }, redirect: { ${redirect} } }`,
          ),
          ...CODES.map(
            (code) => `- { match: { path: { exact: /${code} } }, redirect: { scheme: https, statusCode: ${code} } }`,
          ),
        ].join('\n'),
      ),
      ...virtualHost(
        'respond',
        `
        routes:
          - match: { path: { exact: /text } }
            respond: { statusCode: 200, body: hello }
          - match: { path: { exact: /json } }
            respond: { statusCode: 404, body: '{"error":"no"}', contentType: application/json }
          - match: { path: { exact: /large } }
            respond: { statusCode: 200, body: ${JSON.stringify(LARGE)} }
          - match: { path: { exact: /operators } }
            respond: { statusCode: 200, body: '%PROTOCOL% and 100%', contentType: text/plain; note=%PROTOCOL% }
          - match: { path: { exact: /empty } }
            respond: { statusCode: 204 }
          - match: { path: { exact: /unavailable } }
            respond: { statusCode: 503, body: down for maintenance }
      `,
      ),
    },
  }),
);

describe('a redirect', () => {
  test.each(REDIRECTS)('with %s sends %s to %s', async (_, path, location) => {
    const { status, headers } = await gateway().request({ host: 'redirect.test', path });
    expect([status, headers.get('location')]).toEqual([301, location]);
  });

  test('keeps the port that the client asked for, unless host or port change', async () => {
    const host = 'redirect.test:8080';
    const locationOf = async (path: string) => (await gateway().request({ host, path })).headers.get('location');
    expect(await locationOf('/7')).toBe('http://redirect.test:8080/new');
    expect(await locationOf('/2')).toBe('http://redirect.test:8443/2');
    expect(await locationOf('/0')).toBe('https://redirect.test:8080/0');
    expect(await locationOf('/1')).toBe('http://new.test/1');
  });

  test.each(CODES)('has the status code %d', async (code) => {
    expect((await gateway().request({ host: 'redirect.test', path: `/${code}` })).status).toBe(code);
  });
});

describe('a direct answer', () => {
  test.each([
    ['/text', 200, 'text/plain', 'hello'],
    ['/json', 404, 'application/json', '{"error":"no"}'],
    ['/unavailable', 503, 'text/plain', 'down for maintenance'],
    ['/empty', 204, null, ''],
  ])('for %s has status %d, type %s and body %j', async (path, code, type, text) => {
    const { status, headers, body } = await gateway().request({ host: 'respond.test', path });
    expect([status, headers.get('content-type'), body]).toEqual([code, type, text]);
  });

  test('may be longer than Envoy allows by itself', async () => {
    expect((await gateway().request({ host: 'respond.test', path: '/large' })).body).toBe(LARGE);
  });

  test('has operators replaced in its type and not in its body', async () => {
    const { headers, body } = await gateway().request({ host: 'respond.test', path: '/operators' });
    expect(headers.get('content-type')).toBe('text/plain; note=HTTP/1.1');
    expect(body).toBe('%PROTOCOL% and 100%');
  });
});
