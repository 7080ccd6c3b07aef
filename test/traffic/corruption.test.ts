import { describe, expect, test } from 'vitest';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { chunkKey, manifestKey } from '../../store/keys.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { breakable } from '../relay/bucket.ts';
import { startLoad } from '../servers/load.ts';
import type { Configuration } from './configuration.ts';
import { virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { publishBundle } from './publish.ts';
import { shared } from './shared.ts';

/** What the relay reads is not always what was written. */
const bucket = breakable(createMemoryStore(), 'hints');

const edition = (name: string): Configuration => ({
  documents: virtualHost('shop', `routes: [{ respond: { statusCode: 200, body: ${name} } }]`),
});

const gateway = shared(() => startGateway({ store: bucket.store, ...edition('first') }));

const served = async (): Promise<string> => (await gateway().request({ host: 'shop.test' })).body;
const status = () => gateway().relay.current().status().gateways[0];

/** Objects of a bundle that the bucket does not have yet, and what is told of each when it is broken. */
const PARTS: readonly (readonly [what: string, problem: string, part: (bundle: Bundle) => Part])[] = [
  ['chunk', 'chunk-altered', newChunk],
  ['manifest', 'manifest-altered', ({ id, manifestBytes }) => ({ key: manifestKey(id), bytes: manifestBytes })],
];

interface Part {
  readonly key: string;
  readonly bytes: Uint8Array;
}

let before: Bundle | undefined;

function newChunk({ chunks }: Bundle): Part {
  const [chunk] = [...chunks].filter(([digest]) => !before?.chunks.has(digest));
  if (!chunk) throw new Error('the bundles have the same chunks');
  return { key: chunkKey(chunk[0]), bytes: chunk[1] };
}

describe.each(PARTS)('a broken %s', (what, problem, part) => {
  test('is refused, what was served stays, and what is repaired is served', async () => {
    const good = `good-${what}`;
    await gateway().apply(edition(good));
    before = await gateway().compile(edition(good));
    const load = startLoad({ port: gateway().portOf('http'), host: 'shop.test', requestsPerSecond: 50 });

    const next = await gateway().compile(edition(`next-${what}`));
    const { key, bytes } = part(next);
    bucket.altered.set(key, withFlippedBit(bytes));
    await publishBundle(gateway().store, next);
    await expect.poll(status, { timeout: 10_000 }).toMatchObject({
      bundle: before.id,
      wanted: { bundle: next.id },
      problems: [{ kind: problem }],
    });
    expect(await served()).toBe(good);

    bucket.altered.clear();
    await gateway().accepted(next);
    expect(await served()).toBe(`next-${what}`);
    expect(status()).toMatchObject({ bundle: next.id, problems: [] });
    expect((await load.stop()).failures).toEqual([]);
  });
});

function withFlippedBit(bytes: Uint8Array): Uint8Array {
  const broken = bytes.slice();
  const middle = Math.floor(broken.length / 2);
  broken[middle] = (broken[middle] ?? 0) ^ 1;
  return broken;
}
