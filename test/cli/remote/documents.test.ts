import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readHead } from '../../../store/index.ts';
import { route, SHOP, upstream } from '../../store/workspace/documents.ts';
import { edit, enroutectl, enroutectlJson, folderWith, save, type Outcome } from '../enroutectl.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let folder: string;
beforeEach(async () => {
  world = await startWorld();
  folder = await folderWith({ 'shop.yaml': SHOP.map((document) => stringify(document)).join('---\n') });
});

const run = (args: readonly string[], surroundings = {}): Promise<Outcome> =>
  enroutectl([...args, '--server', world.url], { cwd: folder, ...world.surroundings, ...surroundings });
const runJson = (args: readonly string[]) =>
  enroutectlJson([...args, '--server', world.url], { cwd: folder, ...world.surroundings });

test('documents are shown, applied and exported, and what was exported changes nothing', async () => {
  const dry = await run(['apply', '-f', 'shop.yaml', '--dry-run']);
  expect(dry).toMatchObject({ exit: 0, err: '' });
  expect(dry.out).toContain('+ Gateway default/edge\n');
  expect(dry.out).toMatch(/Envoy, once it is published:\ndefault\/edge: \d+ added, 0 changed, 0 removed/);
  expect((await run(['get', 'routes'])).out).toMatch(/^no such document in http:/);

  const applied = await run(['apply', '-f', '.', '--yes', '-m', 'first']);
  expect(applied.exit).toBe(0);
  expect(applied.out).toContain('committed as revision 1 of the documents\nnot published yet: default/edge');
  const exported = await run(['export']);
  const again = await run(['apply', '-f', '-'], { input: exported.out });
  expect(again).toEqual({ exit: 0, out: 'nothing differs; nothing was changed\n', err: '' });
});

describe('beside what is there', () => {
  beforeEach(async () => {
    expect((await run(['apply', '-f', '.', '--yes'])).exit).toBe(0);
  });

  test('documents are listed, and each is given by its name', async () => {
    const { out } = await run(['get', 'routes']);
    expect(out).toMatch(/^NAMESPACE +NAME +VIRTUALHOSTS +LABELS +VERSION\ndefault +a +shop +[0-9a-f]{12}\n/);
    expect((await runJson(['get', 'Route', 'a'])).json).toEqual(route('a', 'demo'));
    expect((await runJson(['get', 'upstreams', '-n', 'nowhere'])).json).toMatchObject({ kind: 'List', items: [] });
    expect((await run(['get', 'routes', '-o', 'name'])).out).toMatch(/^a\n/);
    expect((await run(['get', '-o', 'name'])).out).toBe('gateways/edge\nroutes/a\nupstreams/demo\nvirtualhosts/shop\n');
    expect((await run(['get'])).out).toMatch(
      /^Gateway:\nNAMESPACE.*\ndefault +edge +http:8080\/HTTP .*\n\nRoute:\n[^]*\nUpstream:\n.*\n.* 10\.0\.0\.1:8080 /,
    );
    expect((await runJson(['get'])).json.items).toHaveLength(4);
    expect((await run(['get', 'virtualhost', 'shop'])).out).toMatch(
      / HOSTNAMES +GATEWAYS .*\n.* shop\.example\.com +edge /,
    );
    expect((await run(['get', 'routes', 'a', '-o', 'yaml'])).out).toContain('kind: Route\n');
  });

  test('a change is shown field by field, and made if somebody says yes', async () => {
    await edit(join(folder, 'shop.yaml'), 'port: 8080', 'port: 9090');
    const refused = await run(['apply', '-f', '.']);
    expect(refused.exit).toBe(5);
    expect(refused.err).toBe('nothing was changed: say --yes\n');
    const no = await run(['apply', '-f', '.'], { answer: 'n' });
    expect(no).toMatchObject({ exit: 5, err: 'nothing was changed\n' });
    const done = await run(['apply', '-f', '.'], { answer: 'y' });
    expect(done.exit).toBe(0);
    expect(done.out).toMatch(
      /1 document: 0 added, 1 changed, 0 removed\n~ \w+ default\/\w+\n {4}spec\.\S+: 8080 → 9090\n/,
    );
    expect(done.out).toContain('committed as revision 2');
  });

  test('what is not in the set goes with --prune, and only from what the selectors choose', async () => {
    await save(join(folder, 'more/other.yaml'), stringify(upstream('other', 8080, { team: 'other' })));
    expect((await run(['apply', '-f', 'more', '--yes'])).exit).toBe(0);
    await save(join(folder, 'more/other.yaml'), stringify(upstream('another', 8080, { team: 'other' })));
    const { exit, json } = await runJson(['apply', '-f', 'more', '--prune', '-l', 'team=other', '--yes']);
    expect(exit).toBe(0);
    expect(json.changes).toMatchObject([
      { change: 'added', name: 'another' },
      { change: 'removed', name: 'other' },
    ]);
  });

  test('with --publish Envoys get what was committed', async () => {
    await edit(join(folder, 'shop.yaml'), 'port: 8080', 'port: 9090');
    const { exit, out } = await run(['apply', '-f', '.', '--yes', '--publish']);
    expect({ exit, out }).toMatchObject({
      exit: 0,
      out: expect.stringContaining('default/edge published: its revision 1\n'),
    });
    expect(await readHead(world.store, 'default/edge')).toBeDefined();
  });

  test('a mistake is shown where it is in the file, and nothing is changed', async () => {
    await edit(join(folder, 'shop.yaml'), /upstream: demo/, 'upstream: demmo');
    const { exit, out, err } = await run(['apply', '-f', 'shop.yaml', '--yes']);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    const text = await readFile(join(folder, 'shop.yaml'), 'utf8');
    const line = text.slice(0, text.indexOf('demmo')).split('\n').length;
    expect(err).toContain(`shop.yaml:${line}:`);
    expect(err).toContain('demmo');
    expect((await run(['apply', '-f', 'shop.yaml', '--dry-run'])).exit).toBe(1);
  });

  test('exported as JSON it is a List over several lines', async () => {
    const { out } = await run(['export', '-o', 'json']);
    expect(out).toMatch(/^\{\n {2}"apiVersion": "v1",\n[^]*\n\}\n$/);
  });

  test('diff shows what applying files would change, and changes nothing', async () => {
    expect(await run(['diff', '-f', '.'])).toMatchObject({ exit: 0, err: '' });
    await edit(join(folder, 'shop.yaml'), 'port: 8080', 'port: 9090');
    const { exit, out } = await run(['diff', '-f', '.']);
    expect(exit).toBe(1);
    expect(out).toContain('8080 → 9090');
    expect((await runJson(['diff', '-f', '.'])).json).toMatchObject({ status: 'planned', revision: { number: 1 } });
    const pruned = await runJson(['diff', '-f', '.', '--prune']);
    expect(pruned.json.changes).toHaveLength(1);
  });

  test('a document is edited, unless somebody else has changed it meanwhile', async () => {
    const sed = (script: string) => ({ env: { ...world.surroundings.env, EDITOR: `sed -i.before '${script}'` } });
    expect(await run(['edit', 'upstream', 'demo'])).toMatchObject({ exit: 2 });
    const same = await run(['edit', 'upstream', 'demo'], sed('s/nothing/else/'));
    expect(same).toEqual({ exit: 0, out: 'nothing was changed\n', err: '' });
    const done = await run(['edit', 'upstream', 'demo', '--yes'], sed('s/8080/9090/'));
    expect(done).toMatchObject({ exit: 0, err: '' });
    expect(done.out).toContain('8080 → 9090');

    const other = `${world.url}/v1/upstreams/demo`;
    const put = `curl -sf -o /dev/null -X PATCH -H content-type:application/merge-patch+json -d '{"metadata":{"labels":{"by":"bob"}}}' ${other}`;
    const lost = await run(['edit', 'upstream', 'demo', '--yes'], {
      env: { ...world.surroundings.env, EDITOR: `${put}; sed -i.before s/9090/7070/` },
    });
    expect(lost.exit).toBe(3);
    const kept = /what was written is in (\S+);/.exec(lost.err)?.[1] ?? '';
    expect(await readFile(kept, 'utf8')).toContain('7070');
    await rm(dirname(kept), { recursive: true });
    expect((await runJson(['get', 'upstream', 'demo'])).json).toMatchObject({ metadata: { labels: { by: 'bob' } } });
  });

  test('a mistake that was made in the editor is shown, and what was written is kept', async () => {
    const env = { ...world.surroundings.env, EDITOR: "sed -i.before 's/port:/prot:/'" };
    const { exit, err } = await run(['edit', 'upstream', 'demo', '--yes'], { env });
    expect(exit).toBe(1);
    const kept = /what was written is in (\S+);/.exec(err)?.[1] ?? '';
    expect(err).toMatch(/\/demo\.yaml:\d+:\d+ error\[unknown-field\]: unknown field "prot"/);
    expect(await readFile(kept, 'utf8')).toContain('prot:');
    await rm(dirname(kept), { recursive: true });
  });

  test('what others refer to stays, unless they go with it', async () => {
    const refused = await run(['delete', 'upstream', 'demo', '--yes']);
    expect(refused.exit).toBe(1);
    expect(refused.err).toContain('Other documents refer to the document');
    expect(refused.err).toContain('\n  Route default/a\n');
    const gone = await run(['delete', 'upstream', 'demo', '--yes', '--cascade']);
    expect(gone.exit).toBe(0);
    expect(gone.out).toContain('- Route default/a\n');
    expect((await run(['get', 'upstream', 'demo'])).exit).toBe(2);
  });
});

test('the same commands work on a bucket without a server', async () => {
  const local = (args: readonly string[]) =>
    enroutectl([...args, '--store', 'bucket'], { cwd: folder, ...world.surroundings });
  expect((await local(['apply', '-f', 'shop.yaml', '--yes', '--publish'])).out).toContain('default/edge published');
  expect((await local(['get', 'routes'])).out).toMatch(/^NAMESPACE.*\ndefault +a /);
  expect((await local(['diff', '-f', 'shop.yaml'])).exit).toBe(0);
  expect((await local(['history'])).out).toMatch(/\n1 .* ann +apply /);
  expect((await local(['history', 'edge'])).out).toMatch(/\* +1 .* ann +apply /);
  expect((await local(['get', 'routes', '--server', world.url])).err).toContain('cannot be used with option');
});

test('an API that is not there is told with an exit code of its own', async () => {
  const { exit, err } = await enroutectl(['get', 'routes', '--server', 'http://127.0.0.1:1']);
  expect(exit).toBe(4);
  expect(err).toContain('http://127.0.0.1:1 cannot be reached');
});

test.each([
  [['get', 'rutes'], 'did you mean "routes"?'],
  [['get', 'routes'], 'no API is named'],
  [['get', 'routes', '--server', 'nowhere'], 'is no http or https URL'],
  [['apply', '-f', 'nowhere.yaml', '--server', 'http://127.0.0.1:1'], 'nowhere.yaml: there is no such file'],
])('%j is told in a sentence', async (args, words) => {
  const { exit, out, err } = await enroutectl(args);
  expect(err).toContain(words);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
});
