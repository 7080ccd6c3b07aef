/** A server that answers what Enroute's REST API answers, as its database was dumped. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { close, listen } from '../../servers/ports.ts';
import { enroutectl, enroutectlJson, ROOT } from '../enroutectl.ts';
import { startWorld } from './world.ts';

const SECRET = 'a-secret-of-the-web-application';
const DUMP = readFileSync(join(ROOT, 'fixtures/import/enroute/dump/proxies.json'), 'utf8');

async function startEnroute(dump: string): Promise<string> {
  const server = createServer(({ url, headers }, response) => {
    if (headers.authorization !== `Bearer ${SECRET}`) response.writeHead(401).end();
    else if (url !== '/proxy/dump') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(dump);
  });
  const port = await listen(server);
  onTestFinished(async () => {
    server.closeAllConnections();
    await close(server);
  });
  return `http://127.0.0.1:${port}`;
}

test('the proxies of a running Enroute become documents, and what is lost is said', async () => {
  const world = await startWorld();
  const url = await startEnroute(DUMP);
  const env = { WEBAPP_SECRET: SECRET };
  const args = ['migrate', 'enroute', '--url', url, '--secret-environment', 'WEBAPP_SECRET', '--server', world.url];
  const dry = await enroutectl([...args, '--dry-run'], { env });
  expect(dry).toMatchObject({ exit: 0, out: expect.stringContaining('+ Gateway default/') });
  expect(dry.err).not.toBe('');
  expect(dry.err).not.toContain('BEGIN');
  const done = await enroutectlJson([...args, '--yes'], { env });
  expect(done).toMatchObject({ exit: 0, json: { status: 'committed', revision: { message: 'migrate from Enroute' } } });
  expect((await enroutectl([...args, '--yes'], { env })).out).toBe('nothing differs; nothing was changed\n');
  expect((await enroutectl(['get', 'virtualhosts', '--server', world.url])).out.split('\n').length).toBeGreaterThan(2);
});

test.each([
  ['without its secret', [], 4, '/proxy/dump answers 401'],
  ['whose secret is not there', ['--secret-environment', 'NOT_SET'], 2, 'the variable NOT_SET is not set'],
  ['that has nothing', ['--secret-environment', 'WEBAPP_SECRET'], 1, 'has nothing that can be carried over'],
])('an Enroute %s is told in a sentence', async (_, more, exit, words) => {
  const url = await startEnroute('{"data":{"saaras_db_proxy":[]}}');
  const args = ['migrate', 'enroute', '--url', url, '--server', 'http://127.0.0.1:1', ...more];
  const outcome = await enroutectl(args, { env: { WEBAPP_SECRET: SECRET } });
  expect(outcome).toMatchObject({ exit, out: '', err: expect.stringContaining(words) });
});
