import { inspect } from 'node:util';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createS3Store } from '../../store/s3.ts';
import { StoreError, type Store } from '../../store/store.ts';
import { listen, reservePort } from '../servers/ports.ts';
import { INSTALL_TIMEOUT_MS, startS3Server, type S3Server } from '../servers/versitygw.ts';
import { all, bytes, etagOf, textAt } from './objects.ts';

let server: S3Server;

beforeAll(async () => {
  server = await startS3Server();
}, INSTALL_TIMEOUT_MS);

afterAll(() => server.remove());

/** Each operation of a store, and what it throws. */
const operations: readonly [string, (store: Store) => Promise<unknown>][] = [
  ['get', (store) => store.get('a')],
  ['put', (store) => store.put('a', bytes('x'))],
  ['conditional put', (store) => store.put('a', bytes('x'), { absent: true })],
  ['list', (store) => all(store.list(''))],
];

async function errorOf(work: Promise<unknown>): Promise<StoreError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StoreError)) throw new Error(`expected a StoreError, got ${inspect(error)}`);
  return error;
}

describe.each(operations)('%s', (_, run) => {
  test('with a wrong secret is refused, and the error holds no credential', async () => {
    const options = server.storeOptions(await server.createBucket());
    const secretAccessKey = 'wrong-but-still-secret';
    const error = await errorOf(
      run(createS3Store({ ...options, credentials: { ...server.credentials, secretAccessKey } })),
    );
    expect(error.retryable).toBe(false);
    expect(error.message).toMatch(/refuses us \(SignatureDoesNotMatch, HTTP 403/);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/still-secret|test-key|Signature=/);
  });

  test('with a key id that nobody has is refused', async () => {
    const options = server.storeOptions(await server.createBucket());
    const credentials = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'x' };
    const error = await errorOf(run(createS3Store({ ...options, credentials })));
    expect(error).toMatchObject({ retryable: false });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('AKIANOBODY');
  });

  test('in a bucket that is not there is refused', async () => {
    const error = await errorOf(run(createS3Store(server.storeOptions('no-such-bucket'))));
    expect(error).toMatchObject({ retryable: false });
    expect(error.message).toMatch(/^s3:\/\/no-such-bucket: \w+ ".*": there is no such bucket \(NoSuchBucket, HTTP 404/);
  });

  test('on a port where nobody listens may be tried again', async () => {
    const endpoint = `http://127.0.0.1:${await reservePort()}`;
    const error = await errorOf(run(createS3Store({ ...server.storeOptions('bucket'), endpoint })));
    expect(error.retryable).toBe(true);
    expect(error.message).toMatch(/cannot be reached \(ECONNREFUSED\)/);
  });
});

test('a server that comes back is used again', async () => {
  const store = createS3Store(server.storeOptions(await server.createBucket()));
  await store.put('a', bytes('x'));
  await server.stop();
  expect((await errorOf(store.get('a'))).retryable).toBe(true);
  await server.start();
  expect(await textAt(store, 'a')).toBe('x');
});

test('a server that is overloaded may be tried again', async () => {
  const overloaded = createServer((_, response) => response.writeHead(503).end());
  const endpoint = `http://127.0.0.1:${await listenForTest(overloaded)}`;
  const error = await errorOf(createS3Store({ ...server.storeOptions('bucket'), endpoint }).get('a'));
  expect(error).toMatchObject({ retryable: true });
  expect(error.message).toMatch(/cannot answer now \(.*HTTP 503/);
});

describe('a conditional write whose answer gets lost', () => {
  test.each([
    ['absent', async () => ({ absent: true }) as const],
    ['match', async (store: Store) => ({ match: etagOf(await store.put('a', bytes('old'))) })],
  ])('counts as written, and not as a conflict with itself: %s', async (_, condition) => {
    const options = server.storeOptions(await server.createBucket());
    const direct = createS3Store(options);
    const lossy = createS3Store({ ...options, endpoint: await lossyProxy(server.endpoint) });
    const result = await lossy.put('a', bytes('ours'), await condition(direct));
    expect(result.status).toBe('written');
    expect(await direct.get('a')).toEqual({ status: 'found', bytes: bytes('ours'), etag: etagOf(result) });
  });
});

/** Passes requests on, the host that their signature covers included, and loses the answer to the first PUT. */
async function lossyProxy(target: string): Promise<string> {
  let puts = 0;
  const proxy = createServer((request, response) => {
    const { method, headers } = request;
    const forwarded = httpRequest(new URL(request.url ?? '/', target), { method, headers }, (answer) => {
      if (method === 'PUT' && puts++ === 0) {
        answer.resume().on('end', () => request.socket.destroy());
      } else {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }
    });
    request.pipe(forwarded);
  });
  return `http://127.0.0.1:${await listenForTest(proxy)}`;
}

/** Listens until the running test ends. */
async function listenForTest(server: Server): Promise<number> {
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listen(server);
}
