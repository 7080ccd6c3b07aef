/** Pushed endpoints in a bucket that does not tell of changes: a real S3 server, looked at again and again. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { DiscoveryReference } from '../../../compiler/discovered.ts';
import type { Answer } from '../../../relay/discovery/provider.ts';
import { pushedProvider } from '../../../relay/discovery/providers/pushed.ts';
import { pushEndpoints, withdrawEndpoints } from '../../../store/endpoints.ts';
import { createS3Store } from '../../../store/s3.ts';
import { INSTALL_TIMEOUT_MS, startS3Server, type S3Server } from '../../servers/versitygw.ts';
import { eventually } from '../eventually.ts';

let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
}, INSTALL_TIMEOUT_MS);
afterAll(() => server?.remove());

const reference = (name: string): DiscoveryReference => ({
  name,
  source: { type: 'pushed' },
  emptyAfterSeconds: 60,
  assignment: { checksHostnames: false, overprovisioningFactor: 140 },
});

test('endpoints in S3 are told when they change, each upstream by itself, and after an outage', async () => {
  const store = createS3Store(server.storeOptions(await server.createBucket()));
  const provider = pushedProvider({ store, refreshMs: 50 });
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const told = new Map<string, string[]>();
  const words = (answer: Answer): string =>
    answer.status === 'failed' ? answer.reason : answer.endpoints.map(({ port }) => port).join(' ');
  for (const name of ['default/a', 'default/b']) {
    const list: string[] = [];
    told.set(name, list);
    provider.follow(reference(name), (answer) => list.push(words(answer)), ended.signal);
  }
  const push = (name: string, port: number) =>
    pushEndpoints(store, name, [{ address: '10.0.0.1', port }], { now: Date.now() });

  await eventually(() => expect([...told.values()]).toEqual([[''], ['']]));
  await push('default/a', 1);
  await push('default/b', 2);
  await eventually(() => expect([...told.values()].map((list) => list.at(-1))).toEqual(['1', '2']));
  await push('default/a', 3);
  await eventually(() => expect(told.get('default/a')?.at(-1)).toBe('3'));
  expect(told.get('default/b')).toEqual(['', '2']);

  await server.stop();
  await eventually(() => expect(told.get('default/b')?.at(-1)).toBe('unavailable'));
  await server.start();
  await eventually(() => expect([...told.values()].map((list) => list.at(-1))).toEqual(['3', '2']));
  await withdrawEndpoints(store, 'default/a');
  await eventually(() => expect(told.get('default/a')?.at(-1)).toBe(''));
}, 60_000);
