/** Sends what is due on a stream, as far as the push plan lets it. Pure. */
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import { isParked } from './delivery.ts';
import { startDrain } from './drain.ts';
import { isEmpty, union } from './name-set.ts';
import {
  endpointsOfClusters,
  findDue,
  gateOf,
  hasSupplies,
  holdsUpRemoval,
  isSettled,
  mayRemove,
  mustDrain,
  mustWaitToRemove,
  STAGES,
  type Due,
  type Stage,
} from './push-plan.ts';
import { isKnownType, place, roleOf } from './resource-roles.ts';
import type { Response } from './response.ts';
import type { Section } from './section.ts';
import { mustWait, withWatch, type Effect, type Session, type Step } from './session-state.ts';
import { sectionOf, type Snapshot } from './snapshot.ts';
import { followRoutes } from './virtual-hosts.ts';
import { forget, send, type Watch } from './watch.ts';

/** Sends what may be sent, after the effects that came before. */
export function flush(session: Session, before: readonly Effect[]): Step {
  if (!session.snapshot || mustWait(session)) return [session, before];
  const effects = [...before];
  let current = session;
  let progress: Progress = 'settled';
  for (const stage of STAGES) {
    // Nothing that the client has needs more than what this bundle has.
    if (stage === 'remove-rest') current = { ...current, endpoints: null };
    [current, progress] = runStage(current, stage, effects);
    if (progress === 'settled' && stage === 'make' && mustWaitToRemove(current)) progress = 'waiting';
    if (progress === 'settled' && stage === 'remove-listeners' && mustDrain(current)) progress = 'draining';
    if (progress !== 'settled') break;
  }
  if (current.awaitsEndpoints && hasSupplies(current)) current = { ...current, awaitsEndpoints: false };
  return conclude(current, session.snapshot, progress, effects);
}

/**
 * `waiting`: for clusters to be accepted, which is not waited for without end. `draining`: all but what is gone, and may
 * be in use for a while, is accepted.
 */
type Progress = 'settled' | 'unsettled' | 'waiting' | 'draining';

function runStage(session: Session, stage: Stage, effects: Effect[]): [Session, Progress] {
  let current = session;
  let progress: Progress = 'settled';
  for (const typeUrl of session.watches.keys()) {
    const watch = current.watches.get(typeUrl);
    if (!watch) continue;
    const [next, reached] = advance(current, watch, stage, effects);
    current = next;
    if (reached === 'waiting') progress = 'waiting';
    else if (reached === 'unsettled' && progress === 'settled' && holdsUpRemoval(current, watch))
      progress = 'unsettled';
  }
  return [current, progress];
}

/** Takes one type as far as it gets in this stage. */
function advance(session: Session, watch: Watch, stage: Stage, effects: Effect[]): [Session, Progress] {
  const due = findDue(session, watch, stage);
  if (!due) return [session, 'settled'];
  const { after, response } = due.delivery;
  if (!response) {
    // What has changed does not concern this client.
    const current = { ...watch, held: after };
    return [after === watch.held ? session : withWatch(session, current), isSettled(current) ? 'settled' : 'unsettled'];
  }
  const gate = gateOf(session, watch);
  if (gate !== 'open') return [session, gate === 'waiting' ? 'waiting' : 'unsettled'];
  if (watch.inFlight) return [session, 'unsettled'];
  return [transmit(session, watch, stage, { ...due, response }, effects), 'unsettled'];
}

function transmit(
  session: Session,
  watch: Watch,
  stage: Stage,
  due: Due & { readonly response: Response },
  effects: Effect[],
): Session {
  if (!session.snapshot) return session;
  const { response } = due;
  const { push, bundle } = session.snapshot;
  const nonce = nonceOf(session.snapshot, watch);
  effects.push({ kind: 'send', nonce, response });
  const inFlight = { nonce, section: due.section, response, bundle };
  const sent = followRoutes(withWatch(session, send(watch, due.delivery, inFlight, push)), watch, response);
  if (roleOf(watch.typeUrl).part === 'use') return oweDrain(sent, watch);
  if (watch.typeUrl !== TypeUrl.cluster) return sent;
  return oweEndpoints({ ...sent, endpoints: endpointsAfter(session, watch, stage) }, due);
}

/**
 * Listeners or routes that the client has are replaced. If it has them from a stream before, no wait for clusters that are
 * gone has counted yet: it began before anybody knew of them.
 */
function oweDrain(session: Session, { answered }: Watch): Session {
  if (answered) return { ...session, replaced: true };
  return session.returning ? { ...session, replaced: true, drains: [] } : session;
}

/** The load assignments of the clusters that the client has when it has got the ones that are sent now. */
function endpointsAfter(session: Session, clusters: Watch, stage: Stage): Section | null {
  const section = session.snapshot && sectionOf(session.snapshot, TypeUrl.endpoint);
  const watch = session.watches.get(TypeUrl.endpoint);
  if (!section || (watch && isParked(watch.held))) return null;
  return mayRemove(session, clusters, stage) ? section : endpointsOfClusters(section, session, watch);
}

/**
 * Envoy warms a cluster that is new or changed until endpoints arrive after it, be they the same as before; without
 * them it waits for 15 seconds. It accepts clusters only when they are warm.
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-docs/xds_protocol#resource-warming
 */
function oweEndpoints(session: Session, { delivery }: Due): Session {
  const names = delivery.endpoints();
  if (isEmpty(names)) return session;
  const endpoints = session.watches.get(TypeUrl.endpoint);
  const waiting = { ...session, awaitsEndpoints: true };
  if (endpoints) return withWatch(waiting, forget(endpoints, names));
  return session.returning ? { ...waiting, owedEndpoints: union(session.owedEndpoints, names) } : waiting;
}

/**
 * A nonce is unique on its stream, and the same on all streams that are where this one is: the number of the push, the
 * type, and from the second response on how many came before it.
 */
function nonceOf({ push }: Snapshot, { typeUrl, sent }: Watch): string {
  const type = isKnownType(typeUrl) ? place(typeUrl) : typeUrl;
  const count = sent.push === push ? sent.count : 0;
  return count === 0 ? `${push}-${type}` : `${push}-${type}-${count}`;
}

/** Sets a deadline if something waits, and tells when the client has all of the bundle. */
function conclude(session: Session, snapshot: Snapshot, progress: Progress, effects: Effect[]): Step {
  if (progress === 'waiting') return wait(session, effects);
  const drained = progress === 'draining' ? startDrain(session, effects) : session;
  const watches = [...session.watches.values()];
  const isAccepted = progress === 'settled' || progress === 'draining';
  const isComplete = isAccepted && watches.length > 0 && watches.every(isSettled);
  if (!isComplete || session.completed === snapshot.push) return [{ ...drained, deadline: null }, effects];
  effects.push({ kind: 'push-completed', bundle: snapshot.bundle });
  return [{ ...drained, deadline: null, completed: snapshot.push }, effects];
}

function wait(session: Session, effects: Effect[]): Step {
  const { deadline, overdue } = session;
  if (deadline !== null || overdue) return [session, effects];
  const next = session.deadlines + 1;
  effects.push({ kind: 'set-deadline', deadline: next, until: 'accepted' });
  return [{ ...session, deadline: next, deadlines: next }, effects];
}
