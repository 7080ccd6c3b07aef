/**
 * Writes into the bucket what this relay's nodes run, one object a gateway: soon after something has changed, at once
 * after a rejection, and from time to time, since reports expire.
 *
 * A bucket that takes no reports, as with credentials that only read, is told of once, and harms nothing.
 */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { fleetReportKey } from '../../store/keys.ts';
import { StoreError, type ETag, type Store } from '../../store/store.ts';
import type { AdsEvent } from '../ads-server.ts';
import type { Log } from '../log.ts';
import { reportOf } from './report.ts';
import { createRoster, note, type Roster, type Weight } from './roster.ts';

export interface FleetReports {
  onAdsEvent(event: AdsEvent): void;
  /** Why the bucket takes no reports, while it takes none. */
  problem(): string | undefined;
  /** Takes the reports away, as far as that goes fast. */
  close(): Promise<void>;
}

export interface FleetReportOptions {
  readonly store: Store;
  /** The relay's identifier. */
  readonly identifier: string;
  /** How often a report is written anew that has not changed, in milliseconds. It counts for three times as long. */
  readonly intervalMs: number;
  /** How long the bucket may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly log: Log;
  /** A report has been written; `rejection`: it has one that those before had not. */
  readonly written: (gateway: GatewayName, weight: Exclude<Weight, 'nothing'>) => void;
  readonly failed: () => void;
}

/** How long changes are gathered, in milliseconds. */
const GATHER_MS: Readonly<Record<Exclude<Weight, 'nothing'>, number>> = { change: 500, rejection: 100 };
/** How long to wait before another try after the bucket has refused, in milliseconds. */
const REFUSED_MS = 300_000;

const DOUBLE =
  'somebody else has written or removed the report of this relay: give each relay a name of its own (identifier)';

/** A gateway's nodes, and what is to be written of them when. */
interface Entry {
  readonly roster: Roster;
  etag: ETag | undefined;
  /** What has happened that no report has. */
  weight: Weight;
  timer: NodeJS.Timeout | undefined;
  /** When the timer ends, by the process's clock in milliseconds. */
  due: number;
  isWriting: boolean;
}

export function createFleetReports(options: FleetReportOptions): FleetReports {
  const { store, identifier, intervalMs, log } = options;
  const put = createPut(options);
  const entries = new Map<GatewayName, Entry>();
  let problem: StoreError | undefined;
  let isClosed = false;

  const schedule = (gateway: GatewayName, entry: Entry, delayMs: number): void => {
    const due = performance.now() + delayMs;
    if (isClosed || entry.isWriting || (entry.timer && entry.due <= due)) return;
    clearTimeout(entry.timer);
    entry.due = due;
    entry.timer = setTimeout(() => void write(gateway, entry), delayMs);
  };

  const write = async (gateway: GatewayName, entry: Entry): Promise<void> => {
    const { weight } = entry;
    Object.assign(entry, { timer: undefined, weight: 'nothing', isWriting: true });
    const failure = await attempt(() => put(gateway, entry));
    entry.isWriting = false;
    if (failure) {
      // Whether it has been written all the same is not known.
      Object.assign(entry, { etag: undefined, weight: heavier(weight, entry.weight) });
      tell(gateway, failure);
    } else {
      recovered();
      if (weight !== 'nothing') options.written(gateway, weight);
    }
    schedule(gateway, entry, delayOf(entry));
  };

  const delayOf = ({ weight }: Entry): number => {
    if (problem) return problem.retryable ? jittered(intervalMs / 4) : REFUSED_MS;
    return weight === 'nothing' ? jittered(intervalMs) : GATHER_MS[weight];
  };

  const tell = (gateway: GatewayName, error: StoreError): void => {
    options.failed();
    const fields = { gateway, reason: error.message };
    log[problem === undefined ? 'warn' : 'debug'](fields, 'the bucket does not take the report of what nodes run');
    problem = error;
  };

  const recovered = (): void => {
    if (!problem) return;
    log.info('the bucket takes reports of nodes again');
    problem = undefined;
    for (const [gateway, entry] of entries) if (entry.weight !== 'nothing') schedule(gateway, entry, delayOf(entry));
  };

  return {
    onAdsEvent(event) {
      if (!isAbout(event)) return;
      const gateway = 'offer' in event ? event.offer.gateway : event.gateway;
      const entry = entries.get(gateway) ?? newEntry();
      entries.set(gateway, entry);
      const weight = note(entry.roster, event, Date.now());
      if (weight === 'nothing' || isClosed) return;
      entry.weight = heavier(weight, entry.weight);
      // Who has no nodes has nothing to report, until it has had one.
      if (entry.roster.nodes.size === 0 && entry.etag === undefined) return;
      schedule(gateway, entry, delayOf(entry));
    },
    problem: () => problem?.message,
    async close() {
      isClosed = true;
      for (const { timer } of entries.values()) clearTimeout(timer);
      const written = [...entries].filter(([, { etag }]) => etag !== undefined);
      const removals = written.map(([gateway]) => attempt(() => store.delete(fleetReportKey(gateway, identifier))));
      await attempt(() => within(CLOSE_MS, Promise.all(removals)));
    },
  };
}

/** Writes a report over the one that this relay wrote before. */
function createPut({ store, identifier, intervalMs, timeoutMs, log }: FleetReportOptions) {
  let isDoubleTold = false;
  return async (gateway: GatewayName, entry: Entry): Promise<void> => {
    const key = fleetReportKey(gateway, identifier);
    const report = reportOf(entry.roster, { gateway, relay: identifier, now: Date.now(), lifetimeMs: 3 * intervalMs });
    const bytes = canonicalBytes(report);
    const condition = entry.etag === undefined ? undefined : { match: entry.etag };
    const first = await within(timeoutMs, store.put(key, bytes, condition));
    if (first.status === 'written') return void (entry.etag = first.etag);
    if (!isDoubleTold) log.warn({ gateway, relay: identifier }, DOUBLE);
    isDoubleTold = true;
    const second = await within(timeoutMs, store.put(key, bytes));
    entry.etag = second.status === 'written' ? second.etag : undefined;
  };
}

/** How long taking reports away may take, in milliseconds; those that stay expire. */
const CLOSE_MS = 2_000;

const newEntry = (): Entry => ({
  roster: createRoster(),
  etag: undefined,
  weight: 'nothing',
  timer: undefined,
  due: 0,
  isWriting: false,
});

const isAbout = (event: AdsEvent): event is Exclude<AdsEvent, { kind: 'refused' }> => event.kind !== 'refused';

const heavier = (a: Weight, b: Weight): Weight => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);
const ORDER: readonly Weight[] = ['nothing', 'change', 'rejection'];

const jittered = (milliseconds: number): number => milliseconds * (0.9 + Math.random() * 0.2);

async function attempt(act: () => Promise<unknown>): Promise<StoreError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `the bucket gave no answer within ${milliseconds} ms`;
    timer = setTimeout(() => reject(new StoreError(message, { retryable: true })), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
