import { expect, test } from 'vitest';
import { startGreeter } from '../../servers/greeter.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const greeter = shared(startGreeter);

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('greeter', greeter().port, 'protocol: http2'),
      ...virtualHost(
        'web',
        `
        filters: [{ type: grpc-web }]
        routes:
          - forward: { upstream: greeter }
          - match: { path: { prefix: /off } }
            forward: { upstream: greeter, rewrite: { path: { prefix: / } } }
            disableFilters: [grpc-web]
      `,
      ),
    },
  }),
);

/** A frame of gRPC (flag, length, message) with a GreetRequest whose field 1 is the name. */
function frame(name: string): Buffer {
  const message = Buffer.concat([Buffer.from([0x0a, name.length]), Buffer.from(name)]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

const call = (path: string, contentType: string, body: string | Buffer) =>
  gateway().request({
    host: 'web.test',
    method: 'POST',
    path,
    headers: { 'content-type': contentType, accept: contentType },
    body,
  });

const METHOD = '/enroute.test.Greeter/Greet';

test('a call of a browser is answered, the trailers at the end of the body', async () => {
  const { status, headers, body } = await call(METHOD, 'application/grpc-web+proto', frame('ann'));
  expect([status, headers.get('content-type')]).toEqual([200, 'application/grpc-web+proto']);
  expect(body).toContain('hello ann');
  expect(body).toContain('grpc-status:0\r\n');
});

test('a call in base64 is answered in base64', async () => {
  const { headers, body } = await call(METHOD, 'application/grpc-web-text', frame('ann').toString('base64'));
  expect(headers.get('content-type')).toBe('application/grpc-web-text+proto');
  // Data and trailers are encoded one by one, each with its own padding.
  const text = body.replaceAll(/[^=]+=*/g, (part) => Buffer.from(part, 'base64').toString('utf8'));
  expect(text).toContain('hello ann');
  expect(text).toContain('grpc-status:0\r\n');
});

test('an error of the service is told', async () => {
  const { headers, body } = await call(METHOD, 'application/grpc-web+proto', frame(''));
  const status = headers.get('grpc-status') ?? /grpc-status:(\d+)/.exec(body)?.[1];
  expect(status).toBe('5');
});

test('nothing is translated where the filter is disabled', async () => {
  const { status, body } = await call(`/off${METHOD}`, 'application/grpc-web+proto', frame('ann'));
  expect([status, body.includes('grpc-status')]).toEqual([200, false]);
});
