/** The clients of the soak, and the judge of what happens to them. */
import { pointerKey } from '../../store/keys.ts';
import { parsePointer } from '../../store/head.ts';
import { readRollout } from '../../store/rollout/read.ts';
import { isFailed } from '../../store/rollout/state.ts';
import type { Store } from '../../store/store.ts';
import { createClient, type ClientEvents, type SoakClient, type Variant } from './client.ts';
import { GATEWAYS, type Gateway } from './editions.ts';
import { follow, wished, type Wish } from './wishes.ts';

export interface Fleet {
  readonly clients: readonly SoakClient[];
  readonly counts: { moves: number; refusals: number; endings: number; gaps: number };
  /** What must never be, in sentences. */
  readonly violations: readonly string[];
  /** Notes what the bucket wants now, and judges what clients got a while ago. */
  look(): Promise<void>;
  close(): void;
}

/** What a client gets may be known here before what the bucket wanted is. */
const JUDGED_AFTER_MS = 500;
/** How long after the bucket wanted an edition last a client may still get it: polls, slow answers, timeouts, stalls. */
const LATE_MS = 30_000;

interface Dated {
  readonly wish: Wish;
  readonly from: number;
}

interface Move {
  readonly client: SoakClient;
  readonly edition: string;
  readonly at: number;
}

/**
 * @param editions The edition of each bundle, by its id.
 * @param reconnect What a client does that has lost its stream.
 */
export function createFleet(
  store: Store,
  size: number,
  editions: ReadonlyMap<string, string>,
  reconnect: (client: SoakClient) => void,
): Fleet {
  const wishes = new Map<Gateway, readonly Dated[]>(GATEWAYS.map((gateway) => [gateway, []]));
  const places = new Map<SoakClient, number>();
  const violations: string[] = [];
  const counts = { moves: 0, refusals: 0, endings: 0, gaps: 0 };
  let moves: Move[] = [];

  const events: ClientEvents = {
    moved(client, edition) {
      counts.moves += 1;
      moves.push({ client, edition, at: Date.now() });
    },
    lost: (client, what) => void violations.push(`${nameOf(client)} has lost ${what}`),
    gap: () => void (counts.gaps += 1),
    refused: () => void (counts.refusals += 1),
    ended(client) {
      counts.endings += 1;
      reconnect(client);
    },
  };
  const clients = Array.from({ length: size }, (_, index) => {
    const variant: Variant = index % 2 === 0 ? 'sotw' : 'delta';
    const cluster = GATEWAYS[Math.floor(index / 2) % GATEWAYS.length] ?? 'edge';
    return createClient({ id: `node-${index}`, cluster, version: [1, 40, 0] }, variant, events);
  });

  const judge = ({ client, edition, at }: Move): void => {
    const dated = wishes.get(gatewayOf(client)) ?? [];
    const from = places.get(client) ?? 0;
    const place = follow(
      dated.map(({ wish }) => wish),
      from,
      edition,
    );
    const last = dated.findLastIndex(({ wish }) => wish.has(edition));
    const until = dated[last + 1]?.from ?? Infinity;
    if (place === undefined) violations.push(`${nameOf(client)} went back to ${edition}, which was not wanted again`);
    else if (at > until + LATE_MS) violations.push(`${nameOf(client)} got ${edition} long after it was wanted`);
    if (place !== undefined) places.set(client, place);
  };
  const lookNow = async (): Promise<void> => {
    for (const gateway of GATEWAYS) {
      const wish = await wishOf(store, gateway, editions);
      const before = wishes.get(gateway) ?? [];
      const known = before.map((each) => each.wish);
      if (wished(known, wish) !== known) wishes.set(gateway, [...before, { wish, from: Date.now() }]);
    }
    const due = moves.filter(({ at }) => at < Date.now() - JUDGED_AFTER_MS);
    moves = moves.slice(due.length);
    for (const move of due) judge(move);
  };
  let looks: Promise<void> = Promise.resolve();
  return {
    clients,
    counts,
    violations,
    // One after the other, since what was read earlier was wanted earlier.
    look: () => (looks = looks.then(lookNow)),
    close: () => clients.forEach((client) => client.close()),
  };
}

const nameOf = ({ node, variant }: SoakClient): string => `${node.id} (${variant}, ${node.cluster})`;

export const gatewayOf = ({ node }: SoakClient): Gateway => (node.cluster === 'internal' ? 'internal' : 'edge');

/** What nodes may be given by what the bucket has now. */
async function wishOf(store: Store, gateway: Gateway, editions: ReadonlyMap<string, string>): Promise<Wish> {
  const name = `default/${gateway}`;
  const found = await store.get(pointerKey(name));
  const pointer = found.status === 'found' ? parsePointer(found.bytes) : undefined;
  const state = (await readRollout(store, name))?.state;
  const isAbout = state !== undefined && state.candidate.revision === pointer?.revision;
  const bundles = [
    ...(pointer && !(isAbout && isFailed(state)) ? [pointer.bundle] : []),
    ...(state?.stable && !(isAbout && state.phase === 'complete') ? [state.stable.bundle] : []),
    ...(state && !isAbout && !isFailed(state) ? [state.candidate.bundle] : []),
  ];
  return new Set(bundles.flatMap((bundle) => editions.get(bundle) ?? []));
}
