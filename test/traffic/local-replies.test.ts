import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { reservePort } from '../servers/ports.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());
const nobody = shared(async () => ({ port: await reservePort(), stop: async () => undefined }));

const documents = () => ({
  ...upstream('echo', echo().port),
  ...upstream('nobody', nobody().port),
  ...virtualHost(
    'own',
    `
    routes:
      - match: { path: { prefix: /echo } }
        forward: { upstream: echo }
      - match: { path: { prefix: /nobody } }
        forward: { upstream: nobody }
      - match: { path: { prefix: /refused } }
        filters: [{ type: ip-access, allow: [10.9.9.9] }]
        forward: { upstream: echo }
      - match: { path: { prefix: /moved } }
        redirect: { hostname: elsewhere.test }
      - match: { path: { prefix: /teapot } }
        respond: { statusCode: 418, body: short }
  `,
  ),
});

const plain = shared(() => startGateway({ documents: documents() }));
const telling = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      http:
        localReplies:
          - when: { flags: [NR] }
            json: { error: no such page, path: '%REQ(:PATH)%' }
          - when: { statusCodes: [503], flags: [UF] }
            statusCode: 502
            body: <h1>Sorry</h1>
            contentType: text/html
            headers: [{ name: retry-after, value: '10' }]
          - when: { statusCodes: ['3xx'] }
            template: "to be found elsewhere, says %RESPONSE_CODE%"
        localReplyBody: { json: { status: '%RESPONSE_CODE%', message: '%LOCAL_REPLY_BODY%' }, contentType: application/problem+json }
    `,
    documents: documents(),
  }),
);

const ask = async (gateway: typeof plain, path: string) => {
  const { status, headers, body } = await gateway().request({ host: 'own.test', path });
  return { status, body, type: headers.get('content-type'), after: headers.get('retry-after') };
};

describe('an answer of Envoy’s own', () => {
  test('is Envoy’s words, if nobody says otherwise', async () => {
    expect(await ask(plain, '/nothing')).toMatchObject({ status: 404, body: '' });
    expect(await ask(plain, '/refused')).toMatchObject({
      status: 403,
      body: 'RBAC: access denied',
      type: 'text/plain',
    });
  });

  test('is what the first says that fits, by reason', async () => {
    const { status, body, type } = await ask(telling, '/nothing');
    expect([status, JSON.parse(body), type]).toEqual([
      404,
      { error: 'no such page', path: '/nothing' },
      'application/json',
    ]);
  });

  test('is what the first says that fits, by status and reason', async () => {
    expect(await ask(telling, '/nobody')).toEqual({
      status: 502,
      body: '<h1>Sorry</h1>',
      type: 'text/html',
      after: '10',
    });
    expect(await ask(plain, '/nobody')).toMatchObject({ status: 503, after: null });
  });

  test('is what the first says that fits, by class', async () => {
    expect(await ask(telling, '/moved')).toMatchObject({
      status: 301,
      body: 'to be found elsewhere, says 301',
      type: 'text/plain',
    });
  });

  test.each([
    ['/refused', 403, 'RBAC: access denied'],
    ['/teapot', 418, 'short'],
  ])('has the body of all others: %s', async (path, status, message) => {
    const answer = await ask(telling, path);
    expect([answer.status, JSON.parse(answer.body), answer.type]).toEqual([
      status,
      { status, message },
      'application/problem+json',
    ]);
  });

  test('is none that an upstream gives', async () => {
    echo().script('/echo/gone', [{ status: 503, body: 'gone' }]);
    expect(await ask(telling, '/echo/gone')).toMatchObject({ status: 503, body: 'gone' });
  });
});
