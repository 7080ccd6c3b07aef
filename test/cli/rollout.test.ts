/** What enroutectl shows of rollouts and says to them, with a relay that only reports. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDirectoryStore, fleetReportKey, type NodeEntry } from '../../store/index.ts';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { publish } from '../../store/publish.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { StoreError, type Store } from '../../store/store.ts';
import { timeOf } from '../../cli/rollout/view.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { intercept } from '../store/broken-store.ts';
import { byTest, GATEWAY } from '../store/bundles.ts';
import { bundle, looks, rejectionOf, report, stateOf, STEPS } from '../store/rollout/bucket.ts';
import { poll } from '../../cli/local/poll.ts';
import { edit, enroutectl, enroutectlJson, quickStart, succeed } from './enroutectl.ts';

interface Scene {
  readonly cwd: string;
  readonly store: Store;
}

const IN = ['--store', 'bucket'];

/** A bucket whose second revision has been given to the nodes of the first step. */
async function underWay(): Promise<Scene> {
  const cwd = await temporaryFolder();
  const store = await createDirectoryStore(join(cwd, 'bucket'));
  await publish(store, bundle(1), byTest('First'));
  await looks(store, 6);
  await publish(store, bundle(2, STEPS), byTest('Second'));
  await looks(store, 2);
  return { cwd, store };
}

async function rolledBack(): Promise<Scene> {
  const scene = await underWay();
  const { store } = scene;
  await report(store, 'relay-2', {
    rejections: [await rejectionOf(store, 'edge-7', 'no such filter:\nit is not there')],
  });
  await looks(store, 1);
  return scene;
}

describe('rollout status', () => {
  test('shows the steps, the nodes and what has happened', async () => {
    const { cwd } = await underWay();
    const out = await succeed(['rollout', 'status', ...IN], { cwd });
    expect(out).toMatch(/^default\/edge: revision 2 \(bundle [0-9a-f]{12}\) is progressing, step 1 of 1$/m);
    expect(out).toMatch(/^ {2}the last good one is revision 1 \(bundle [0-9a-f]{12}\)$/m);
    expect(out).toMatch(/^ {2}has baked 0s of 30s$/m);
    expect(out).toMatch(/^\* {2}1 +50 % +30s +automatic$/m);
    expect(out).toMatch(/^ +all +30s$/m);
    expect(out).toMatch(/^1 node on 1 relay$/m);
    expect(out).toMatch(/^[0-9a-f]{12} +2 +1 +0 +0$/m);
    expect(out).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +2 +revision 2 begins$/m);
  });

  test('says why one was rolled back, with the node and the words of Envoy', async () => {
    const { cwd } = await rolledBack();
    const { exit, out } = await enroutectl(['rollout', 'status', 'edge', ...IN], { cwd });
    expect(exit).toBe(1);
    expect(out).toMatch(/^default\/edge: revision 2 .* is rolled back$/m);
    expect(out).toContain('reason node edge-7 rejected it: no such filter:\n  it is not there\n');
    const { json } = await enroutectlJson(['rollout', 'status', ...IN], { cwd });
    expect(json).toMatchObject({
      gateway: GATEWAY,
      head: { number: 2 },
      rollout: { phase: 'rolled-back', reason: { kind: 'rejected', node: 'edge-7' } },
      fleet: { relays: 2, connected: 2 },
    });
  });

  test('of a gateway that nobody has looked at says so', async () => {
    const cwd = await quickStart();
    await succeed(['publish', 'gateways', ...IN], { cwd });
    const out = await succeed(['rollout', 'status', ...IN], { cwd });
    expect(out).toContain('is not begun: no relay has taken a step yet');
    expect(out).toContain('no relay reports what its nodes run');
    expect((await enroutectlJson(['rollout', 'status', ...IN], { cwd })).json.rollout).toBeNull();
  });
});

describe('rollout pause, resume, promote and abort', () => {
  test('do what they say, under the name of who says it', async () => {
    const { cwd, store } = await underWay();
    const paused = await succeed(['rollout', 'pause', ...IN, '--author', 'Ann', '-m', 'lunch'], { cwd });
    expect(paused).toMatch(/ is paused, step 1 of 1$/m);
    expect(paused).toContain('reason Ann: lunch');
    await succeed(['rollout', 'resume', ...IN], { cwd });
    expect(await succeed(['rollout', 'promote', ...IN], { cwd })).toMatch(/ is progressing, all nodes$/m);
    expect(await succeed(['rollout', 'abort', ...IN, '-m', 'complaints'], { cwd })).toMatch(/ is aborted$/m);
    expect(await succeed(['rollout', 'promote', '--full', ...IN], { cwd })).toMatch(/ is progressing, all nodes$/m);
    expect(await succeed(['rollout', 'promote', ...IN], { cwd })).toMatch(/ is complete$/m);
    expect(
      (await stateOf(store)).events
        .map(({ message }) => message)
        .slice(0, 6)
        .toReversed(),
    ).toEqual([
      'Ann: lunch',
      'ann lets it go on',
      'all nodes get it',
      'ann: complaints',
      'ann gives it to all nodes all the same',
      'ann counts revision 2 as good',
    ]);
  });

  test('are refused in a sentence that says what to do', async () => {
    const { cwd } = await rolledBack();
    const { exit, out, err } = await enroutectl(['rollout', 'promote', ...IN], { cwd });
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toBe(
      'error: default/edge: the release was rolled back\n' +
        '  help: "resume" begins again from the first step, and "promote --full" gives it to every node\n',
    );
  });

  test('--wait ends when it has completed, failed, or waits for somebody', async () => {
    const complete = await underWay();
    const promoted = enroutectl(['rollout', 'promote', '--full', '--wait', ...IN], complete);
    await poll({ what: 'that all nodes get it' }, async () =>
      (await stateOf(complete.store)).step === 1 ? true : undefined,
    );
    await looks(complete.store, 9);
    expect(await promoted).toMatchObject({ exit: 0, out: expect.stringContaining('is complete') });

    const failing = await underWay();
    const waiting = enroutectl(['rollout', 'status', '--wait', ...IN], failing);
    await report(failing.store, 'b', { rejections: [await rejectionOf(failing.store, 'n', 'no')] });
    await looks(failing.store, 1);
    expect(await waiting).toMatchObject({ exit: 1, out: expect.stringContaining('is rolled back') });

    const { cwd, store } = await underWay();
    await publish(
      store,
      bundle(3, { ...STEPS, steps: STEPS.steps.map((step) => ({ ...step, approval: 'manual' })) }),
      byTest('Third'),
    );
    await looks(store, 6);
    const { exit, err } = await enroutectl(['rollout', 'status', '--wait', ...IN], { cwd });
    expect(exit).toBe(5);
    expect(err).toBe('default/edge: waiting for approval, step 1 of 1\n');
  });
});

describe('what became of revisions', () => {
  test('is in the history', async () => {
    const { cwd, store } = await rolledBack();
    await publish(store, bundle(3), byTest('Third'));
    await looks(store, 1);
    await publish(store, bundle(4), byTest('Fourth'));
    await looks(store, 2);
    const out = await succeed(['history', ...IN], { cwd });
    const rows = out.split('\n').map((line) => line.replace(/^.* test +/, ''));
    expect(rows.slice(2, 6)).toEqual([
      'Fourth   progressing, all nodes',
      'Third    superseded',
      'Second   rolled back: node edge-7 rejected it: no such filter:',
      'First    complete',
    ]);
    const { json } = await enroutectlJson(['history', ...IN], { cwd });
    expect(json.revisions[2]).toMatchObject({
      number: 2,
      rollout: { phase: 'rolled-back', reason: { node: 'edge-7', message: 'no such filter:\nit is not there' } },
    });
  });

  test('is said when what failed is published again', async () => {
    const cwd = await quickStart();
    const store = await createDirectoryStore(join(cwd, 'bucket'));
    await succeed(['publish', 'gateways', ...IN], { cwd });
    await looks(store, 6);
    await edit(join(cwd, 'gateways/shop.yaml'), 'Hello from', 'Greetings of');
    await succeed(['publish', 'gateways', ...IN], { cwd });
    await looks(store, 1);
    await succeed(['rollout', 'abort', ...IN, '-m', 'ugly'], { cwd });
    const { exit, out } = await enroutectl(['publish', 'gateways', ...IN], { cwd });
    expect(exit).toBe(1);
    expect(out).toMatch(/^unchanged default\/edge: revision 2 .* has this already, and no Envoy runs it: ann: ugly$/m);
    expect(out).toContain(
      'help: publish a configuration that is good, or say "enroutectl rollout resume default/edge"',
    );
    const { json } = await enroutectlJson(['publish', 'gateways', ...IN], { cwd });
    expect(json.gateways[0]).toMatchObject({ status: 'unchanged', failed: { kind: 'person', author: 'ann' } });
    expect(await succeed(['rollback', 'edge', '2', '--yes', ...IN], { cwd })).toContain(
      'no Envoy runs it: ann: ugly; say "enroutectl rollout resume default/edge" to give it again',
    );
  });
});

const entry = (id: string, more: Partial<NodeEntry> = {}): NodeEntry => ({
  id,
  cluster: 'edge',
  envoy: '1.40.0',
  bundle: bundle(1).id,
  state: 'accepted',
  connectedSince: '2026-01-02T03:04:05.000Z',
  ...more,
});

describe('the fleet', () => {
  async function withNodes(): Promise<Scene> {
    const scene = await rolledBack();
    const nodes = [entry('edge-7', { bundle: bundle(2, STEPS).id, state: 'rejected' }), entry('edge-8')];
    const bundles = [
      { bundle: bundle(1).id, accepted: 1, pending: 0, rejected: 0 },
      { bundle: bundle(2, STEPS).id, accepted: 0, pending: 0, rejected: 1 },
    ];
    const rejections = [await rejectionOf(scene.store, 'edge-7', 'no such filter')];
    await report(scene.store, 'relay-2', { connected: 2, nodes, bundles, rejections });
    await scene.store.delete(fleetReportKey(GATEWAY, 'relay/1 of "a"'));
    return scene;
  }

  test('is listed, those in trouble first', async () => {
    const { cwd } = await withNodes();
    const out = await succeed(['nodes', ...IN], { cwd });
    expect(out.split('\n')[1]).toMatch(
      /^edge-7 +default\/edge +relay-2 +1\.40\.0 +[0-9a-f]{12} +rejected +2026-01-02 03:04:05$/,
    );
    const ids = async (...more: string[]): Promise<readonly string[]> =>
      (await enroutectlJson(['nodes', 'edge', ...IN, ...more], { cwd })).json.gateways[0].nodes.map(
        ({ id }: NodeEntry) => id,
      );
    expect(await ids()).toEqual(['edge-7', 'edge-8']);
    expect(await ids('--state', 'accepted')).toEqual(['edge-8']);
    expect(await ids('--bundle', bundle(2, STEPS).id.slice(0, 12))).toEqual(['edge-7']);
    expect(await ids('--state', 'pending')).toEqual([]);
  });

  test('and what went wrong with it is in the status of the bucket', async () => {
    const { cwd } = await withNodes();
    const { exit, out } = await enroutectl(['status', ...IN], { cwd });
    expect(exit).toBe(1);
    expect(out).toMatch(/^default\/edge +2 +[0-9a-f]{12} +rolled back +1 +2 +1 +0 +1$/m);
    expect(out).toContain(
      'rollout default/edge: revision 2 is rolled back: node edge-7 rejected it: no such filter:\n',
    );
    expect(out).toMatch(/^rejected edge-7: rejects bundle [0-9a-f]{12}: no such filter$/m);
    const { json } = await enroutectlJson(['status', 'edge', ...IN], { cwd });
    expect(json).toMatchObject({ healthy: false, gateways: [{ gateway: GATEWAY, nodes: [{ id: 'edge-7' }, {}] }] });
    expect(json.troubles.map(({ kind }: { kind: string }) => kind)).toEqual(['rollout', 'rejected']);
  });

  test('in order is in order, and an expired report is none', async () => {
    const { cwd, store } = await underWay();
    expect((await enroutectlJson(['status', ...IN], { cwd })).json).toMatchObject({ healthy: true, troubles: [] });
    const past = new Date().toISOString();
    await report(store, 'relay/1 of "a"', { time: past, expires: past });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { exit, out } = await enroutectl(['status', ...IN], { cwd });
    expect(exit).toBe(1);
    expect(out).toContain('gateway default/edge: no relay reports what its nodes run');
    expect(await succeed(['nodes', ...IN], { cwd })).toBe('no relay reports what its nodes run\n');
  });

  test('is not made of what is no report, nor of a relay and a bucket at once', async () => {
    const { cwd, store } = await underWay();
    await store.put('fleet/default/edge/broken.json', canonicalBytes({ format: 'other' }));
    expect((await enroutectlJson(['status', ...IN], { cwd })).json.gateways[0].fleet.relays).toBe(1);
    expect(await enroutectl(['status', '--relay', 'x', ...IN], { cwd })).toMatchObject({ exit: 2 });
  });
});

test('whoever may only read a bucket sees its rollouts by the clock of their own', async () => {
  const denied = intercept(createMemoryStore(), (operation) => {
    if (operation === 'put') throw new StoreError('denied', { retryable: false });
  });
  expect(Math.abs((await timeOf(denied)) - Date.now())).toBeLessThan(60_000);
  const away = intercept(createMemoryStore(), () => {
    throw new StoreError('away', { retryable: true });
  });
  await expect(timeOf(away)).rejects.toThrow('away');
});

test.each(['status', 'nodes'])('%s of a bucket that has nothing is no news that all is well', async (command) => {
  const cwd = await temporaryFolder();
  const { exit, err } = await enroutectl([command, '--store', 'bukcet'], { cwd });
  expect(err).toContain('bukcet has no gateway: nothing was published yet');
  expect(exit).toBe(2);
});
