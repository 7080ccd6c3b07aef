/** Schemathesis runs against the served OpenAPI: no 500, no answer that is not documented, nothing accepted that should not be. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AccessPolicyFile } from '../../../compiler/2-validate/generated/types.ts';
import { serveApi, type RunningApi } from '../../../functions/entry/node.ts';
import { createAuthorizer } from '../../../functions/identity/authorizer.ts';
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

/** Named as the description's examples are, so that there is something to read and to change; and endpoints to push. */
const pushed = { ...upstream('shop'), spec: { discovery: { pushed: {} } } };
const NAMED = [gateway('edge'), gateway('shop'), virtualHost('shop'), pushed, route('shop', 'shop')];

const KEY = 'a key that only Schemathesis has';
const POLICY: AccessPolicyFile = {
  apiKeys: [{ name: 'schemathesis', environment: 'KEY' }],
  bindings: [{ role: 'admin', apiKeys: ['schemathesis'] }],
};

/** Starts an API that has documents, and asks who calls. */
async function startApi(): Promise<RunningApi> {
  const failures: unknown[] = [];
  const onError = (error: unknown): void => void failures.push(error);
  const authorizer = await createAuthorizer(POLICY, { readKey: () => KEY });
  const api = await serveApi({ store: createMemoryStore(), authorizer, host: '127.0.0.1', port: 0, onError });
  onTestFinished(async () => {
    await api.close();
    expect(failures).toEqual([]);
  });
  const items = { apiVersion: 'v1', kind: 'List', items: NAMED };
  const headers = { 'content-type': 'application/json', 'x-api-key': KEY };
  await fetch(`${api.url}/v1/apply`, { method: 'POST', headers, body: JSON.stringify(items) });
  await fetch(`${api.url}/v1/publish`, { method: 'POST', headers, body: '{}' });
  return api;
}

async function run(phases: string, examples: number, operations: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { url } = await startApi();
  const output = await runSchemathesis({
    url: `${url}/openapi.json`,
    settings: join(import.meta.dirname, 'schemathesis'),
    env,
    args: [
      ...['--checks', 'all', '--phases', phases, '--max-examples', String(examples), '--seed', '1'],
      ...['--header', `x-api-key: ${KEY}`],
      ...operations,
    ],
  });
  const answered = await (await fetch(`${url}/metrics`, { headers: { 'x-api-key': KEY } })).text();
  return { tested: tested(output), answered };
}

const include = LARGE_BODIES.flatMap((id) => ['--include-operation-id', id]);
const exclude = LARGE_BODIES.flatMap((id) => ['--exclude-operation-id', id]);

/** How many operations it says that it has tested. */
const tested = (output: string): number => Number(/Tested: +(\d+)/.exec(output)?.[1]);

test('Schemathesis finds nothing', { timeout: INSTALLATION_MS }, async () => {
  const done = await run('examples,coverage,fuzzing,stateful', 3, exclude);
  expect(done.tested).toBeGreaterThan(60);
  // What it could not do otherwise: somebody without a key was sent away, and endpoints were taken.
  expect(done.answered).toMatch(/requests_total\{operation="putEndpoints",status="200"\} [1-9]/);
  expect(done.answered).toMatch(/requests_total\{operation="putEndpoints",status="401"\} [1-9]/);
});

test('nor where a body is a whole document', { timeout: INSTALLATION_MS }, async () => {
  expect((await run('fuzzing', 5, include)).tested).toBe(LARGE_BODIES.length);
});

// What it goes through one by one in these phases, each field with each kind of value, has no end for a whole document.
test('nor in what stands around such a document', { timeout: INSTALLATION_MS }, async () => {
  const done = await run('examples,coverage', 3, include, { CLOSED_SPECS: 'yes' });
  expect(done.tested).toBe(LARGE_BODIES.length);
});
