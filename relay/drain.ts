/**
 * Clusters that are gone from the newest bundle, and stay a while. Pure.
 *
 * An accepted route is not yet all there is: a request that has chosen its route may be held up by a filter, and a
 * connection that was taken by a listener of before may have no request yet. Both fail if their cluster is away when they
 * come to it. So clusters that are gone together are removed together, a while after nothing new leads to them, and what
 * becomes of listeners and routes meanwhile makes that while no longer.
 */
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import { difference, isEmpty, nameSet, NO_NAMES, union, type NameSet } from './name-set.ts';
import { diffSections, without } from './section-diff.ts';
import { findEntry } from './section.ts';
import { withWatch, type Effect, type Session } from './session-state.ts';
import { sectionOf, type Snapshot } from './snapshot.ts';
import type { Watch } from './watch.ts';

export interface Drain {
  /** The number of the deadline that ends it. */
  readonly deadline: number;
  readonly clusters: NameSet;
  /** Load assignments that no cluster needs when these are gone. */
  readonly endpoints: NameSet;
}

/** Whether clusters that are gone may be needed still. */
export const isDraining = ({ replaced, drains }: Session): boolean => replaced || drains.length > 0;

/** Gives those that are gone, and that nothing waits for yet, a deadline. */
export function startDrain(session: Session, effects: Effect[]): Session {
  const waiting = session.drains.reduce((names, { clusters }) => union(names, clusters), NO_NAMES);
  const clusters = difference(goneClusters(session), waiting);
  if (isEmpty(clusters)) return session;
  const deadline = session.deadlines + 1;
  effects.push({ kind: 'set-deadline', deadline, until: 'drained' });
  const drain = { deadline, clusters, endpoints: goneEndpoints(session) };
  return { ...session, replaced: false, deadlines: deadline, drains: [...session.drains, drain] };
}

/** Clusters that the client has and the newest bundle has not. */
function goneClusters({ snapshot, protocol, watches }: Session): NameSet {
  const section = snapshot && sectionOf(snapshot, TypeUrl.cluster);
  const watch = watches.get(TypeUrl.cluster);
  if (!section || !watch) return NO_NAMES;
  if (protocol === 'sotw') return watch.acked ? diffSections(watch.acked, section).removed : NO_NAMES;
  return nameSet([...watch.held.stray.names].filter((name) => !findEntry(section, name)));
}

/** Load assignments that are kept for clusters which are gone. */
function goneEndpoints({ snapshot, endpoints }: Session): NameSet {
  const section = snapshot && sectionOf(snapshot, TypeUrl.endpoint);
  return endpoints && section ? diffSections(endpoints, section).removed : NO_NAMES;
}

/** Clusters that are back are not removed; the time runs on, for others that may go. */
export function keepReturned(session: Session, snapshot: Snapshot): Session {
  if (session.drains.length === 0) return session;
  const drains = session.drains.map(({ deadline, clusters, endpoints }) => ({
    deadline,
    clusters: absent(snapshot, TypeUrl.cluster, clusters),
    endpoints: absent(snapshot, TypeUrl.endpoint, endpoints),
  }));
  return { ...session, drains };
}

function absent(snapshot: Snapshot, typeUrl: string, { names }: NameSet): NameSet {
  const section = sectionOf(snapshot, typeUrl);
  return nameSet([...names].filter((name) => !section || !findEntry(section, name)));
}

/** Lets go of the clusters whose time is over. */
export function endDrain(session: Session, { deadline, clusters, endpoints }: Drain): Session {
  const rest = {
    ...session,
    drains: session.drains.filter((drain) => drain.deadline !== deadline),
    endpoints: session.endpoints && without(session.endpoints, endpoints),
  };
  const watch = session.watches.get(TypeUrl.cluster);
  return watch ? withWatch(rest, release(session, watch, clusters)) : rest;
}

/** State of the World: they are no longer kept. Delta: they are owed, and as they are gone, that is told. */
function release({ protocol }: Session, watch: Watch, clusters: NameSet): Watch {
  const { acked, held } = watch;
  if (protocol === 'sotw') return { ...watch, acked: acked && without(acked, clusters) };
  const { forgotten, stray } = held;
  return { ...watch, held: { ...held, forgotten: union(forgotten, clusters), stray: difference(stray, clusters) } };
}
