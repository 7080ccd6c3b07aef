/** How long changes take to reach a real Envoy. */
import { untilEndpoints, type WorldEnvoy } from './world.ts';

const CHANGES = 5;

/**
 * Changes an upstream's one endpoint several times, each time as soon as Envoy has the one before, which is right after the
 * source has been looked at: so each change waits for all of the time between two looks. Gives the shortest of the times, in
 * milliseconds, which says little of a machine that is busy.
 */
export async function timeToEnvoy(
  envoy: Pick<WorldEnvoy, 'endpoints'>,
  upstream: string,
  change: (port: number) => Promise<unknown> | void,
): Promise<number> {
  const addresses = async (): Promise<readonly string[]> =>
    (await envoy.endpoints(upstream)).map((endpoint) => endpoint.split(' ', 1).join());
  const times: number[] = [];
  for (let port = 1; port <= CHANGES; port += 1) {
    await change(port);
    const start = performance.now();
    await untilEndpoints({ endpoints: addresses }, upstream, [`127.0.0.1:${port}`]);
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

/** A second, and something for a busy machine; a source that is looked at every two seconds takes longer. */
export const SHORT_MS = 1_400;
