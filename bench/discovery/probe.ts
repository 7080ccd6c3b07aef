/** Pushes the endpoints of one upstream more, again and again, and looks how soon an Envoy has them. */
import { setTimeout as pause } from 'node:timers/promises';
import { pushEndpoints } from '../../store/endpoints.ts';
import type { Store } from '../../store/store.ts';

/** Of no other upstream that changes. */
export const PROBE = 'probe';

/** How long each change took from the push on, in milliseconds. */
export async function probe(store: Store, adminPort: number, seconds: number): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  for (let port = 1; performance.now() < end; port += 1) {
    const before = await updatesOf(adminPort);
    const start = performance.now();
    await pushEndpoints(store, `default/${PROBE}`, [{ address: '10.0.0.1', port }], { now: Date.now() });
    while ((await updatesOf(adminPort)) === before) {
      if (performance.now() > start + 30_000) throw new Error('Envoy does not get what was pushed');
      await pause(5);
    }
    times.push(performance.now() - start);
    await pause(100);
  }
  return times;
}

async function updatesOf(adminPort: number): Promise<string> {
  const filter = encodeURIComponent(`^cluster.default/${PROBE}.update_success`);
  return await (await fetch(`http://127.0.0.1:${adminPort}/stats?filter=${filter}`)).text();
}
