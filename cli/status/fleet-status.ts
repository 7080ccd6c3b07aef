/** What a bucket tells of the Envoys of all relays. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { GatewayName } from '../../compiler/index.ts';
import { isFailed, type BundleCount, type Store } from '../../store/index.ts';
import type { Host } from '../host.ts';
import { short, table, writeLines } from '../output.ts';
import { currentState, timeOf, viewJson, viewOf, type RolloutView } from '../rollout/view.ts';
import { because, phaseName, place } from '../rollout/words.ts';
import type { Trouble } from './health.ts';

export interface FleetStatus {
  readonly location: string;
  readonly gateways: readonly RolloutView[];
}

/** @throws StoreError if the bucket cannot be read, or what it has of a gateway is broken. */
export async function fleetStatus(store: Store, gateways: readonly GatewayName[]): Promise<FleetStatus> {
  const now = await timeOf(store);
  return {
    location: store.location,
    gateways: await Promise.all(gateways.map((gateway) => viewOf(store, gateway, now))),
  };
}

export const fleetJson = ({ location, gateways }: FleetStatus) => ({
  bucket: { location },
  gateways: gateways.map((view) => ({ ...viewJson(view), nodes: view.fleet.nodes })),
});

/** Everything that keeps an Envoy from running what the bucket wants; a rollout that is under way is none of it. */
export const fleetTroubles = ({ gateways }: FleetStatus): readonly Trouble[] =>
  gateways.flatMap((view) => [...rolloutTroubles(view), ...nodeTroubles(view)]);

function rolloutTroubles(view: RolloutView): readonly Trouble[] {
  const { gateway, head, fleet } = view;
  const current = currentState(view);
  if (fleet.relays === 0)
    return [{ kind: 'gateway', subject: gateway, message: 'no relay reports what its nodes run' }];
  if (!current || !(isFailed(current) || current.phase === 'paused')) return [];
  const why = current.reason ? `: ${because(current.reason)}` : '';
  return [
    { kind: 'rollout', subject: gateway, message: `revision ${head.number} is ${phaseName(current.phase)}${why}` },
  ];
}

function nodeTroubles(view: RolloutView): readonly Trouble[] {
  const { gateway, fleet } = view;
  const rejected = fleet.nodes
    .filter(({ state }) => state === 'rejected')
    .map(({ id, bundle }): Trouble => {
      const words = fleet.rejections.find((rejection) => rejection.node === id && rejection.bundle === bundle)?.message;
      return {
        kind: 'rejected',
        subject: id,
        message: `rejects bundle ${short(bundle ?? '-')}${words ? `: ${words}` : ''}`,
      };
    });
  const { pending } = totals(view);
  const isOver = currentState(view)?.phase !== 'progressing';
  const lags = pending === 1 ? '1 node has' : `${pending} nodes have`;
  if (!isOver || pending === 0) return rejected;
  return [...rejected, { kind: 'lagging', subject: gateway, message: `${lags} not answered yet` }];
}

const totals = ({ fleet }: RolloutView): Omit<BundleCount, 'bundle'> =>
  [...fleet.bundles.values()].reduce(
    (sum, { accepted, pending, rejected }) => ({
      accepted: sum.accepted + accepted,
      pending: sum.pending + pending,
      rejected: sum.rejected + rejected,
    }),
    { accepted: 0, pending: 0, rejected: 0 },
  );

export function showFleet({ location, gateways }: FleetStatus, host: Host): void {
  writeLines(host, [printable(`bucket ${location}`), '', ...table([HEADINGS, ...gateways.map(row)])]);
}

const HEADINGS = ['GATEWAY', 'REVISION', 'BUNDLE', 'ROLLOUT', 'RELAYS', 'NODES', 'ACCEPTED', 'PENDING', 'REJECTED'];

function row(view: RolloutView): readonly string[] {
  const { gateway, head, fleet } = view;
  const current = currentState(view);
  const { accepted, pending, rejected } = totals(view);
  return [
    gateway,
    String(head.number),
    short(head.bundle),
    current ? place(current) : 'not begun',
    ...[fleet.relays, fleet.connected, accepted, pending, rejected].map(String),
  ];
}
