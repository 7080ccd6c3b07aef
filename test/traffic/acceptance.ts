/** Waiting for Envoy. */
import { readStats } from '../../cli/local/envoy-admin.ts';
import { poll } from '../../cli/local/poll.ts';
import type { NodeReport } from '../../relay/status.ts';
import type { RestartableRelay } from './relay-process.ts';

/**
 * Returns when a node has accepted all of a bundle.
 *
 * @throws Error with Envoy's own words if it refuses a part, or with the relay's log if it does not come to an end.
 */
export async function untilAccepted(relay: RestartableRelay, node: string, bundle: string): Promise<void> {
  const seen = await poll({ what: `that ${node} has accepted ${bundle}`, timeoutMs: 15_000 }, async () => {
    const report = relay
      .current()
      .status()
      .nodes.find(({ id }) => id === node);
    const isSettled = report?.bundle === bundle && (report.state === 'complete' || report.state === 'rejected');
    return isSettled ? report : undefined;
  }).catch((cause: unknown) => {
    const status = JSON.stringify(relay.current().status(), null, 1);
    throw new Error(`${String(cause)}\n${status}\n${relay.recentLog()}`, { cause });
  });
  if (seen.state === 'rejected') throw new Error(`Envoy refuses a part of the bundle:\n${rejections(seen).join('\n')}`);
}

/** What a node refuses now, in Envoy's words. */
export const rejections = ({ types }: NodeReport): readonly string[] =>
  types.flatMap(({ typeUrl, nacked }) => (nacked ? [`${typeUrl}: ${nacked.message}`] : []));

/** Returns when no listener and no cluster of an Envoy warms any more. */
export async function untilWarm(adminPort: number): Promise<void> {
  await poll({ what: 'that nothing warms', timeoutMs: 15_000 }, async () => {
    const stats = await readStats(adminPort, 'warming');
    return [...stats.values()].every((value) => value === 0) ? true : undefined;
  });
}
