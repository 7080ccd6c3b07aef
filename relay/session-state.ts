/** What a stream's session remembers, and what it asks of the shell. `session.ts` says how one leads to the other. */
import type { Digest } from '../compiler/5-pack/bundle.ts';
import type { Protocol, Refusal } from './ads-server.ts';
import type { Claim } from './claims.ts';
import type { Drain } from './drain.ts';
import { NO_NAMES, type NameSet } from './name-set.ts';
import { inSendOrder } from './resource-roles.ts';
import type { Response } from './response.ts';
import type { Section } from './section.ts';
import type { Snapshot } from './snapshot.ts';
import type { Watch } from './watch.ts';

export interface Session {
  readonly protocol: Protocol;
  /** Whether the stream may have secrets. */
  readonly secrets: 'allowed' | 'withheld';
  /** What the stream is to have; nothing before the first bundle. */
  readonly snapshot: Snapshot | null;
  /** By type URL, in send order. */
  readonly watches: ReadonlyMap<string, Watch>;
  /** What the client says that it has, until that is looked at. */
  readonly claims: readonly Claim[];
  /**
   * Whether what is to be sent may be sent. `open`: the client has what it is to have, so far. `preferred`: it has something
   * of before, and nothing is sent until the bucket has been asked; `required`: something unknown, and nothing is sent until
   * the bucket wants what is offered. `confirmed`: it did so since the client came.
   */
  readonly confirmation: 'open' | 'preferred' | 'required' | 'confirmed';
  /** The client has been connected before, and so has listeners and routes already. */
  readonly returning: boolean;
  /** Clusters were sent, and the client has yet to accept endpoints for them. */
  readonly awaitsEndpoints: boolean;
  /** Load assignments for which clusters wait that were sent to a returning client before it asked for any. */
  readonly owedEndpoints: NameSet;
  /** Load assignments of the clusters that were sent, those that are gone meanwhile included. */
  readonly endpoints: Section | null;
  /** The push in which listeners that are gone make room for others at once, if any does. */
  readonly listenersYield: number;
  /** The deadline that is running: listeners or routes wait. */
  readonly deadline: number | null;
  /** Deadlines that have been set on this stream. */
  readonly deadlines: number;
  /** The deadline of this push has passed. */
  readonly overdue: boolean;
  /** The last push of which the client has accepted all that it asks for. */
  readonly completed: number;
  /** Listeners or routes were replaced, and clusters that went with them have not been given a deadline yet. */
  readonly replaced: boolean;
  /** Clusters that are gone and stay a while. */
  readonly drains: readonly Drain[];
}

/** @param confirmation `confirmed` where there is nobody to ask */
export const openSession = (
  protocol: Protocol,
  secrets: Session['secrets'],
  confirmation: Session['confirmation'] = 'confirmed',
): Session => ({
  protocol,
  secrets,
  snapshot: null,
  watches: new Map(),
  claims: [],
  confirmation,
  returning: false,
  awaitsEndpoints: false,
  owedEndpoints: NO_NAMES,
  endpoints: null,
  listenersYield: 0,
  deadline: null,
  deadlines: 0,
  overdue: false,
  completed: 0,
  replaced: false,
  drains: [],
});

/** What the shell has to do, in this order; all but the first three is for people. */
export type Effect =
  | { readonly kind: 'send'; readonly nonce: string; readonly response: Response }
  /**
   * Give back the `deadline` event with this number after the time that listeners and routes may wait to be sent, or that
   * requests by those of before may still take.
   */
  | { readonly kind: 'set-deadline'; readonly deadline: number; readonly until: 'accepted' | 'drained' }
  | { readonly kind: 'end'; readonly refusal: Refusal }
  | { readonly kind: 'acked'; readonly typeUrl: string; readonly version: string }
  /** Of a response with a part of this bundle. `retried`: it is sent again at once, since the reason has gone. */
  | {
      readonly kind: 'nacked';
      readonly typeUrl: string;
      readonly version: string;
      readonly bundle: Digest;
      readonly message: string;
      readonly outcome: 'kept' | 'retried';
      /** How often the client has refused something of this type, of what it is to have now. */
      readonly times: number;
    }
  | { readonly kind: 'stale-request'; readonly typeUrl: string }
  /**
   * The client has something else than it is to have: give back `confirmed` when the bucket wants what is offered, and
   * `unanswered` when it has not said so for a while.
   */
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'push-completed'; readonly bundle: Digest }
  | { readonly kind: 'push-timeout'; readonly bundle: Digest }
  | { readonly kind: 'secrets-withheld' };

export type Step = readonly [Session, readonly Effect[]];

/** Nothing is sent before the bucket has been asked. */
export const mustWait = ({ confirmation }: Session): boolean =>
  confirmation === 'preferred' || confirmation === 'required';

export function withWatch(session: Session, watch: Watch): Session {
  const isNew = !session.watches.has(watch.typeUrl);
  const watches = new Map(session.watches).set(watch.typeUrl, watch);
  return { ...session, watches: isNew ? new Map([...watches].toSorted(([a], [b]) => inSendOrder(a, b))) : watches };
}
