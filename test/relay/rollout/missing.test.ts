/** Releases that no node rejects, and that name what no relay can find. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pack, type PackInput } from '../../../compiler/5-pack/pack.ts';
import type { Bundle } from '../../../compiler/5-pack/bundle.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { readRollout } from '../../../store/rollout/read.ts';
import { cluster, input, noise } from '../../pack/resources.ts';
import { temporaryFolder } from '../../servers/folder.ts';
import { publishBundle } from '../bucket.ts';
import { eventually } from '../eventually.ts';
import { EDGE, startNode, stepsOf } from './nodes.ts';
import { useRelays } from './relays.ts';

const relays = useRelays();
const BAKE = 0.3;

const bundleOf = (name: string, more: Partial<PackInput>): Bundle =>
  pack(
    input([{ ...cluster(name, noise(500, name.length)), requires: [] }], {
      gateway: EDGE,
      nodes: { clusters: ['edge'], ids: [], labels: {} },
      rollout: stepsOf([], BAKE),
      ...more,
    }),
  );

/** A relay and a node that has the bundle `good`, whose upstream `default/cart` has an endpoint by a file. */
async function settled() {
  const folder = await temporaryFolder();
  const list = (name: string): string => join(folder, `${name}.json`);
  const write = (name: string): Promise<void> =>
    writeFile(list(name), JSON.stringify({ endpoints: [{ address: '10.0.0.1', port: 80 }] }));
  const discoveryFile = join(folder, 'discovery.json');
  await writeFile(discoveryFile, JSON.stringify({ file: { folders: [folder] } }));
  await write('cart');
  const cartBy = (name: string) => [
    {
      name: 'default/cart',
      source: { type: 'file' as const, path: list(name) },
      emptyAfterSeconds: 60,
      assignment: { checksHostnames: false, overprovisioningFactor: 140 },
    },
  ];
  const store = createMemoryStore();
  await publishBundle(store, bundleOf('good', { discovery: cartBy('cart') }));
  const relay = await relays.start(store, 'relay-1', { discoveryFile });
  const node = startNode(relay.adsAddress, 'node-1');
  const state = async () => (await readRollout(store, EDGE))?.state;
  await eventually(async () => expect(await state()).toMatchObject({ phase: 'complete' }));
  return { store, node, state, cartBy, write };
}

test('with an upstream that has lost its endpoints do not end before it has some', async () => {
  const { store, node, state, cartBy, write } = await settled();
  const candidate = bundleOf('better', { discovery: cartBy('crat') });
  await publishBundle(store, candidate);
  await eventually(async () => {
    const { phase, bake } = (await state()) ?? {};
    expect(phase).toBe('progressing');
    expect(bake).toMatchObject({ waitsFor: 'references', message: 'upstream default/cart has no endpoints' });
    expect(bake?.seconds).toBeGreaterThan(3 * BAKE);
  });
  expect(node.has()).toBe('better');
  await write('crat');
  await eventually(async () =>
    expect(await state()).toMatchObject({ phase: 'complete', candidate: { bundle: candidate.id } }),
  );
});

test('with a secret that has no value do not end', async () => {
  const { store, state, cartBy } = await settled();
  const secrets = [{ name: 'default/wbe', type: 'tls-certificate' as const, provider: { type: 'file', path: '/x' } }];
  await publishBundle(store, bundleOf('better', { discovery: cartBy('cart'), secrets }));
  await eventually(async () => {
    const { phase, bake } = (await state()) ?? {};
    expect(phase).toBe('progressing');
    expect(bake).toMatchObject({ waitsFor: 'references', message: 'secret default/wbe cannot be resolved' });
    expect(bake?.seconds).toBeGreaterThan(3 * BAKE);
  });
});
