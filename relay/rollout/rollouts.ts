/** The relay's part in rollouts: it reports what its nodes run, and takes steps where that is its turn. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { Advance } from '../../store/rollout/advance.ts';
import type { MetricAnswer } from '../../store/rollout/judge.ts';
import type { AdsEvent } from '../ads-server.ts';
import { createFleetReports, type FleetReports } from '../fleet-report/fleet-report.ts';
import type { Log } from '../log.ts';
import type { RelayMetrics } from '../metrics.ts';
import type { RelaySettings } from '../options.ts';
import type { Admission } from '../sources/admission.ts';
import type { WatchEvent, WatchState } from '../sources/watch.ts';
import { openMetricsQuery, type MetricsQuery } from './metrics-query.ts';
import { createRolloutSteps, type RolloutSteps } from './steps.ts';

export interface Rollouts {
  onAdsEvent(event: AdsEvent): void;
  /** Says that the watch has taken a step. */
  onWatchEvent(event: WatchEvent, state: WatchState): void;
  /** Why the bucket takes no reports of nodes, while it takes none. */
  reportProblem(): string | undefined;
  close(): Promise<void>;
}

export interface RolloutParts {
  readonly metrics: RelayMetrics;
  readonly admission: Admission | undefined;
  /** Looks at a gateway in the bucket now. */
  readonly notify: (gateway: GatewayName) => void;
}

/** @throws Error if the file with the token for the Prometheus cannot be read. */
export async function openRollouts(settings: RelaySettings, parts: RolloutParts): Promise<Rollouts> {
  let watch: WatchState | undefined;
  const ask = await openMetricsQuery(settings);
  const steps = settings.rolloutSteps === 'take' ? openSteps(settings, parts, ask, () => watch) : undefined;
  const reports = openReports(settings, parts, steps);
  return {
    onAdsEvent: (event) => reports?.onAdsEvent(event),
    onWatchEvent(event, state) {
      watch = state;
      if (event.kind === 'gateway') steps?.watchChanged(event.gateway, state.gateways.get(event.gateway));
    },
    reportProblem: () => reports?.problem(),
    async close() {
      await steps?.close();
      await reports?.close();
    },
  };
}

function openReports(
  { store, identifier, fleetReport, bucketTimeoutMs, log }: RelaySettings,
  { metrics }: RolloutParts,
  steps: RolloutSteps | undefined,
): FleetReports | undefined {
  if (fleetReport === 'off') return undefined;
  return createFleetReports({
    store,
    identifier,
    intervalMs: fleetReport,
    timeoutMs: bucketTimeoutMs,
    log,
    written: (gateway, weight) => steps?.reported(gateway, weight),
    failed: metrics.onReportFailure,
  });
}

/** How often rollouts are looked at, in milliseconds: about as often as the bucket, which is how fast steps arrive. */
const [SHORTEST_MS, LONGEST_MS] = [200, 5_000];

function openSteps(
  settings: RelaySettings,
  { metrics, admission, notify }: RolloutParts,
  ask: MetricsQuery | undefined,
  watch: () => WatchState | undefined,
): RolloutSteps {
  const { store, pollIntervalMs, log } = settings;
  return createRolloutSteps({
    store,
    intervalMs: Math.min(Math.max(pollIntervalMs, SHORTEST_MS), LONGEST_MS),
    admission,
    // Who can write the bucket could put any query into the rollout; only those of bundles that are served are asked.
    query: ask && (async (gateway, promql) => (isOfBundle(watch(), gateway, promql) ? ask(promql) : FOREIGN)),
    log,
    stepped(advance) {
      if (advance.before?.since === advance.after.since) return; // It bakes, no more.
      logStep(log, advance);
      metrics.onRolloutStep(advance);
      notify(advance.gateway);
    },
  });
}

const FOREIGN: MetricAnswer = { problem: 'no release that is served asks for it' };

function isOfBundle(watch: WatchState | undefined, gateway: GatewayName, promql: string): boolean {
  const bundles = watch?.gateways.get(gateway)?.served?.bundles ?? [];
  return bundles.some(({ manifest }) => manifest.rollout?.health.metrics.some(({ query }) => query === promql));
}

function logStep(log: Log, { gateway, after }: Extract<Advance, { status: 'changed' }>): void {
  const { candidate, stable, phase, reason, events } = after;
  const fields = {
    gateway,
    revision: candidate.number,
    rollout: phase,
    ...(reason && { node: reason.node, reason: reason.message }),
  };
  if (phase === 'rolled-back')
    log.error({ ...fields, to: stable?.number }, 'a release has failed, and every node is put back');
  else if (phase === 'paused') log.error(fields, 'a release has failed; nobody else gets it until somebody decides');
  else log.info(fields, `a rollout goes on: ${events[0]?.message ?? phase}`);
}
