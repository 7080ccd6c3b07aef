/**
 * The order of a push on one stream: make before break, both ways. Pure.
 *
 *   make              clusters, old and new together; the endpoints of those that changed, and secrets;
 *                     when clusters and endpoints are accepted: listeners, old and new together;
 *                     when those are accepted: routes, and then the virtual hosts that stand apart from them
 *   remove-listeners  when all that is accepted: the listeners that are gone
 *   remove-rest       then, when requests by what was replaced are over, the clusters that are gone, and whatever else
 *
 * No plan is kept. Where a stream stands follows from what it has accepted, so a newer bundle simply takes the place of
 * the one before it, and a refusal, which leaves a type unsettled, stops everything that comes after it.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-docs/xds_protocol#eventual-consistency-considerations
 */
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import { isParked, NOTHING_HELD, type Delivery } from './delivery.ts';
import { isDraining } from './drain.ts';
import { difference, isEmpty, union } from './name-set.ts';
import { inSendOrder, roleOf, SECRET_TYPES } from './resource-roles.ts';
import { overlay } from './section-diff.ts';
import { emptySection, type Section } from './section.ts';
import type { Session } from './session-state.ts';
import { sectionOf } from './snapshot.ts';
import { hostsInUse } from './virtual-hosts.ts';
import { mustAnswer, type Watch } from './watch.ts';

export const STAGES = ['make', 'remove-listeners', 'remove-rest'] as const;
export type Stage = (typeof STAGES)[number];

/** What the stage asks to be sent of a type, if anything, and which section the client then has. */
export interface Due {
  readonly section: Section;
  readonly delivery: Delivery;
}

/** Nothing if there is no bundle yet, or if nobody knows the type. */
export function findDue(session: Session, watch: Watch, stage: Stage): Due | undefined {
  const { snapshot, protocol } = session;
  const section = snapshot && targetOf(session, watch, stage);
  if (!section) return undefined;
  const kept = hostsInUse(session, watch);
  const delivery = snapshot.deliver({
    protocol,
    identifier: snapshot.identifier,
    held: isEmpty(kept) ? watch.held : { ...watch.held, stray: difference(watch.held.stray, kept) },
    target: section,
    subscription: watch.subscription,
    removals: mayRemove(session, watch, stage) ? 'sent' : 'withheld',
    pending: session.returning ? 'silent' : 'told',
    answer: mustAnswer(watch, protocol) ? 'required' : 'if-any',
  });
  if (isEmpty(kept)) return { section, delivery };
  const { after } = delivery;
  return { section, delivery: { ...delivery, after: { ...after, stray: union(after.stray, kept) } } };
}

const isDue = (session: Session, watch: Watch, stage: Stage): boolean =>
  findDue(session, watch, stage)?.delivery.response != null;

function targetOf(session: Session, watch: Watch, stage: Stage): Section | undefined {
  const { snapshot, protocol, secrets } = session;
  if (secrets === 'withheld' && SECRET_TYPES.includes(watch.typeUrl)) return noneOf(watch.typeUrl);
  const section = snapshot && sectionOf(snapshot, watch.typeUrl);
  if (!section) return undefined;
  // After a refusal, nothing but a newer snapshot is something new.
  if (isParked(watch.held) && watch.rejection?.push === snapshot.push) return watch.held.base;
  if (watch.typeUrl === TypeUrl.endpoint && stage !== 'remove-rest')
    return endpointsOfClusters(section, session, watch);
  // A SotW client deletes what a whole response leaves out, so what is still in use has to be in it.
  const isWhole = protocol === 'sotw' && roleOf(watch.typeUrl).sotwResponse === 'whole';
  if (isWhole && watch.acked && !mayRemove(session, watch, stage)) return overlay(section, watch.acked);
  return section;
}

/**
 * A cluster that the client has, or is being sent, may be gone from the newest bundle. It warms all the same, and if it
 * is in use it must not lose its endpoints. But those that the client has refused must not stop what comes after.
 */
export function endpointsOfClusters(section: Section, { endpoints }: Session, watch: Watch | undefined): Section {
  return endpoints && !(watch && isParked(watch.held)) ? overlay(section, endpoints) : section;
}

const NOTHING = new Map(SECRET_TYPES.map((typeUrl) => [typeUrl, emptySection(typeUrl)]));

const noneOf = (typeUrl: string): Section => NOTHING.get(typeUrl) ?? emptySection(typeUrl);

export function mayRemove(session: Session, { typeUrl }: Watch, stage: Stage): boolean {
  if (roleOf(typeUrl).removals !== 'last' || stage === 'remove-rest') return true;
  if (typeUrl === TypeUrl.listener)
    return stage === 'remove-listeners' || session.listenersYield === session.snapshot?.push;
  return typeUrl === TypeUrl.cluster && !isDraining(session) && isUnreferenced(session);
}

/**
 * Whether nothing that the client has can name a cluster that is gone: its listeners and routes are already those of
 * this bundle. A client that connects anew has listeners and routes, whether or not it has said so yet.
 */
function isUnreferenced(session: Session): boolean {
  const uses = usesOf(session);
  if (uses.length === 0) return !session.returning;
  return uses.every(
    (watch) => hasNothing(session, watch) || (isSettled(watch) && !isDue(session, watch, 'remove-rest')),
  );
}

const hasNothing = ({ returning }: Session, { held }: Watch): boolean => !returning && held.base === NOTHING_HELD.base;

const usesOf = ({ watches }: Session): Watch[] =>
  [...watches.values()].filter(({ typeUrl }) => roleOf(typeUrl).part === 'use');

/** Everything that was sent is accepted. */
export const isSettled = ({ inFlight, held }: Watch): boolean => inFlight === null && !isParked(held);

/**
 * Whether a type may be sent now: `waiting` for what it may name to be accepted, or `stopped` because that was refused.
 */
export function gateOf(session: Session, watch: Watch): 'open' | 'waiting' | 'stopped' {
  if (roleOf(watch.typeUrl).part !== 'use') return 'open';
  const supplies = supplyGate(session);
  if (supplies !== 'open') return supplies;
  if (watch.typeUrl === TypeUrl.virtualHost && awaitsRoutes(session)) return 'waiting';
  // What a client asks for the first time changes nothing that works.
  if (watch.held.base === NOTHING_HELD.base) return 'open';
  const earlier = usesOf(session).filter(({ typeUrl }) => inSendOrder(typeUrl, watch.typeUrl) < 0);
  if (earlier.some(({ held }) => isParked(held))) return 'stopped';
  if (earlier.some((each) => isDue(session, each, 'make'))) return 'waiting';
  return earlier.some(({ inFlight }) => inFlight) && !session.overdue ? 'waiting' : 'open';
}

/** Virtual hosts follow their route configurations. */
function awaitsRoutes(session: Session): boolean {
  const routes = session.watches.get(TypeUrl.route);
  return routes !== undefined && isDue(session, routes, 'make') && gateOf(session, routes) !== 'stopped';
}

function supplyGate(session: Session): 'open' | 'waiting' | 'stopped' {
  const { overdue } = session;
  const clusters = session.watches.get(TypeUrl.cluster);
  if (!clusters) return expectsClusters(session) ? 'waiting' : 'open';
  const endpoints = awaitedEndpoints(session);
  if (isParked(clusters.held) || (endpoints && isParked(endpoints.held))) return 'stopped';
  // Even when time is up, nothing may name what has not been sent.
  if (isDue(session, clusters, 'make')) return 'waiting';
  const isPending = clusters.inFlight || (endpoints && (endpoints.inFlight || isDue(session, endpoints, 'make')));
  return isPending && !overdue ? 'waiting' : 'open';
}

/**
 * A client that connects anew asks for its clusters first, but while some of them are warming last, when they are warm.
 * Source: https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/upstream/cluster_manager_impl.cc
 */
const expectsClusters = ({ watches, returning, overdue }: Session): boolean =>
  returning && !overdue && !watches.has(TypeUrl.cluster);

/** Whether removals wait for what a client has yet to ask for. */
export const mustWaitToRemove = (session: Session): boolean =>
  expectsClusters(session) && [...session.watches.values()].some((watch) => isDue(session, watch, 'remove-rest'));

/** Whether clusters that are gone have to stay a while. */
export function mustDrain(session: Session): boolean {
  const clusters = session.watches.get(TypeUrl.cluster);
  return isDraining(session) && clusters !== undefined && isDue(session, clusters, 'remove-rest');
}

/** The endpoints, if clusters that were sent wait for them. */
function awaitedEndpoints({ awaitsEndpoints, watches }: Session): Watch | undefined {
  return awaitsEndpoints ? watches.get(TypeUrl.endpoint) : undefined;
}

/** Whether the clusters that were sent are accepted, and their endpoints too. */
export function hasSupplies(session: Session): boolean {
  const clusters = session.watches.get(TypeUrl.cluster);
  const endpoints = session.watches.get(TypeUrl.endpoint);
  return !!clusters && isSettled(clusters) && !!endpoints && isSettled(endpoints) && !isDue(session, endpoints, 'make');
}

/** Whether a stage is only over when this type has been accepted. */
export function holdsUpRemoval({ awaitsEndpoints }: Session, { typeUrl }: Watch): boolean {
  if (typeUrl === TypeUrl.endpoint) return awaitsEndpoints;
  return typeUrl === TypeUrl.cluster || roleOf(typeUrl).part === 'use';
}
