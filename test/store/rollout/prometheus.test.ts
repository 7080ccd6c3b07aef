import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reservePort } from '../../servers/ports.ts';
import { prometheusQuery } from '../../../store/rollout/prometheus.ts';

/** What Prometheus answers, by query. The bodies are as its documentation shows them. */
const ANSWERS: Readonly<Record<string, string>> = {
  scalar: '{"status":"success","data":{"resultType":"scalar","result":[1435781451.781,"1.5"]}}',
  vector:
    '{"status":"success","data":{"resultType":"vector","result":[{"metric":{"job":"edge"},"value":[1435781451.781,"0.02"]}]}}',
  infinite: '{"status":"success","data":{"resultType":"scalar","result":[1435781451.781,"+Inf"]}}',
  none: '{"status":"success","data":{"resultType":"vector","result":[]}}',
  several:
    '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"1"]},{"metric":{},"value":[1,"2"]}]}}',
  matrix: '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"1"]]}]}}',
  'not a number': '{"status":"success","data":{"resultType":"scalar","result":[1435781451.781,"NaN"]}}',
  text: 'hello',
  wrong: '{"status":"error","errorType":"bad_data","error":"invalid parameter \\"query\\": unexpected end of input"}',
  long: `{"padding":"${'x'.repeat(100_000)}"}`,
};

describe('a Prometheus', () => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const query = new URLSearchParams(body).get('query') ?? '';
      if (query === 'elsewhere') response.writeHead(302, { location: '/api/v1/query' });
      if (query === 'wrong') response.writeHead(400);
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
    ['scalar', 1.5],
    ['vector', 0.02],
    ['infinite', Infinity],
  ])('that answers with %s gives %s', async (promql, value) => {
    expect(await query(promql)).toEqual({ value });
  });

  test.each([
    ['none', 'the query gives 0 series, not one'],
    ['several', 'the query gives 2 series, not one'],
    ['matrix', 'the query gives a matrix, not a number'],
    ['not a number', 'the query gives no number'],
    ['text', 'what answers is no Prometheus'],
    ['long', 'what answers is no Prometheus'],
    ['wrong', 'the Prometheus says: invalid parameter "query": unexpected end of input'],
    ['forbidden', 'the Prometheus answers with 401'],
    ['elsewhere', 'the Prometheus answers with 302'],
    ['silence', 'the Prometheus gives no answer within 0.5 s'],
  ])('that answers with %s gives no number, and it is said why', async (promql, problem) => {
    expect(await query(promql)).toEqual({ problem });
  });

  test('that is not there gives no number either', async () => {
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
