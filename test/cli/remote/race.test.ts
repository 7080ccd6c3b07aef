/** Several people at the same documents: whoever has not seen what another has written does not overwrite it. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { SHOP, upstream } from '../../store/workspace/documents.ts';
import { close, listen } from '../../servers/ports.ts';
import { enroutectl, enroutectlJson, folderWith, type Outcome, type Surroundings } from '../enroutectl.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let folder: string;
beforeEach(async () => {
  world = await startWorld();
  folder = await folderWith({
    'shop.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: SHOP }),
    'mine.json': JSON.stringify(upstream('demo', 7070)),
  });
  expect((await run(['apply', '-f', 'shop.json', '--yes', '--publish'])).exit).toBe(0);
});

const run = (args: readonly string[], more: Surroundings = {}, url = world.url): Promise<Outcome> =>
  enroutectl([...args, '--server', url], { cwd: folder, ...world.surroundings, ...more });

/** What somebody else does meanwhile. */
async function bobPuts(name: string, port: number, more: readonly string[] = []): Promise<void> {
  const cwd = await folderWith({ 'bobs.json': JSON.stringify(upstream(name, port)) });
  expect((await run(['apply', '-f', 'bobs.json', '--yes', ...more], { cwd })).exit).toBe(0);
}

const portOf = async (name: string): Promise<unknown> => {
  const { json } = await enroutectlJson(['get', 'upstream', name, '--server', world.url], world.surroundings);
  return json.spec.endpoints[0].port;
};

/** The API, where somebody else is quicker between a plan and what follows from it. */
async function startInterception(isMoment: (path: string) => boolean, meanwhile: () => Promise<void>): Promise<string> {
  let isDone = false;
  const server = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url = '/' } = request;
      const body = await text(request);
      if (!isDone && isMoment(url)) {
        isDone = true;
        await meanwhile();
      }
      const headers = { 'content-type': request.headers['content-type'] ?? 'application/json' };
      const answer = await fetch(`${world.url}${url}`, { method, ...(body !== '' && { body, headers }) });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    })();
  });
  const port = await listen(server);
  onTestFinished(async () => {
    server.closeAllConnections();
    await close(server);
  });
  return `http://127.0.0.1:${port}`;
}

const commits = (path: string): boolean => /^\/v1\/(apply|rollback|upstreams)/.test(path) && !path.includes('dryRun');
const publishes = (path: string): boolean => path === '/v1/publish';

describe('somebody else changes the same document while the plan is looked at', () => {
  test('a person is shown what it is now, and asked again', async () => {
    const questions: string[] = [];
    const answer = async (): Promise<string> => {
      if (questions.push('?') === 1) await bobPuts('demo', 9090);
      return 'y';
    };
    const { exit, out, err } = await run(['apply', '-f', 'mine.json'], { answer });
    expect(exit).toBe(0);
    expect(out).toMatch(/8080 → 7070[^]*9090 → 7070[^]*committed as revision 3 of the documents\n/);
    expect(err).toBe('\nsomebody else has changed the same meanwhile; this is the plan now:\n\n');
    expect(questions).toHaveLength(2);
  });

  test('who does not like what it is now leaves it', async () => {
    let asked = 0;
    const answer = async (): Promise<string> => {
      if (asked++ > 0) return 'n';
      await bobPuts('demo', 9090);
      return 'y';
    };
    expect((await run(['apply', '-f', 'mine.json'], { answer })).exit).toBe(5);
    expect(await portOf('demo')).toBe(9090);
  });

  test.each([
    ['an apply', ['apply', '-f', 'mine.json', '--yes']],
    ['an apply for a program', ['apply', '-f', 'mine.json', '--yes', '-o', 'json']],
    ['what prunes', ['apply', '-f', 'shop.json', '--prune', '--yes']],
    ['a deletion', ['delete', 'upstream', 'demo', '--cascade', '--yes']],
  ])('%s with --yes overwrites nothing', async (_, args) => {
    if (args.includes('--prune')) await bobPuts('other', 1);
    const name = args.includes('--prune') ? 'other' : 'demo';
    const url = await startInterception(commits, () => bobPuts(name, 9090));
    const { exit, err } = await run(args, {}, url);
    expect(exit).toBe(3);
    expect(err).toContain(`Somebody else has changed the same document meanwhile: Upstream default/${name}\n`);
    expect(await portOf(name)).toBe(9090);
  });

  test('a rollback overwrites nothing, either', async () => {
    await bobPuts('demo', 1);
    const url = await startInterception(commits, () => bobPuts('demo', 9090));
    expect((await run(['rollback', '1', '--yes'], {}, url)).exit).toBe(3);
    expect(await portOf('demo')).toBe(9090);
  });
});

test('what others have done to other documents is kept, and told', async () => {
  const url = await startInterception(commits, () => bobPuts('other', 9090));
  const { exit, err } = await run(['apply', '-f', 'mine.json', '--yes'], {}, url);
  expect(exit).toBe(0);
  expect(err).toBe('somebody else has changed other documents between the plan and this; all of it is kept\n');
  expect([await portOf('demo'), await portOf('other')]).toEqual([7070, 9090]);
});

test('with --base, what was changed since a revision is refused', async () => {
  await bobPuts('demo', 9090);
  expect((await run(['apply', '-f', 'mine.json', '--base', '1', '--yes'])).exit).toBe(3);
  expect((await run(['apply', '-f', 'mine.json', '--base', '2', '--yes'])).exit).toBe(0);
});

describe('somebody else publishes meanwhile', () => {
  const addPath = (): Promise<void> => bobPuts('demo', 9090, ['--publish']);

  test('a publication goes over nothing that was not seen', async () => {
    expect((await run(['apply', '-f', 'mine.json', '--yes'])).exit).toBe(0);
    const url = await startInterception(publishes, addPath);
    const { exit, out } = await run(['publish', '--yes'], {}, url);
    expect(exit).toBe(3);
    expect(out).toContain('default/edge conflict: its revision 2, which somebody else has published meanwhile, stays');
    expect((await run(['publish', '--dry-run'])).out).toBe('default/edge unchanged: its revision 2\n');
  });

  test('who has published more has published this, too', async () => {
    const url = await startInterception(publishes, addPath);
    const { exit, out } = await run(['apply', '-f', 'mine.json', '--yes', '--publish'], {}, url);
    expect(exit).toBe(0);
    expect(out).toMatch(/committed as revision 2 of the documents\ndefault\/edge unchanged: its revision 2\n$/);
    expect((await run(['publish', '--dry-run'])).out).toBe('default/edge unchanged: its revision 2\n');
  });
});

test('two who edit the same document again and again lose nothing of each other', async () => {
  const counted = { ...upstream('demo'), metadata: { name: 'demo', annotations: { count: '0' } } };
  const cwd = await folderWith({ 'demo.json': JSON.stringify(counted) });
  expect((await run(['apply', '-f', 'demo.json', '--yes'], { cwd })).exit).toBe(0);
  const EDITOR = `perl -pi -e 's/(count: ")(\\d+)/$1.($2+1)/e'`;
  const increment = async (): Promise<void> => {
    const { exit } = await run(['edit', 'upstream', 'demo', '--yes'], { env: { ...world.surroundings.env, EDITOR } });
    if (exit === 3) return increment();
    expect(exit).toBe(0);
  };
  const editor = async (): Promise<void> => {
    for (let times = 0; times < 5; times += 1) await increment();
  };
  await Promise.all([editor(), editor()]);
  const { json } = await enroutectlJson(['get', 'upstream', 'demo', '--server', world.url], world.surroundings);
  expect(json.metadata.annotations).toEqual({ count: '10' });
});
