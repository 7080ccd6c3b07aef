import { join } from 'node:path';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { readWebhookSecrets, verifyWebhook } from '../../store/webhooks.ts';
import { listen, reservePort } from '../servers/ports.ts';
import { SHOP } from '../store/workspace/documents.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { enroutectl, folderWith, startEnroutectl } from './enroutectl.ts';

const SECRET = `whsec_${btoa('a'.repeat(32))}`;
const KEY = 'a-key-of-more-than-twenty-characters';
const POLICY = `
apiKeys: [{ name: ci, environment: CI_KEY }]
bindings: [{ role: viewer, apiKeys: [ci] }]
`;

interface Line {
  readonly message?: string;
  readonly url?: string;
  readonly audit?: { readonly operation: string; readonly status: number };
}

/** Starts the command, and gives where it listens and what it has said so far. */
async function startApi(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const lines: Line[] = [];
  let listens: (url: string) => void = () => {};
  const listening = new Promise<string>((resolve) => (listens = resolve));
  const store = await temporaryFolder();
  const running = await startEnroutectl(['api', '--store', store, '--listen', '127.0.0.1:0', ...args], {
    env,
    onLine: (text) => {
      const line: Line = JSON.parse(text);
      lines.push(line);
      if (line.message === 'listening') listens(line.url ?? '');
    },
  });
  return { url: await listening, lines, running };
}

test('the API is served to this machine, which it says, until it is told to stop', async () => {
  const { url, lines, running } = await startApi([]);
  const answer = await fetch(`${url}/v1/routes`);
  expect(await answer.json()).toEqual({ revision: null, items: [] });
  await running.stop();
  expect(lines.map(({ message }) => message)).toContain(
    'no access policy: it listens to this machine only, and whoever is on it may do all',
  );
  expect(lines.flatMap(({ audit }) => audit ?? [])).toMatchObject([{ operation: 'listRoutes', status: 200 }]);
});

test('an access policy says who may do what', async () => {
  const folder = await folderWith({ 'policy.yaml': POLICY });
  const { url } = await startApi(['--access-policy', join(folder, 'policy.yaml')], { CI_KEY: KEY });
  const statusOf = async (method: string, path: string, key: string) =>
    (await fetch(`${url}${path}`, { method, headers: { 'x-api-key': key } })).status;
  expect(await statusOf('GET', '/v1/routes', KEY)).toBe(200);
  expect(await statusOf('DELETE', '/v1/routes/a', KEY)).toBe(403);
  expect(await statusOf('GET', '/v1/routes', `${KEY}r`)).toBe(401);
});

test('the page of GraphiQL is served where it is wanted', async () => {
  const { url } = await startApi(['--graphiql']);
  expect(await (await fetch(`${url}/graphiql`)).text()).toContain('<title>Enroute: GraphiQL</title>');
  const other = await startApi([]);
  expect((await fetch(`${other.url}/graphiql`)).status).toBe(404);
});

test('callers may ask so often only', async () => {
  const { url } = await startApi(['--rate-limit', '1']);
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/v1/routes`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
});

test('relays are told of what is published, signed with the secrets of a file or of the environment', async () => {
  const secrets = readWebhookSecrets(SECRET);
  const told: { readonly body: string; readonly status: string }[] = [];
  const relay = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    told.push({ body, status: (await verifyWebhook(headers, body, secrets, Date.now())).status });
    response.writeHead(202).end();
  });
  const relayUrl = `http://127.0.0.1:${await listen(relay)}`;
  onTestFinished(() => void relay.close());
  const folder = await folderWith({ secret: `${SECRET}\n` });
  const silent = `http://127.0.0.1:${await reservePort()}`;
  const ways = [
    await startApi(['--notify-url', relayUrl, silent, '--notify-secret-file', join(folder, 'secret')]),
    await startApi(['--notify-url', relayUrl, silent], { ENROUTE_NOTIFY_SECRETS: SECRET }),
  ];
  for (const { url, lines } of ways) {
    const send = (path: string, body: object): Promise<Response> =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await send('/v1/apply', { apiVersion: 'v1', kind: 'List', items: SHOP })).status).toBe(200);
    expect((await send('/v1/publish', {})).status).toBe(200);
    const warning = await poll({ what: 'that the silent relay is told of' }, async () =>
      lines.find(({ message }) => message === 'a relay was not notified, and finds out by polling'),
    );
    expect(warning).toMatchObject({ level: 'warn', relay: silent, outcome: 'unreachable' });
    expect(JSON.stringify(lines)).not.toContain('whsec_');
  }
  await poll({ what: 'that the other relay is told' }, async () => told.length >= ways.length || undefined);
  expect(told).toEqual(ways.map(() => ({ body: '{"gateway":"default/edge"}', status: 'genuine' })));
});

test.each([
  [['--notify-secret-file', 'secret'], '--notify-secret-file needs --notify-url'],
  [
    ['--notify-url', 'http://user:password@relay'],
    '--notify-url: the URL of a relay to notify, http://relay, has credentials',
  ],
  [['--listen', '0.0.0.0:0'], 'whoever reaches 0.0.0.0 could do all'],
  [['--access-policy', 'nowhere.yaml'], 'nowhere.yaml: ENOENT'],
  [['--access-policy', 'policy.yaml'], 'the variable CI_KEY of the API key "ci" is not set'],
  [['--access-policy', 'wrong.yaml'], 'wrong.yaml:1:1: unknown field "binding"'],
])('%j is refused', async (args, words) => {
  const cwd = await folderWith({ 'policy.yaml': POLICY, 'wrong.yaml': 'binding: []' });
  const { exit, out, err } = await enroutectl(['api', '--store', 'memory:', ...args], { cwd });
  expect(err).toContain(words);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
});
