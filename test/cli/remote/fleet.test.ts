/** What is told of publications and nodes, with a relay that only reports. */
import { beforeEach, describe, expect, test } from 'vitest';
import { publish } from '../../../store/publish.ts';
import { byTest, GATEWAY } from '../../store/bundles.ts';
import { bundle, looks, rejectionOf, report, STEPS } from '../../store/rollout/bucket.ts';
import { readHead } from '../../../store/index.ts';
import { route, SHOP, upstream } from '../../store/workspace/documents.ts';
import { enroutectl, enroutectlJson, folderWith, type Outcome } from '../enroutectl.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});

const run = (args: readonly string[], more = {}): Promise<Outcome> =>
  enroutectl([...args, '--server', world.url], { ...world.surroundings, ...more });

describe('wait', () => {
  beforeEach(async () => {
    await publish(world.store, bundle(1), byTest('First'));
  });

  test('ends when every node has what was published', async () => {
    const before = await run(['wait', 'edge', '--timeout', '1']);
    expect(before).toMatchObject({ exit: 1, out: '' });
    expect(before.err).toBe(
      `${GATEWAY}: revision 1 is accepted by 0 of 0 nodes, rollout not begun\nthe time is over: no relay reports any node of it; is one running?\n`,
    );
    const waiting = run(['wait', 'edge', '--timeout', '60']);
    await looks(world.store, 6);
    expect(await waiting).toMatchObject({ exit: 0 });
    expect(await run(['wait', 'edge', '--for', 'complete'])).toMatchObject({
      exit: 0,
      err: `${GATEWAY}: revision 1 is accepted by 1 of 1 node, rollout complete\n`,
    });
    expect((await run(['wait', 'edge', '--nodes', '2', '--timeout', '1'])).exit).toBe(1);
  });

  test('ends with a failure when an Envoy rejects it', async () => {
    await looks(world.store, 6);
    await publish(world.store, bundle(2, STEPS), byTest('Second'));
    await looks(world.store, 2);
    await report(world.store, 'relay-2', { rejections: [await rejectionOf(world.store, 'edge-7', 'no such filter')] });
    await looks(world.store, 1);
    const { exit, err } = await run(['wait', 'edge', '--timeout', '60']);
    expect(exit).toBe(1);
    expect(err).toContain('rollout rolled back: node edge-7 rejected it: no such filter\n');
  });

  test('of a gateway that was never published is a mistake', async () => {
    expect(await run(['wait', 'nowhere'])).toMatchObject({ exit: 2, err: expect.stringContaining('never published') });
  });
});

test('watch tells what happens, until it is interrupted', async () => {
  const end = new AbortController();
  let out = '';
  const watching = run(['watch'], {
    interrupted: end.signal,
    onOutput(text: string) {
      out += text;
      if (out.includes('publication')) end.abort();
    },
    onError: () => void change(world.url),
  });
  expect((await watching).exit).toBe(0);
  expect(out).toContain('commit       revision 1 by local: first\n');
  expect(out).toMatch(/^publication {2}default\/edge revision 1 by local: first$/m);
});

test('watch tells of nodes and of a rollout once for each way they are', async () => {
  const end = new AbortController();
  let out = '';
  await publish(world.store, bundle(1), byTest('First'));
  const watching = run(['watch'], {
    interrupted: end.signal,
    onOutput(text: string) {
      out += text;
      if (out.includes('complete')) end.abort();
      else if (out.includes('progressing')) void looks(world.store, 6);
    },
    onError: () => void looks(world.store, 1),
  });
  expect((await watching).exit).toBe(0);
  expect(out.match(/^rollout .*/gm)).toEqual([
    'rollout      default/edge revision 1 progressing',
    'rollout      default/edge revision 1 complete',
  ]);
  expect(out).toMatch(/^nodes {8}default\/edge 1 accepted, 0 pending, 0 rejected$/m);
});

/** Commits and publishes, after whoever follows has begun to. */
async function change(url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...SHOP, route('z', 'demo')] });
  await fetch(`${url}/v1/apply?message=first`, { method: 'POST', headers, body });
  await fetch(`${url}/v1/publish`, { method: 'POST', headers, body: '{}' });
}

describe('commands for buckets call an API, too', () => {
  beforeEach(async () => {
    const folder = await folderWith({ 'shop.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: SHOP }) });
    expect((await run(['apply', '-f', folder, '--yes', '-m', 'first'])).exit).toBe(0);
  });

  test('publish, and history of what was published and of the documents', async () => {
    const shown = /^Envoy:\ndefault\/edge: \d+ added, 0 changed, 0 removed, 0 unchanged\n/;
    expect(await run(['publish', '--dry-run'])).toMatchObject({ exit: 0, out: expect.stringMatching(shown) });
    expect(await run(['publish'])).toMatchObject({ exit: 5, err: 'nothing was published: say --yes\n' });
    expect(await readHead(world.store, GATEWAY)).toBeUndefined();
    const published = await run(['publish', '-m', 'out with it'], { answer: 'y' });
    expect(published.exit).toBe(0);
    expect(published.out).toMatch(/\n\ndefault\/edge published: its revision 1\n$/);
    expect((await run(['publish'])).out).toBe(`${GATEWAY} unchanged: its revision 1\n`);
    expect((await run(['history', 'edge'])).out).toMatch(
      /^published for default\/edge by .*\nREVISION .*\n1 +[0-9a-f]{12} .* +local +out with it\n$/,
    );
    expect((await run(['history'])).out).toMatch(/^documents of .*\nREVISION .*\n1 +[0-9a-f]{12} .* +local +first\n$/);
    expect(await run(['publish', 'x.yaml'])).toMatchObject({ exit: 2, out: '' });
    expect(await run(['publish', '--sign-again'])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--sign-again is for publishing into a bucket'),
    });
  });

  test('what was committed before is published by itself, and one gateway goes back alone', async () => {
    const folder = await folderWith({ 'demo.json': JSON.stringify(upstream('demo', 9090)) });
    expect((await run(['publish', '--yes'])).exit).toBe(0);
    const committed = await run(['apply', '-f', folder, '--yes']);
    expect(committed.out).toMatch(/not published yet: default\/edge \("enroutectl publish --server \S+" does it\)\n/);
    const later = await run(['apply', '-f', folder, '--publish', '--yes']);
    expect(later.out).toMatch(/^nothing differs in documents\nEnvoy:\n[^]*default\/edge published: its revision 2\n$/);
    const back = await run(['publish', '-g', 'edge', '--revision', '1', '--yes']);
    expect(back.out).toContain('9090 → 8080');
    expect((await run(['get', 'upstream', 'demo', '-o', 'json'])).out).toContain('9090');
    const together = await run(['delete', 'route', 'a', '--publish', '--yes']);
    expect(together.out).toContain('earlier revisions are not published yet, and go out with it: default/edge\n');
  });

  test('publish keeps what would lose most of what it has, unless that is meant', async () => {
    const many = Array.from({ length: 40 }, (_, place) => route(`r${place}`, 'demo'));
    const folder = await folderWith({ 'many.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: many }) });
    expect((await run(['apply', '-f', folder, '--publish', '--yes'])).exit).toBe(0);
    expect((await run(['rollback', '1', '--yes'])).exit).toBe(0);
    const loss = /default\/edge would lose most of what it has: .* of routes/;
    expect((await run(['publish', '--dry-run'])).out).toMatch(loss);
    const refused = await run(['publish', '--yes']);
    expect(refused).toMatchObject({ exit: 5, err: expect.stringMatching(loss) });
    expect(refused.err).toContain('say "enroutectl publish --allow-empty"');
    expect((await readHead(world.store, GATEWAY))?.pointer.bundle).toBeDefined();
    const published = await run(['publish', '--yes', '--allow-empty']);
    expect(published.out).toContain('default/edge published: its revision 2\n');
  });

  test('a Gateway that is deleted serves until it is withdrawn', async () => {
    expect((await run(['publish', '--yes'])).exit).toBe(0);
    const deleted = await run(['delete', 'gateway', 'edge', '--cascade', '--yes']);
    const told =
      'default/edge is deleted, and its Envoys keep what they have; "enroutectl publish --withdraw default/edge"';
    expect(deleted.out).toContain(told);
    expect(deleted.out).not.toContain('not published yet');
    expect((await run(['publish', '--dry-run'])).out).toContain(told);
    expect((await run(['publish', '--withdraw', 'edge', '--dry-run'])).out).toMatch(
      /^Envoy:\ndefault\/edge: 0 added, 0 changed, \d+ removed, \d+ unchanged\n/,
    );
    expect(await run(['publish', '--withdraw', 'edge'])).toMatchObject({
      exit: 5,
      err: 'nothing was withdrawn: say --yes\n',
    });
    expect((await run(['publish', '--withdraw', 'edge', '--yes'])).out).toContain('default/edge withdrawn\n');
    expect((await run(['publish', '--withdraw', 'edge', '--yes'])).out).toContain('default/edge unchanged\n');
    expect(await run(['publish', '--withdraw', 'nowhere', '--yes'])).toMatchObject({ exit: 2 });
  });

  test('revisions of documents are compared', async () => {
    const folder = await folderWith({ 'demo.json': JSON.stringify(upstream('demo', 9090)) });
    expect((await run(['apply', '-f', folder, '--yes'])).exit).toBe(0);
    const { exit, out } = await run(['diff', '@1', '@head']);
    expect(exit).toBe(1);
    expect(out).toMatch(/^1 document: .*\n~ Upstream default\/demo\n.*8080 → 9090\n\nEnvoy:\ndefault\/edge: /);
    expect((await run(['diff', '@1'])).out).toContain('9090 → 8080');
    expect(await run(['diff', '@2', '@2'])).toMatchObject({ exit: 0 });
    expect(await run(['diff', '@1', '@9'])).toMatchObject({ exit: 2, err: expect.stringContaining('no revision 9') });
  });

  test('rollback of the documents', async () => {
    expect((await run(['delete', 'route', 'a', '--yes'])).exit).toBe(0);
    const { exit, out } = await run(['rollback', '1', '--yes']);
    expect(exit).toBe(0);
    expect(out).toContain('+ Route default/a\n');
    expect(out).toContain('committed as revision 3 of the documents\n');
    expect((await run(['rollback', '99', '--yes'])).exit).toBe(2);
    expect(await run(['rollback', 'edge', '1'])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('"enroutectl publish -g edge --revision 1"'),
    });
    const published = await run(['rollback', '2', '--publish', '--yes']);
    expect(published.out).toContain('- Route default/a\n');
    expect(published.out).toContain(`${GATEWAY} published: its revision 1\n`);
  });

  test('rollout and nodes', async () => {
    await publish(world.store, bundle(1), byTest('First'));
    await looks(world.store, 6);
    const { store } = world;
    await report(store, 'relay-2', {
      nodes: [
        {
          id: 'edge-1',
          cluster: 'edge',
          envoy: '1.40.0',
          bundle: null,
          state: 'pending',
          connectedSince: '2026-11-25T08:00:00.000Z',
        },
      ],
    });
    expect((await run(['nodes'])).out).toMatch(/^NODE .*\nedge-1 +default\/edge +relay-2 +1\.40\.0 +- +pending/m);
    expect((await run(['nodes', '--state', 'rejected'])).out).toContain('no node');
    expect((await run(['rollout', 'status', 'edge'])).out).toMatch(
      /^default\/edge: revision 1 \(bundle [0-9a-f]{12}\) is complete\n[^]*2 nodes on 2 relays\nBUNDLE +REVISION +ACCEPTED/,
    );
    expect(await run(['rollout', 'pause', 'edge'])).toMatchObject({
      exit: 1,
      err: expect.stringContaining('not possible'),
    });
    expect(await run(['rollout', 'abort', '--author', 'eve'])).toMatchObject({ exit: 2 });
    await publish(store, bundle(2, STEPS), byTest('Second'));
    await looks(store, 2);
    expect((await run(['rollout', 'pause', 'edge', '-m', 'lunch'])).out).toMatch(
      /: revision 2 \(bundle [0-9a-f]{12}\) is paused, step 1 of \d\n[^]*reason local: lunch\n[^]*STEP/,
    );
    expect((await run(['rollout', 'status', 'edge'])).exit).toBe(1);
    const waiting = await run(['rollout', 'status', 'edge', '--wait']);
    expect(waiting).toMatchObject({ exit: 1, err: expect.stringContaining('rollout paused: local: lunch\n') });
    expect(waiting.out).toMatch(/^default\/edge: revision 2 \(bundle [0-9a-f]{12}\) is paused/);
    const told = await enroutectlJson(
      ['rollout', 'status', 'edge', '--wait', '--server', world.url],
      world.surroundings,
    );
    expect(told).toMatchObject({ exit: 1, json: { phase: 'paused', candidate: { number: 2 } } });
    // What is said is said before it is waited for, and shown as it is then.
    const aborted = await run(['rollout', 'promote', 'edge', '--full', '--wait'], { interrupted: AbortSignal.abort() });
    expect(aborted.out).toMatch(/ is progressing, all nodes\n/);
  });
});
