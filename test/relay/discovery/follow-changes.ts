import { untilEndpoints, type WorldEnvoy } from './world.ts';

const CHANGES = 5;

/** Changes an upstream's one endpoint several times, each time as soon as Envoy has the one before. */
export async function followChanges(
  envoy: Pick<WorldEnvoy, 'endpoints'>,
  upstream: string,
  change: (port: number) => Promise<unknown> | void,
): Promise<void> {
  const addresses = async (): Promise<readonly string[]> =>
    (await envoy.endpoints(upstream)).map((endpoint) => endpoint.split(' ', 1).join());
  for (let port = 1; port <= CHANGES; port += 1) {
    await change(port);
    await untilEndpoints({ endpoints: addresses }, upstream, [`127.0.0.1:${port}`]);
  }
}
