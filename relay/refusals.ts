/** The streams that were refused lately, for the relay's status: bounded, however many there are. */
import type { AdsEvent } from './ads-server.ts';
import type { RefusalReport } from './status.ts';

export type Refused = Extract<AdsEvent, { kind: 'refused' }>;

export interface Refusals {
  /** @returns how often that has happened, this time included. */
  add(event: Refused, now: number): number;
  /** The latest first. */
  list(): readonly RefusalReport[];
}

const MOST = 50;
/** What strangers say of themselves may be of any length. */
const LONGEST = 500;

/** An Envoy that is refused tries again and again: what repeats is counted, not listed. */
export function createRefusals(): Refusals {
  const latest = new Map<string, RefusalReport>();
  return {
    add(event, now) {
      const report = reportOf(event, now);
      const who = report.node === null ? hostOf(report.peer) : [report.node, report.cluster];
      const key = JSON.stringify([who, report.code, report.message]);
      const times = (latest.get(key)?.times ?? 0) + 1;
      latest.delete(key);
      latest.set(key, { ...report, times });
      const [oldest] = latest.keys();
      if (latest.size > MOST && oldest !== undefined) latest.delete(oldest);
      return times;
    },
    list: () => [...latest.values()].toReversed(),
  };
}

/** Each attempt comes from a port of its own. */
const hostOf = (peer: string): string => peer.replace(/:\d+$/, '');

function reportOf({ peer, node, refusal }: Refused, now: number): RefusalReport {
  const { code, message, denial } = refusal;
  return {
    time: new Date(now).toISOString(),
    peer,
    node: node?.id.slice(0, LONGEST) ?? null,
    cluster: node?.cluster.slice(0, LONGEST) ?? null,
    code,
    message: message.slice(0, LONGEST),
    ...(denial && {
      denied: denial.reason,
      gateway: denial.gateway,
      certificate: denial.certificate.slice(0, 5).map((name) => name.slice(0, LONGEST)),
    }),
    times: 1,
  };
}
