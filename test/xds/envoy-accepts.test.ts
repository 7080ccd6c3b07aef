/** The real Envoy reads our bytes and our JSON, and agrees with us about what it refuses. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { any, decode, encode, print, violations, type Messages } from '../../compiler/xds/index.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { bootstrapWith, HTTP_FILTERS } from './bootstrap.ts';

const NAME = 'envoy.config.bootstrap.v3.Bootstrap';
type HttpFilter = Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter'];

const BOOTSTRAP = bootstrapWith(HTTP_FILTERS);

const envoy = useEnvoy();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enroute-xds-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What Envoy says to a configuration file: `OK` or its complaint. */
async function verdict(fileName: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, fileName);
  await writeFile(path, content);
  try {
    await promisify(execFile)(envoy.binary(), ['--mode', 'validate', '--config-path', path, '--log-level', 'critical']);
    return 'OK';
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  }
}

describe('a bootstrap that breaks no rule', () => {
  test('breaks none', () => expect(violations(NAME, BOOTSTRAP)).toEqual([]));

  test('is accepted as bytes', async () => {
    expect(await verdict('bytes.pb', encode(NAME, BOOTSTRAP))).toBe('OK');
  });

  test('is accepted as canonical JSON', async () => {
    expect(await verdict('text.json', print(NAME, BOOTSTRAP))).toBe('OK');
  });

  test('survives the way to bytes and back', async () => {
    expect(await verdict('again.json', JSON.stringify(decode(NAME, encode(NAME, BOOTSTRAP))))).toBe('OK');
  });
});

describe('what we report, Envoy refuses', () => {
  test.each<[string, HttpFilter]>([
    [
      'stat_prefix',
      {
        name: 'x',
        typed_config: any('envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit', { stat_prefix: '' }),
      },
    ],
    [
      'max_request_bytes',
      { name: 'x', typed_config: any('envoy.extensions.filters.http.buffer.v3.Buffer', { max_request_bytes: 0 }) },
    ],
    ['name', { name: '', typed_config: any('envoy.extensions.filters.http.cors.v3.Cors', {}) }],
  ])('%s', async (field, filter) => {
    const bootstrap = bootstrapWith([filter, ...HTTP_FILTERS]);
    expect(violations(NAME, bootstrap).map(({ path }) => path.split('.').at(-1))).toEqual([field]);
    expect(await verdict(`${field}.pb`, encode(NAME, bootstrap))).toContain('Proto constraint validation failed');
  });
});
