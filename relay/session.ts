/**
 * One stream as a state machine: `(session, event) → [session, effects]`. No input or output, and no clock: time is an
 * event. `ads.ts` carries the effects out.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-docs/xds_protocol
 */
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import type { NodeStatus } from './ads-server.ts';
import { isPublished, standingOf } from './claims.ts';
import { isParked } from './delivery.ts';
import { endDrain, keepReturned } from './drain.ts';
import { isEmpty, nameSet } from './name-set.ts';
import { isSettled } from './push-plan.ts';
import { flush } from './push.ts';
import { heldByReport, type Report } from './reconnect.ts';
import { roleOf, SECRET_TYPES } from './resource-roles.ts';
import { overlay } from './section-diff.ts';
import { findEntry, type Section } from './section.ts';
import { mustWait, withWatch, type Effect, type Session, type Step } from './session-state.ts';
import { sectionOf, sectionOfReport, type Snapshot } from './snapshot.ts';
import { subscribeDelta, subscribeSotw, type Subscribed } from './subscription.ts';
import { letHostsGo } from './virtual-hosts.ts';
import type { DeltaRequest, Request, SotwRequest } from './wire/request.ts';
import { accept, forget, openWatch, reject, resubscribe, retry, statusOf, type InFlight, type Watch } from './watch.ts';

export type SessionEvent =
  | { readonly kind: 'sotw-request'; readonly request: SotwRequest }
  | { readonly kind: 'delta-request'; readonly request: DeltaRequest }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'deadline'; readonly deadline: number }
  /** The bucket wants what the stream is to have, as of now. */
  | { readonly kind: 'confirmed' }
  /** The bucket has been asked for long enough. */
  | { readonly kind: 'unanswered' };

export function step(session: Session, event: SessionEvent): Step {
  switch (event.kind) {
    case 'sotw-request':
      return event.request.typeUrl === '' ? refuse(session, NO_TYPE) : onSotwRequest(session, event.request);
    case 'delta-request':
      return event.request.typeUrl === '' ? refuse(session, NO_TYPE) : onDeltaRequest(session, event.request);
    case 'snapshot':
      return onSnapshot(session, event.snapshot);
    case 'deadline':
      return onDeadline(session, event.deadline);
    case 'confirmed':
      return mustWait(session) ? settle({ ...session, confirmation: 'confirmed' }, []) : [session, []];
    case 'unanswered':
      return session.confirmation === 'preferred'
        ? settle({ ...session, confirmation: 'open', claims: [] }, [])
        : [session, []];
  }
}

const NO_TYPE = 'a request on an aggregated stream needs a type_url';

const refuse = (session: Session, message: string): Step => [
  session,
  [{ kind: 'end', refusal: { code: 'INVALID_ARGUMENT', message } }],
];

/** A request that answers an older response counts for nothing: the one that answers the newest is on its way. */
function onSotwRequest(session: Session, request: SotwRequest): Step {
  const { typeUrl, nonce, names, version } = request;
  const watch = session.watches.get(typeUrl);
  if (watch && watch.nonce !== '' && watch.nonce !== nonce) return [session, [{ kind: 'stale-request', typeUrl }]];

  const subscribed = subscribeSotw(typeUrl, watch?.subscription, names);
  if (watch) return onAnswer(session, watch, request, subscribed);
  const isReport = version !== '' && isPureWildcard(typeUrl, subscribed);
  return onFirstRequest(session, typeUrl, subscribed, {
    returning: version !== '',
    report: isReport ? { kind: 'version', version } : null,
    claim: version === '' ? null : { kind: 'version', version },
  });
}

/** A client that asks by name gets an answer whatever it has; one that has all of a type's current resources need not. */
const isPureWildcard = (typeUrl: string, { subscription }: Subscribed): boolean =>
  roleOf(typeUrl).sotwResponse === 'whole' && subscription.wildcard && isEmpty(subscription.names);

/** A delta request subscribes and unsubscribes even if it answers an older response. */
function onDeltaRequest(session: Session, request: DeltaRequest): Step {
  const { typeUrl, subscribe, unsubscribe, initial } = request;
  const watch = session.watches.get(typeUrl);
  const subscribed = subscribeDelta(typeUrl, watch?.subscription, subscribe, unsubscribe);
  if (watch) return onAnswer(session, watch, request, subscribed);
  const returning = initial.versions.size > 0;
  const report: Report | null = returning ? { kind: 'versions', initial } : null;
  return onFirstRequest(session, typeUrl, subscribed, { returning, report, claim: report });
}

interface Introduction {
  readonly returning: boolean;
  readonly report: Report | null;
  /** What the client says that it has, also where it gets an answer whatever that is. */
  readonly claim: Report | null;
}

/** Nonces end with their stream, so that of a type's first request is not looked at. */
function onFirstRequest(session: Session, typeUrl: string, subscribed: Subscribed, introduction: Introduction): Step {
  if (session.watches.size >= MOST_TYPES) return refuse(session, `a stream may ask for ${MOST_TYPES} types at most`);
  const { returning, report, claim } = introduction;
  const asksForAll = subscribed.subscription.wildcard;
  const opened = withWatch(session, openWatch(typeUrl, subscribed, report));
  const isWithheld = SECRET_TYPES.includes(typeUrl) && session.secrets === 'withheld';
  const hasClustersAlready = typeUrl === TypeUrl.endpoint && !session.watches.has(TypeUrl.cluster);
  const isWarming = hasClustersAlready && returning;
  const introduced = {
    ...opened,
    returning: session.returning || returning,
    claims:
      claim && isPublished(typeUrl) ? [...session.claims, { typeUrl, report: claim, asksForAll }] : session.claims,
    // A client may ask for its clusters first, and next for routes that lead to those that are gone.
    replaced: session.replaced || returning,
    endpoints: hasClustersAlready ? earlierEndpoints(session) : session.endpoints,
    owedEndpoints: isWarming ? subscribed.subscription.names : session.owedEndpoints,
  };
  return settle(introduced, isWithheld ? [{ kind: 'secrets-withheld' }] : []);
}

/** A client that asks for endpoints first has clusters, maybe of an earlier bundle, which warm until they get them. */
function earlierEndpoints({ snapshot }: Session): Section | null {
  const earlier = snapshot?.earlier.flatMap((sections) => sections.get(TypeUrl.endpoint) ?? []) ?? [];
  return earlier.reduceRight<Section | null>((older, newer) => (older ? overlay(newer, older) : newer), null);
}

/** More than there are; a client may make names of types up. */
const MOST_TYPES = 64;

/** Takes in an acknowledgement or a refusal, if the request is one, and what it asks for. */
function onAnswer(session: Session, watch: Watch, { nonce, error }: Request, subscribed: Subscribed): Step {
  const { typeUrl, inFlight } = watch;
  const answers = inFlight?.nonce === nonce ? inFlight : null;
  const isStale = nonce !== '' && nonce !== watch.nonce;
  const asked = resubscribe(watch, subscribed);
  if (!answers) return flush(withWatch(session, asked), isStale ? [{ kind: 'stale-request', typeUrl }] : []);

  const { version } = answers.response;
  if (error === null) return flush(withWatch(session, accept(asked, answers)), [{ kind: 'acked', typeUrl, version }]);
  const { bundle } = answers;
  const refused = onRefusal(session, reject(asked, answers, error), answers);
  const outcome = refused.listenersYield === session.listenersYield ? 'kept' : 'retried';
  const times = refused.watches.get(typeUrl)?.refused.count ?? 1;
  return flush(refused, [{ kind: 'nacked', typeUrl, version, bundle, message: error, outcome, times }]);
}

function onRefusal(session: Session, refused: Watch, { section }: InFlight): Session {
  // Endpoints that were refused are not offered again for the sake of clusters that are gone.
  if (refused.typeUrl === TypeUrl.endpoint) return withWatch({ ...session, endpoints: null }, refused);
  const push = session.snapshot?.push ?? 0;
  if (!needsRoom(session, refused, section) || session.listenersYield === push) return withWatch(session, refused);
  return withWatch({ ...session, listenersYield: push }, retry(refused));
}

/**
 * Whether a listener was refused only because one that is gone, and has not been removed yet, has its address. Envoy
 * looks at addresses last, so nothing else is wrong with it; and it removes listeners before it adds others.
 * Source: https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/listener_manager/listener_manager_impl.cc
 */
function needsRoom({ snapshot, protocol }: Session, { typeUrl, held, rejection }: Watch, sent: Section): boolean {
  if (typeUrl !== TypeUrl.listener || !rejection?.message.includes('has duplicate address')) return false;
  return protocol === 'delta' ? !isEmpty(held.stray) : sent !== (snapshot && sectionOf(snapshot, typeUrl));
}

function onSnapshot(session: Session, snapshot: Snapshot): Step {
  return settle(keepReturned({ ...session, snapshot, deadline: null, overdue: false }, snapshot), []);
}

function onDeadline(session: Session, deadline: number): Step {
  const drain = session.drains.find((each) => each.deadline === deadline);
  if (drain) return flush(endDrain(session, drain), []);
  if (session.deadline !== deadline || !session.snapshot) return [session, []];
  const { bundle } = session.snapshot;
  return flush({ ...session, deadline: null, overdue: true }, [{ kind: 'push-timeout', bundle }]);
}

/** Goes on with what there is to send, unless the client may have something newer. */
function settle(session: Session, before: readonly Effect[]): Step {
  const { snapshot, claims } = session;
  const confirmation = snapshot ? needed(session, snapshot) : session.confirmation;
  const current = { ...session, confirmation };
  if (mustWait(current)) return [current, mustWait(session) ? before : [...before, { kind: 'unconfirmed' }]];
  return flush(resolveReports({ ...current, claims: snapshot ? [] : claims }), before);
}

function needed({ confirmation, claims }: Session, snapshot: Snapshot): Session['confirmation'] {
  if (confirmation === 'confirmed') return confirmation;
  const standings = new Set(claims.map((claim) => standingOf(claim, snapshot)));
  if (standings.has('unknown')) return 'required';
  return standings.has('earlier') ? 'preferred' : 'open';
}

/** Finds out what clients have that connect anew, as soon as there is something to compare it with. */
function resolveReports(session: Session): Session {
  const { snapshot } = session;
  if (!snapshot) return session;
  const resolved = [...session.watches.values()]
    .filter(({ report }) => report !== null)
    .reduce((current, watch) => withWatch(current, oweToClusters(current, resolveReport(watch, snapshot))), session);
  return letHostsGo(resolved);
}

function resolveReport(watch: Watch, snapshot: Snapshot): Watch {
  const { report, typeUrl, held } = watch;
  const resolved = { ...watch, report: null };
  if (report?.kind === 'versions') {
    const section = sectionOf(snapshot, typeUrl);
    if (!section) return resolved;
    const answered = !resetsBackOff(typeUrl);
    return { ...resolved, answered, held: heldByReport(report.initial, section, held.forgotten) };
  }
  const section = report && sectionOfReport(snapshot, typeUrl, report.version);
  if (!section) return resolved;
  return {
    ...resolved,
    answered: true,
    held: { ...held, base: section },
    acked: section,
    ackedVersion: section.version,
  };
}

/** Clusters warm until endpoints arrive after them, also those that the client has. What is gone is no endpoint. */
function oweToClusters({ snapshot, owedEndpoints }: Session, watch: Watch): Watch {
  const section = snapshot && sectionOf(snapshot, watch.typeUrl);
  if (watch.typeUrl !== TypeUrl.endpoint || !section) return watch;
  return forget(watch, nameSet([...owedEndpoints.names].filter((name) => findEntry(section, name))));
}

/**
 * A delta client that has everything is sent one empty response nevertheless. Envoy waits longer and longer before it
 * connects anew, until it has received something: one that lost a few connections would come back after half a minute.
 * Source: https://github.com/envoyproxy/envoy/blob/v1.40.0/source/extensions/config_subscription/grpc/grpc_stream.h
 */
const resetsBackOff = (typeUrl: string): boolean => typeUrl === TypeUrl.cluster;

/** What the session is about, for people. */
export function describe(session: Session): Pick<NodeStatus, 'bundle' | 'state' | 'types'> {
  const watches = [...session.watches.values()];
  return { bundle: session.snapshot?.bundle ?? null, state: stateOf(session, watches), types: watches.map(statusOf) };
}

function stateOf(session: Session, watches: readonly Watch[]): NodeStatus['state'] {
  const { snapshot, completed } = session;
  if (watches.some(({ held }) => isParked(held))) return 'rejected';
  if (!snapshot || mustWait(session)) return 'waiting';
  return completed === snapshot.push && watches.every(isSettled) ? 'complete' : 'pushing';
}
