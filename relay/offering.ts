/** A gateway's bundles as they are served: a snapshot of each, and which of them a node gets. Pure. */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';
import type { NodeIdentity, Offer } from './ads-server.ts';
import { createSnapshot, isSameSnapshot, type Snapshot } from './snapshot.ts';

export interface Offering {
  readonly gateway: GatewayName;
  readonly offer: Offer;
  /** By bundle. All have the same push number, which is larger than that of any offering before. */
  readonly snapshots: ReadonlyMap<Digest, Snapshot>;
}

export interface OfferingInput {
  readonly offer: Offer;
  /** The relay's name. */
  readonly identifier: string;
  readonly push: number;
  /** What the gateway offered before. */
  readonly previous: Offering | undefined;
}

/**
 * Reads the bundles of an offer, as far as the offering before has not read them.
 *
 * Each gets a new push number, also those that were offered before: a stream may come back to a bundle from another one,
 * and its nonces must not repeat.
 * @throws MalformedBlock or Error as `createSnapshot` does.
 */
export function createOffering({ offer, identifier, push, previous }: OfferingInput): Offering {
  const before = [...(previous?.snapshots.values() ?? [])];
  const snapshots = offer.bundles.map(({ bundle, secrets, endpoints }): [Digest, Snapshot] => {
    const own = previous?.snapshots.get(bundle.id);
    const [nearest = own, ...others] = own ? [own, ...before.filter((each) => each !== own)] : before;
    const snapshot = createSnapshot({
      bundle,
      secrets,
      endpoints,
      identifier,
      push,
      ...(nearest && { previous: nearest }),
      others,
    });
    // What was worked out for streams that had it then serves those that get it now.
    return [bundle.id, own && isSameSnapshot(own, snapshot) ? { ...snapshot, deliver: own.deliver } : snapshot];
  });
  return { gateway: offer.gateway, offer, snapshots: new Map(snapshots) };
}

/**
 * What a node gets.
 * @throws Error if the offer chooses a bundle that it does not have.
 */
export function snapshotFor({ gateway, offer, snapshots }: Offering, node: NodeIdentity): Snapshot {
  const [only, ...others] = snapshots.values();
  if (only && others.length === 0) return only;
  const chosen = snapshots.get(offer.choose(node));
  if (!chosen) throw new Error(`${gateway} is to give a node a bundle that is not at hand`);
  return chosen;
}
