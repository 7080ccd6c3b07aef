/**
 * Figures of the API, in the text format of Prometheus. The usual client library needs Node.
 *
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
import type { NotifyOutcome } from '../notify.ts';

/** Why something is not published that was to be by itself. */
export type PublicationFailure = 'unsigned' | 'invalid' | 'loss' | 'conflict' | 'bucket';

export interface Metrics {
  readonly answered: (operation: string, status: number, seconds: number) => void;
  readonly committed: () => void;
  readonly published: (gateways: number) => void;
  /** What was to be published by itself was not. */
  readonly publicationFailed: (failure: PublicationFailure) => void;
  readonly notified: (outcomes: readonly NotifyOutcome[]) => void;
  readonly text: () => string;
}

/** Upper bounds in seconds. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Duration {
  readonly counts: number[];
  total: number;
  seconds: number;
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const durations = new Map<string, Duration>();
  const notifications = new Map<NotifyOutcome, number>();
  const failures = new Map<PublicationFailure, number>();
  let commits = 0;
  let publications = 0;
  return {
    answered(operation, status, seconds) {
      const key = `operation="${operation}",status="${status}"`;
      requests.set(key, (requests.get(key) ?? 0) + 1);
      const duration = durations.get(operation) ?? { counts: BUCKETS.map(() => 0), total: 0, seconds: 0 };
      for (const [index, bound] of BUCKETS.entries())
        if (seconds <= bound) duration.counts[index] = (duration.counts[index] ?? 0) + 1;
      duration.total += 1;
      duration.seconds += seconds;
      durations.set(operation, duration);
    },
    committed: () => (commits += 1),
    published: (gateways) => (publications += gateways),
    publicationFailed: (failure) => void failures.set(failure, (failures.get(failure) ?? 0) + 1),
    notified(outcomes) {
      for (const outcome of outcomes) notifications.set(outcome, (notifications.get(outcome) ?? 0) + 1);
    },
    text: () =>
      [
        ...head('enroute_api_requests_total', 'counter', 'Requests by operation and status.'),
        ...[...requests].map(([labels, count]) => `enroute_api_requests_total{${labels}} ${count}`),
        ...head('enroute_api_request_duration_seconds', 'histogram', 'How long answers took.'),
        ...[...durations].flatMap(([operation, duration]) => durationLines(operation, duration)),
        ...head('enroute_api_commits_total', 'counter', 'Commits made by this process.'),
        `enroute_api_commits_total ${commits}`,
        ...head('enroute_api_publications_total', 'counter', 'Revisions of gateways published by this process.'),
        `enroute_api_publications_total ${publications}`,
        ...head(
          'enroute_api_publication_failures_total',
          'counter',
          'Changes that were not published by themselves, by why.',
        ),
        ...[...failures].map(
          ([reason, count]) => `enroute_api_publication_failures_total{reason="${reason}"} ${count}`,
        ),
        ...head('enroute_api_notifications_total', 'counter', 'Notifications of relays by what came of them.'),
        ...[...notifications].map(
          ([outcome, count]) => `enroute_api_notifications_total{outcome="${outcome}"} ${count}`,
        ),
        '',
      ].join('\n'),
  };
}

const head = (name: string, type: string, help: string): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

function durationLines(operation: string, { counts, total, seconds }: Duration): readonly string[] {
  const name = 'enroute_api_request_duration_seconds';
  const labels = `operation="${operation}"`;
  return [
    ...BUCKETS.map((bound, index) => `${name}_bucket{${labels},le="${bound}"} ${counts[index] ?? 0}`),
    `${name}_bucket{${labels},le="+Inf"} ${total}`,
    `${name}_sum{${labels}} ${seconds}`,
    `${name}_count{${labels}} ${total}`,
  ];
}
