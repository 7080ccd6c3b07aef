/** Waiting for Envoy. */
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { readStats } from '../../cli/local/envoy-admin.ts';
import { poll } from '../../cli/local/poll.ts';
import type { NodeReport } from '../../relay/status.ts';
import type { RestartableRelay } from './relay-process.ts';

/**
 * Returns when a node has accepted all of a bundle.
 *
 * @throws Error with Envoy's own words if it refuses a part, or with the relay's log if it does not come to an end.
 */
export async function untilAccepted(relay: RestartableRelay, node: string, { id, manifest }: Bundle): Promise<void> {
  const versions = new Set(manifest.sections.map(({ version }) => version));
  const refused = await poll({ what: `that ${node} has accepted ${id}`, timeoutMs: 15_000 }, async () => {
    const report = reportOf(relay, node);
    if (report?.bundle !== id) return undefined;
    // What it refused of an earlier bundle counts until the same type of this one has come.
    const words = report.types.flatMap(({ nacked }) =>
      nacked && versions.has(nacked.version) ? [nacked.message] : [],
    );
    return report.state === 'complete' || words.length > 0 ? words : undefined;
  }).catch((cause: unknown) => {
    const status = JSON.stringify(relay.current().status(), null, 1);
    throw new Error(`${String(cause)}\n${status}\n${relay.recentLog()}`, { cause });
  });
  if (refused.length > 0) throw new Error(`Envoy refuses a part of the bundle:\n${refused.join('\n')}`);
}

/** What a relay says of a node, if it is connected. */
export const reportOf = (relay: RestartableRelay, node: string): NodeReport | undefined =>
  relay
    .current()
    .status()
    .nodes.find(({ id }) => id === node);

/** What a node refuses now, in Envoy's words. */
export const rejections = (report: NodeReport | undefined): readonly string[] =>
  (report?.types ?? []).flatMap(({ nacked }) => (nacked ? [nacked.message] : []));

/** Returns when no listener and no cluster of an Envoy warms any more. */
export async function untilWarm(adminPort: number): Promise<void> {
  await poll({ what: 'that nothing warms', timeoutMs: 15_000 }, async () => {
    const stats = await readStats(adminPort, 'warming');
    return [...stats.values()].every((value) => value === 0) ? true : undefined;
  });
}
