import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { reservePort } from '../../servers/ports.ts';
import { startPrometheus, type Prometheus } from '../../servers/prometheus.ts';
import { prometheusQuery } from '../../../store/rollout/prometheus.ts';

/** A series of another name than `vector(1)`. */
const OTHER = 'label_replace(vector(2), "a", "b", "", "")';

describe('a Prometheus', () => {
  let prometheus: Prometheus;
  let query: ReturnType<typeof prometheusQuery>;
  beforeAll(async () => {
    prometheus = await startPrometheus();
    query = prometheusQuery({ url: `${prometheus.url}/`, timeoutMs: 30_000 });
  }, INSTALLATION_MS);
  afterAll(() => prometheus.stop());

  test.each([
    ['a scalar', '1.5', 1.5],
    ['one series', 'vector(0.02)', 0.02],
    ['what is infinite', '1 / 0', Infinity],
    ['what is infinite and less than nothing', 'vector(-1) / 0', -Infinity],
  ])('that answers with %s gives a number', async (_, promql, value) => {
    expect(await query(promql)).toEqual({ value });
  });

  test.each([
    ['no series', 'not_there', 'the query gives 0 series, not one'],
    ['several series', `vector(1) or ${OTHER}`, 'the query gives 2 series, not one'],
    ['values over time', 'vector(1)[1m:10s]', 'the query gives a matrix, not a number'],
    ['a text', '"1"', 'the query gives a string, not a number'],
    ['what is no number', '0 / 0', 'the query gives no number'],
    ['a mistake', 'sum(', /^the Prometheus says: invalid parameter "query": 1:5: parse error: unclosed left paren/],
    [
      'what cannot be joined',
      `vector(1) * on() (vector(1) or ${OTHER})`,
      /^the Prometheus says: found duplicate series/,
    ],
  ])('that answers with %s gives none, and it is said why', async (_, promql, problem) => {
    expect(await query(promql)).toEqual({
      problem: typeof problem === 'string' ? problem : expect.stringMatching(problem),
    });
  });
});

/** Answers that a real one cannot be made to give. */
const ANSWERS: Readonly<Record<string, string>> = {
  scalar: '{"status":"success","data":{"resultType":"scalar","result":[1435781451.781,"1.5"]}}',
  text: 'hello',
  long: `{"padding":"${'x'.repeat(100_000)}"}`,
};

describe('what does not answer as a Prometheus', () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const query = new URLSearchParams(body).get('query') ?? '';
      if (query === 'elsewhere') response.writeHead(302, { location: '/api/v1/query' });
      if (query === 'forbidden') response.writeHead(401);
      if (query !== 'silence') response.end(ANSWERS[query] ?? '{"status":"error"}');
    });
  });
  let query: ReturnType<typeof prometheusQuery>;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const headers = { authorization: 'Bearer it' };
    const options = { url: `http://127.0.0.1:${port}/prefix/`, headers };
    const [patient, hasty] = [
      prometheusQuery({ ...options, timeoutMs: 30_000 }),
      prometheusQuery({ ...options, timeoutMs: 500 }),
    ];
    query = (promql) => (promql === 'silence' ? hasty(promql) : patient(promql));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each([
    ['text', 'what answers is no Prometheus'],
    ['long', 'what answers is no Prometheus'],
    ['forbidden', 'the Prometheus answers with 401'],
    ['elsewhere', 'the Prometheus answers with 302'],
    ['silence', 'the Prometheus gives no answer within 0.5 s'],
  ])('that answers with %s gives no number, and it is said why', async (promql, problem) => {
    expect(await query(promql)).toEqual({ problem });
  });

  test('as one that is not there, gives no number', async () => {
    const port = await reservePort();
    expect(await prometheusQuery({ url: `http://127.0.0.1:${port}` })('scalar')).toEqual({
      problem: 'the Prometheus cannot be reached: ECONNREFUSED',
    });
  });

  test('is asked at its own place, with what it wants to see', async () => {
    await query('scalar');
    expect(seen.at(-1)).toBe('POST /prefix/api/v1/query Bearer it');
  });
});
