/**
 * What a stream has to be sent of one type, given what it has, what it asks for and what there is.
 *
 * Pure. Everything in a {@link DeliveryRequest} is shared by streams that are in the same state, so that a delivery is
 * worked out and written once for all of them.
 */
import type { Entry } from '../compiler/5-pack/read.ts';
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import type { Protocol } from './ads-server.ts';
import { difference, isEmpty, nameSet, NO_NAMES, union, type NameSet } from './name-set.ts';
import { roleOf, type ResourceRole } from './resource-roles.ts';
import { createResponse, type Response } from './response.ts';
import { diffSections } from './section-diff.ts';
import { entriesOf, findEntry, isPending, layered, type Section } from './section.ts';
import { covers, type Subscription } from './subscription.ts';

/** What a client has of one type, within its subscription. */
export interface Held {
  /** It has what this section has, */
  readonly base: Section;
  /** without these names: they are owed an answer; */
  readonly forgotten: NameSet;
  /** and without these; nothing if it has refused nothing: they are sent again, but only if something differs; */
  readonly rejected: Rejected | null;
  /** and these names it has besides, and will be told to remove. Delta only. */
  readonly stray: NameSet;
}

export interface Rejected {
  /** All that the client has refused and not accepted since. */
  readonly names: NameSet;
  /** What the last response had that it refused: if one of these is gone, the others may be good. */
  readonly latest: NameSet;
}

export interface DeliveryRequest {
  readonly protocol: Protocol;
  readonly identifier: string;
  readonly held: Held;
  readonly target: Section;
  readonly subscription: Subscription;
  /** Whether a delta client is to be told now of what is gone. */
  readonly removals: 'sent' | 'withheld';
  /**
   * Whether a delta client is told that what is not known yet does not exist: one that has nothing loses nothing by it, and
   * need not wait.
   */
  readonly pending: 'told' | 'silent';
  /** Whether the stream must get an answer even if there is nothing in it. */
  readonly answer: 'required' | 'if-any';
}

export interface Delivery {
  /** Nothing if there is nothing to send. */
  readonly response: Response | null;
  /** What the client has when it has accepted the response. */
  readonly after: Held;
  /** The load assignments that the clusters in it need. */
  endpoints(): NameSet;
}

const NOTHING: Section = layered('', '', []);
export const NOTHING_HELD: Held = { base: NOTHING, forgotten: NO_NAMES, rejected: null, stray: NO_NAMES };

/** Whether something was refused and nothing newer has been sent since. */
export const isParked = ({ rejected }: Held): boolean => rejected !== null;

export function deliver(request: DeliveryRequest): Delivery {
  const { protocol, held, target } = request;
  const role = roleOf(target.typeUrl);
  const change = findChange(request);
  const isWhole = protocol === 'sotw' && role.sotwResponse === 'whole';
  const entries = isWhole ? wholeState(request, change) : someEntries(request, change);
  const { removed, stray } = protocol === 'delta' ? removals(request, change, role) : NO_REMOVALS;

  const isDue = request.answer === 'required' || removed.length > 0 || entries !== null;
  const sent = entries ?? [];
  const content = { typeUrl: target.typeUrl, version: target.version, entries: sent, removed };
  const response = isDue ? createResponse(protocol, request.identifier, content) : null;
  const rejected = isWhole && response ? null : stillRejected(held, change, response);
  // A whole state repeats clusters that the client has; those do not warm again, unless it refused all of the last one.
  const fresh = isWhole && !isParked(held) ? change.changed : sent;
  return {
    response,
    after: { base: target, forgotten: NO_NAMES, rejected, stray },
    endpoints: endpointsOf(fresh),
  };
}

/** What differs between what the client has and what there is, as far as it asks for it. */
interface Change {
  readonly changed: readonly Entry[];
  readonly removed: readonly string[];
  readonly differs: boolean;
}

function findChange({ held, target, subscription }: DeliveryRequest): Change {
  const diff = diffSections(held.base, target);
  const { wildcard } = subscription;
  const changed = wildcard ? diff.changed : diff.changed.filter(({ name }) => covers(subscription, name));
  const removed = [...diff.removed.names].filter((name) => covers(subscription, name));
  const differs = changed.length + removed.length > 0 || isLess(held.rejected, target, subscription);
  return { changed, removed, differs };
}

/** Whether something that was refused is gone, or is no longer asked for: then the rest may be good. */
function isLess(rejected: Rejected | null, target: Section, subscription: Subscription): boolean {
  if (!rejected) return false;
  return [...rejected.latest.names].some((name) => !covers(subscription, name) || !findEntry(target, name));
}

/** A SotW response for listeners or clusters: all of them, or nothing if nothing is due. */
function wholeState(request: DeliveryRequest, { differs }: Change): readonly Entry[] | null {
  const { held, target, subscription, answer } = request;
  const isOwed = [...held.forgotten.names].some((name) => covers(subscription, name));
  return differs || isOwed || answer === 'required' ? everything(target, subscription) : null;
}

/**
 * Any other response: what is new, what is owed, and with something new also what was refused. A SotW response is
 * refused as a whole, and so the next one is whole.
 */
function someEntries(request: DeliveryRequest, change: Change): readonly Entry[] | null {
  const { protocol, held, target, subscription } = request;
  const { forgotten, rejected } = held;
  const isRetry = change.differs && rejected !== null;
  if (isRetry && protocol === 'sotw') return everything(target, subscription);
  const again = isRetry ? union(forgotten, rejected.names) : forgotten;
  const entries = isEmpty(again) ? change.changed : withNames(change.changed, again, target, subscription);
  return entries.length > 0 ? entries : null;
}

function everything(target: Section, subscription: Subscription): readonly Entry[] {
  if (subscription.wildcard) return [...entriesOf(target)];
  return [...subscription.names.names].toSorted().flatMap((name) => findEntry(target, name) ?? []);
}

function withNames(
  changed: readonly Entry[],
  again: NameSet,
  target: Section,
  subscription: Subscription,
): readonly Entry[] {
  const byName = new Map(changed.map((entry) => [entry.name, entry]));
  for (const name of again.names) {
    const entry = covers(subscription, name) ? findEntry(target, name) : undefined;
    if (entry) byName.set(name, entry);
  }
  return [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

interface Removals {
  readonly removed: readonly string[];
  readonly stray: NameSet;
}

const NO_REMOVALS: Removals = { removed: [], stray: NO_NAMES };

/** What a delta client is told to remove, and what it will be told later. */
function removals(request: DeliveryRequest, change: Change, role: ResourceRole): Removals {
  const { held, target, subscription } = request;
  const isMissing = (name: string): boolean => covers(subscription, name) && !findEntry(target, name);
  const isAbsent = (name: string): boolean => isMissing(name) && !isPending(target, name);
  const isTold = request.pending === 'told' ? isMissing : isAbsent;
  const missing = role.missing === 'told' ? [...held.forgotten.names].filter(isTold).toSorted() : [];
  if (role.removals === 'never') return { removed: missing, stray: NO_NAMES };

  const gone = [...held.stray.names, ...change.removed].filter(isAbsent);
  const mayTell = request.removals === 'sent' && (change.differs || !isParked(held));
  if (mayTell) return { removed: [...new Set([...missing, ...gone])].toSorted(), stray: NO_NAMES };
  return { removed: missing, stray: difference(nameSet(gone), nameSet(missing)) };
}

function stillRejected({ rejected }: Held, { differs }: Change, response: Response | null): Rejected | null {
  if (rejected === null || differs) return null;
  if (!response || isEmpty(rejected.names)) return rejected;
  const names = difference(rejected.names, response.names());
  return isEmpty(names) ? null : { ...rejected, names };
}

function endpointsOf(clusters: readonly Entry[]): () => NameSet {
  let names: NameSet | undefined;
  return () =>
    (names ??= nameSet(
      clusters.flatMap(({ requires }) =>
        requires.filter(({ typeUrl }) => typeUrl === TypeUrl.endpoint).map(({ name }) => name),
      ),
    ));
}
