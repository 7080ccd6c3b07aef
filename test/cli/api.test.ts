import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../servers/folder.ts';
import { enroutectl, folderWith, startEnroutectl } from './enroutectl.ts';

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

test('callers may ask so often only', async () => {
  const { url } = await startApi(['--rate-limit', '1']);
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/v1/routes`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
});

test.each([
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
