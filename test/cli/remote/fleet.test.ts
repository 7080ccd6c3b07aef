/** What is told of publications and nodes, with a relay that only reports. */
import { beforeEach, describe, expect, test } from 'vitest';
import { publish } from '../../../store/publish.ts';
import { byTest, GATEWAY } from '../../store/bundles.ts';
import { bundle, looks, rejectionOf, report, STEPS } from '../../store/rollout/bucket.ts';
import { route, SHOP } from '../../store/workspace/documents.ts';
import { enroutectl, type Outcome } from '../enroutectl.ts';
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
    expect(before.err).toBe(`${GATEWAY}: 0 of 0 nodes have revision 1, rollout not begun\nthe time is over\n`);
    const waiting = run(['wait', 'edge', '--timeout', '60']);
    await looks(world.store, 6);
    expect(await waiting).toMatchObject({ exit: 0 });
    expect(await run(['wait', 'edge', '--for', 'complete'])).toMatchObject({
      exit: 0,
      err: `${GATEWAY}: 1 of 1 nodes have revision 1, rollout complete\n`,
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
    expect(err).toContain('rollout rolled-back\n');
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

/** Commits and publishes, after whoever follows has begun to. */
async function change(url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...SHOP, route('z', 'demo')] });
  await fetch(`${url}/v1/apply?message=first`, { method: 'POST', headers, body });
  await fetch(`${url}/v1/publish`, { method: 'POST', headers, body: '{}' });
}
