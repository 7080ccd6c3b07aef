/** The relay as one sees it from outside: its status, and whether Envoys should be sent to it. */
import { COMPILER_VERSION } from '../compiler/version.ts';
import type { Readiness } from './admin/app.ts';
import type { AdsServer } from './ads-server.ts';
import type { Discovery } from './discovery/discovery.ts';
import { createRefusals, type Refused } from './refusals.ts';
import type { RelaySettings } from './options.ts';
import type { Rollouts } from './rollout/rollouts.ts';
import type { Secrets } from './secrets/secrets.ts';
import type { Serving } from './serving.ts';
import type { BucketSource } from './sources/bucket.ts';
import type { Trust } from './sources/trust.ts';
import { isComplete, type WatchState } from './sources/watch.ts';
import type { TlsMaterial } from './tls.ts';
import { gatewayStatuses, isoTime, nodeReport, tlsReport, type RelayStatus } from './status.ts';

/** What an overview looks at. */
export interface OverviewParts {
  readonly ads: Pick<AdsServer, 'nodes'>;
  readonly secrets: Pick<Secrets, 'status'>;
  readonly discovery: Pick<Discovery, 'status'>;
  readonly serving: Pick<Serving, 'since'>;
  readonly source: Pick<BucketSource, 'state'>;
  readonly trust: Pick<Trust, 'keyIds'> | undefined;
  readonly rollouts: Pick<Rollouts, 'reportProblem'>;
  readonly tls: Pick<TlsMaterial, 'status'> | undefined;
}

export interface Overview {
  /** Says what there is to look at; until then the relay is starting. */
  attach(parts: OverviewParts): void;
  /** Says that a stream was refused, and is told how often the same has happened. */
  refused(event: Refused): number;
  /** Says that the watch has taken a step. */
  watchChanged(state: WatchState): void;
  /** Says that the relay is going away. */
  closing(): void;
  status(): RelayStatus;
  /**
   * Ready is who has served every gateway that there was. It stays so when a later gateway has no good bundle, since
   * taking the relay from the Envoys of all others would help nobody; and ends with {@link closing}.
   */
  readiness(): Readiness;
}

export function createOverview({ identifier, store }: Pick<RelaySettings, 'identifier' | 'store'>): Overview {
  const started = Date.now();
  const refusals = createRefusals();
  let parts: OverviewParts | undefined;
  let wasComplete = false;
  let isClosing = false;

  const state = (): RelayStatus['relay']['state'] => (isClosing ? 'closing' : wasComplete ? 'ready' : 'starting');

  const relay = (): RelayStatus['relay'] => ({
    identifier,
    version: COMPILER_VERSION,
    started: isoTime(started),
    uptimeSeconds: Math.floor((Date.now() - started) / 1000),
    state: state(),
  });

  return {
    attach: (attached) => void (parts = attached),
    refused: (event) => refusals.add(event, Date.now()),
    watchChanged: (watch) => void (wasComplete ||= isComplete(watch)),
    closing: () => void (isClosing = true),
    status() {
      const watch = parts?.source.state();
      const problem = watch?.listing.trouble?.problem;
      const reportProblem = parts?.rollouts.reportProblem();
      const tls = parts?.tls && tlsReport(parts.tls.status());
      return {
        relay: relay(),
        ...(tls && { tls }),
        bucket: {
          location: store.location,
          ...(parts?.trust && { verifyKeys: parts.trust.keyIds() }),
          ...(problem && { problem }),
          ...(reportProblem !== undefined && { reportProblem }),
        },
        gateways: watch && parts ? gatewayStatuses(watch, parts.serving.since) : [],
        secrets: parts?.secrets.status() ?? [],
        endpoints: parts?.discovery.status() ?? [],
        nodes: parts?.ads.nodes().map(nodeReport) ?? [],
        refusals: refusals.list(),
      };
    },
    readiness: () => ({ ready: state() === 'ready', reason: reasonFor(state(), parts?.source.state()) }),
  };
}

function reasonFor(state: RelayStatus['relay']['state'], watch: WatchState | undefined): string {
  if (state !== 'starting') return state;
  const waiting = [...(watch?.gateways ?? [])].filter(([, { served }]) => !served).map(([gateway]) => gateway);
  return waiting.length > 0
    ? `starting: there is no good bundle yet of ${waiting.join(', ')}`
    : 'starting: it is not known yet which gateways the bucket has';
}
