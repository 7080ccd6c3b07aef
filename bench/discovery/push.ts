/**
 * Pushes endpoints into a bucket all the time, as a process of its own: `push.js UPSTREAMS CHANGES_A_SECOND SECONDS DIRECTORY`. Gives
 * each upstream its first endpoints and says so, begins when a line comes in, and writes how many changes there were.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { pushEndpoints } from '../../store/endpoints.ts';
import { openStore } from '../../store/open.ts';
import { inParallel } from '../../store/parallel.ts';

/** So many pushes are under way at the same time. */
const PARALLEL = 16;

const [upstreams = 0, rate = 0, seconds = 0] = process.argv.slice(2, 5).map(Number);
const store = await openStore(process.argv[5] ?? '');
const push = (index: number, port: number): Promise<unknown> => {
  const endpoints = Array.from({ length: 10 }, (_, each) => ({ address: `10.0.0.${each + 1}`, port }));
  return pushEndpoints(store, `default/u${index}`, endpoints, { now: Date.now() });
};
await inParallel(PARALLEL, [...Array(upstreams).keys()], (index) => push(index, 80));
console.log('{}');
await once(process.stdin, 'data');

let changes = 0;
const start = performance.now();
const elapsed = (): number => (performance.now() - start) / 1_000;
await inParallel(PARALLEL, [...Array(PARALLEL).keys()], async () => {
  while (elapsed() < seconds) {
    if (changes >= elapsed() * rate) await pause(1);
    else {
      const change = changes++;
      await push((change * 7) % upstreams, 1_000 + (change % 60_000));
    }
  }
});
console.log(JSON.stringify({ changes }));
process.exit(0);
