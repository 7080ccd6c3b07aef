/** Each benchmark runs at a tiny size and prints its tables. How long things take is no matter here. */
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { benchmarkToEnvoy } from '../../bench/api/to-envoy.ts';
import { benchmarkCompile } from '../../bench/compile/benchmark.ts';
import { benchmarkFunctions } from '../../bench/functions/benchmark.ts';
import { benchmarkHosts } from '../../bench/hosts/benchmark.ts';
import { benchmarkPublish } from '../../bench/publish/benchmark.ts';
import { benchmarkRelay } from '../../bench/relay/benchmark.ts';
import { benchmarkRoutes } from '../../bench/routes/benchmark.ts';
import { rateOf } from '../../bench/routes/wrk.ts';
import { benchmarkSize } from '../../bench/size/benchmark.ts';
import { INSTALL_TIMEOUT_MS } from '../servers/versitygw.ts';

/** The cells of the table whose head has these titles, among others. */
function rowsOf(markdown: string, ...titles: readonly string[]): readonly (readonly string[])[] {
  const lines = markdown.split('\n');
  const head = lines.findIndex((line) => line.startsWith('|') && titles.every((title) => line.includes(title)));
  expect(head, `a table with ${titles.join(', ')}`).not.toBe(-1);
  const body = lines.slice(head + 2);
  const end = body.findIndex((line) => !line.startsWith('|'));
  return body.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('api-envoy', { timeout: INSTALL_TIMEOUT_MS }, async () => {
  const rows = rowsOf(await benchmarkToEnvoy({ sizes: [10], changes: 1 }), 'bucket', 'way', 'Envoy ms');
  expect(rows.map(([bucket, documents, way]) => [bucket, documents, way])).toEqual(
    ['directory', 'S3 (versitygw)'].flatMap((bucket) => [
      [bucket, '10', 'automatic'],
      [bucket, '10', 'publish'],
    ]),
  );
  // Envoy cannot meet what the API has not published yet.
  for (const [, , , , met] of rows) expect(Number(met)).toBeGreaterThan(0);
});

test('compile', async () => {
  const section = await benchmarkCompile({ sizes: [10, 20], changes: 2 });
  const full = rowsOf(section, 'routes', 'resources', 'bundle', 'peak memory');
  expect(full.map(([routes, resources]) => [routes, resources])).toEqual([
    ['10', '32'],
    ['20', '62'],
  ]);
  expect(rowsOf(section, 'parse', 'link', 'pack')).toHaveLength(2);
  expect(rowsOf(section, 'route: CPU ms', 'upstream: CPU ms')).toHaveLength(2);
});

test('functions', { timeout: INSTALL_TIMEOUT_MS }, async () => {
  const rows = rowsOf(await benchmarkFunctions({ starts: 1, requests: 1, documents: 10 }), 'runtime', 'cold ms');
  expect(rows.map(([runtime, bundle]) => `${runtime}: ${bundle}`)).toEqual(
    ['Node', 'Lambda (aws-lambda-ric)', 'Workers (workerd)'].flatMap((runtime) =>
      ['hello', 'Enroute'].map((bundle) => `${runtime}: ${bundle}`),
    ),
  );
  for (const [, , all = '', eager = '', gzip = ''] of rows) {
    const [whole, atStart, compressed] = [all, eager, gzip].map((cell) => Number(cell.replaceAll(',', '')));
    expect(atStart).toBeLessThanOrEqual(whole ?? 0);
    expect(compressed).toBeLessThan(1_100);
  }
  expect(rows.map(([, , , , , , , timesHello]) => timesHello === '1')).toEqual([true, false, true, false, true, false]);
  // Only the API can be asked for a page.
  expect(rows.map((cells) => cells[9] !== '')).toEqual([false, true, false, true, false, true]);
});

test('hosts', { timeout: INSTALL_TIMEOUT_MS }, async () => {
  const rows = rowsOf(await benchmarkHosts({ sizes: [150], changes: 1 }), 'hosts', 'way', 'bytes', 'memory MB');
  expect(rows.map(([, way]) => way)).toEqual(['together', 'apart', 'scoped']);
  const bytes = rows.map(([, , cell = '']) => Number(cell.replaceAll(',', '')));
  expect(bytes[0]).toBeGreaterThan(10_000);
  expect(Math.max(...bytes.slice(1))).toBeLessThan(1_000);
});

test('publish', { timeout: INSTALL_TIMEOUT_MS }, async () => {
  const rows = rowsOf(await benchmarkPublish({ routes: 20 }), 'bucket', 'step', 'objects', 'bytes');
  expect(rows.map(([bucket, step]) => `${bucket}: ${step}`)).toEqual(
    ['directory', 'S3 (versitygw)'].flatMap((bucket) =>
      ['publish the first', 'publish the change', 'load the first', 'load the change'].map(
        (step) => `${bucket}: ${step}`,
      ),
    ),
  );
});

test('relay', { timeout: INSTALL_TIMEOUT_MS }, async () => {
  const section = await benchmarkRelay({ clusters: [20], streams: [2], rounds: 1, rejectsFor: 1 }, () => {});
  const times = rowsOf(section, 'variant', 'full configuration', 'bad rounds');
  expect(times.map(([variant]) => variant)).toEqual(['sotw', 'delta']);
  // All streams of both servers had the same state at the end.
  expect(times.map((cells) => cells[8])).toEqual(['0 / 0', '0 / 0']);
  expect(rowsOf(section, 'memory MB', 'peak MB')).toHaveLength(2);
  // One client that refuses everything gets the change once.
  expect(rowsOf(section, 'responses').map((cells) => cells[3]?.split(' / ')[0])).toEqual(['1', '1']);
});

test('size', async () => {
  const rows = rowsOf(await benchmarkSize(), 'what', 'minified kB', 'gzip kB');
  expect(rows.map(([what]) => what)).toEqual(['compiler, with all filters', 'functions']);
  // The target of the benchmark: a size is the same on every machine.
  for (const [, , gzip] of rows) expect(Number(gzip)).toBeLessThan(1_000);
});

const hasWrk = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'wrk')));

test.runIf(hasWrk)('routes', { timeout: INSTALL_TIMEOUT_MS }, async () => {
  const rows = rowsOf(await benchmarkRoutes({ sizes: [10, 20], seconds: 1, rounds: 1 }), 'routes', 'list, first');
  expect(rows.map(([routes]) => routes)).toEqual(['10', '20']);
  for (const rates of rows) expect(rates.slice(1).every((rate) => Number(rate.replaceAll(',', '')) > 0)).toBe(true);
});

test("wrk's report is read, and one with failures is no measurement", () => {
  const report = ['  24 requests in 1.00s, 3.25KB read', 'Requests/sec:  23.96', 'Transfer/sec:   3.24KB'];
  expect(rateOf(report)).toBe(23.96);
  expect(() => rateOf([...report, '  Non-2xx or 3xx responses: 24'])).toThrow('Non-2xx');
  expect(() => rateOf(['unable to connect'])).toThrow('unable to connect');
});
