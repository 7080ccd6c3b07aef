/** Schemathesis runs against the served OpenAPI: no 500, no answer that is not documented, nothing accepted that should not be. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveApi } from '../../../functions/entry/node.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { runSchemathesis } from '../../servers/schemathesis.ts';
import { gateway, route, upstream, virtualHost } from '../../store/workspace/documents.ts';

/**
 * Their bodies are whole documents of large kinds, for which Schemathesis takes minutes to think of one. What their
 * handlers do is the same as for the small kinds, and documents.test.ts sends them every fixture.
 */
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

/** Its answer has no end. */
const ENDLESS = ['watchEvents'];

test('Schemathesis finds nothing', { timeout: INSTALLATION_MS }, async () => {
  const failures: unknown[] = [];
  const api = await serveApi({
    store: createMemoryStore(),
    host: '127.0.0.1',
    port: 0,
    onError: (error) => failures.push(error),
  });
  try {
    const items = { apiVersion: 'v1', kind: 'List', items: NAMED };
    const headers = { 'content-type': 'application/json' };
    await fetch(`${api.url}/v1/apply`, { method: 'POST', headers, body: JSON.stringify(items) });
    await fetch(`${api.url}/v1/publish`, { method: 'POST', headers, body: '{}' });
    const output = await runSchemathesis({
      url: `${api.url}/openapi.json`,
      settings: join(import.meta.dirname, 'schemathesis'),
      args: [
        ...['--checks', 'all', '--phases', 'examples,coverage,fuzzing', '--max-examples', '3', '--seed', '1'],
        ...[...LARGE_BODIES, ...ENDLESS].flatMap((id) => ['--exclude-operation-id', id]),
      ],
    });
    expect(output).toMatch(/Tested: [5-9]\d/);
  } finally {
    await api.close();
  }
  expect(failures).toEqual([]);
});
