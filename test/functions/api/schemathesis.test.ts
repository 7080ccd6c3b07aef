/** Schemathesis runs against the served OpenAPI: no 500, no answer that is not documented, nothing accepted that should not be. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../functions/entry/node.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { runSchemathesis } from '../../servers/schemathesis.ts';
import { gateway, route, upstream, virtualHost } from '../../store/workspace/documents.ts';

/** Their bodies are whole documents. */
const LARGE_BODIES = [
  ...['Gateway', 'VirtualHost', 'Route', 'Upstream', 'TcpRoute', 'UdpRoute', 'Filter', 'EnvoyPatch'].map(
    (kind) => `put${kind}`,
  ),
  'applyDocuments',
  'compileDocuments',
  'validateDocuments',
];

/** Named as the description's examples are, so that there is something to read and to change. */
const NAMED = [gateway('edge'), gateway('shop'), virtualHost('shop'), upstream('shop'), route('shop', 'shop')];

/** Starts an API that has documents, and gives the address of its description. */
async function startApi(): Promise<string> {
  const failures: unknown[] = [];
  const onError = (error: unknown): void => void failures.push(error);
  const api = await serveApi({ store: createMemoryStore(), host: '127.0.0.1', port: 0, onError });
  onTestFinished(async () => {
    await api.close();
    expect(failures).toEqual([]);
  });
  const items = { apiVersion: 'v1', kind: 'List', items: NAMED };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${api.url}/v1/apply`, { method: 'POST', headers, body: JSON.stringify(items) });
  await fetch(`${api.url}/v1/publish`, { method: 'POST', headers, body: '{}' });
  return `${api.url}/openapi.json`;
}

const run = async (phases: string, examples: number, operations: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  runSchemathesis({
    url: await startApi(),
    settings: join(import.meta.dirname, 'schemathesis'),
    env,
    args: [
      ...['--checks', 'all', '--phases', phases, '--max-examples', String(examples), '--seed', '1'],
      ...operations,
    ],
  });

const include = LARGE_BODIES.flatMap((id) => ['--include-operation-id', id]);
const exclude = LARGE_BODIES.flatMap((id) => ['--exclude-operation-id', id]);

/** How many operations it says that it has tested. */
const tested = (output: string): number => Number(/Tested: +(\d+)/.exec(output)?.[1]);

test('Schemathesis finds nothing', { timeout: INSTALLATION_MS }, async () => {
  expect(tested(await run('examples,coverage,fuzzing,stateful', 3, exclude))).toBeGreaterThan(60);
});

test('nor where a body is a whole document', { timeout: INSTALLATION_MS }, async () => {
  expect(tested(await run('fuzzing', 5, include))).toBe(LARGE_BODIES.length);
});

// What it goes through one by one in these phases, each field with each kind of value, has no end for a whole document.
test('nor in what stands around such a document', { timeout: INSTALLATION_MS }, async () => {
  expect(tested(await run('examples,coverage', 3, include, { CLOSED_SPECS: 'yes' }))).toBe(LARGE_BODIES.length);
});
