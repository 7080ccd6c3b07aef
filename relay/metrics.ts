/** The relay's Prometheus metrics. Node ids are never labels: there may be thousands, and they come and go. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { SecretReference } from '../compiler/5-pack/bundle.ts';
import type { Advance } from '../store/rollout/advance.ts';
import type { DiscoveryReference } from '../compiler/discovered.ts';
import type { AdsEvent } from './ads-server.ts';
import { countEndpointsChanges } from './discovery/metrics.ts';
import type { UpstreamChange } from './discovery/upstream-state.ts';
import type { StoreChange } from './secrets/ask.ts';
import { isKnownType } from './resource-roles.ts';
import type { SecretChange } from './secrets/entry.ts';
import type { GatewayEvent } from './sources/gateway-watch.ts';
import type { WatchEvent } from './sources/watch.ts';
import { exportStatus } from './status-metrics.ts';
import type { RelayStatus } from './status.ts';

export interface RelayMetrics {
  readonly contentType: string;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
  onAdsEvent(event: AdsEvent): void;
  onWatchEvent(event: WatchEvent): void;
  onSecretChange(reference: SecretReference, change: SecretChange): void;
  onStoreChange(change: StoreChange): void;
  onEndpointsChange(reference: DiscoveryReference, change: UpstreamChange): void;
  onCacheFailure(): void;
  onTlsFailure(): void;
  onPolicyFailure(): void;
  onSecretProvidersFailure(): void;
  onDiscoveryFileFailure(): void;
  onVerifyKeysFailure(): void;
  onReportFailure(): void;
  /** This relay has taken the step. */
  onRolloutStep(step: RolloutStep): void;
}

type RolloutStep = Extract<Advance, { status: 'changed' }>;

/** @param status Read at each scrape, for what is a state and not an event. */
export function createMetrics(status: () => RelayStatus): RelayMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  exportStatus(registry, status);
  const cacheFailures = counter(registry, 'cache_failures_total', 'Failures to read or write the disk cache.');
  const tlsFailures = counter(
    registry,
    'tls_reload_failures_total',
    "Times that the relay's own certificate began to be unreadable.",
  );
  const policyFailures = counter(
    registry,
    'node_policy_reload_failures_total',
    'Times that the node policy began to be unreadable.',
  );
  const secretProvidersFailures = counter(
    registry,
    'secret_providers_reload_failures_total',
    'Times that the file of secret providers began to be unreadable.',
  );
  const discoveryFileFailures = counter(
    registry,
    'discovery_file_reload_failures_total',
    'Times that the discovery file began to be unreadable.',
  );
  const verifyKeysFailures = counter(
    registry,
    'verify_keys_reload_failures_total',
    'Times that the public keys of publishers began to be unreadable.',
  );
  const reportFailures = counter(
    registry,
    'fleet_report_failures_total',
    'Times that the bucket did not take the report of what nodes run.',
  );
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    onAdsEvent: countAdsEvents(registry),
    onWatchEvent: countWatchEvents(registry),
    onSecretChange: countSecretChanges(registry),
    onStoreChange: showStores(registry),
    onEndpointsChange: countEndpointsChanges(registry),
    onCacheFailure: () => cacheFailures.inc(),
    onTlsFailure: () => tlsFailures.inc(),
    onVerifyKeysFailure: () => verifyKeysFailures.inc(),
    onPolicyFailure: () => policyFailures.inc(),
    onSecretProvidersFailure: () => secretProvidersFailures.inc(),
    onDiscoveryFileFailure: () => discoveryFileFailures.inc(),
    onReportFailure: () => reportFailures.inc(),
    onRolloutStep: countRolloutSteps(registry),
  };
}

function countRolloutSteps(registry: Registry): RelayMetrics['onRolloutStep'] {
  const steps = counter(
    registry,
    'rollout_steps_total',
    'Steps of rollouts that this relay has taken, by where they led.',
    ['gateway', 'phase'],
  );
  const rolledBack = counter(
    registry,
    'rolled_back_total',
    'Releases that this relay has taken back, by what was wrong.',
    ['gateway', 'reason'],
  );
  return ({ gateway, before, after: { phase, reason } }) => {
    steps.inc({ gateway, phase });
    if (phase === 'rolled-back' && before?.phase !== phase)
      rolledBack.inc({ gateway, reason: reason?.kind ?? 'person' });
  };
}

function counter<L extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly L[] = [],
): Counter<L> {
  return new Counter({ name: `enroute_relay_${name}`, help, labelNames, registers: [registry] });
}

function countAdsEvents(registry: Registry): RelayMetrics['onAdsEvent'] {
  const exchange = ['gateway', 'type'] as const;
  const connected = counter(registry, 'streams_opened_total', 'Streams whose node was accepted.', [
    'gateway',
    'protocol',
  ]);
  const refused = counter(registry, 'streams_refused_total', 'Streams that were refused.', ['code']);
  const denied = counter(
    registry,
    'nodes_denied_total',
    'Streams that were refused for who the node is, by what was wrong: missing or expired, or the certificate, gateway, node or cluster.',
    ['reason'],
  );
  const sent = counter(registry, 'responses_total', 'Responses sent.', exchange);
  const bytes = counter(registry, 'response_bytes_total', 'Bytes of responses sent.', exchange);
  const acked = counter(registry, 'acks_total', 'Responses that Envoys accepted.', exchange);
  const nacked = counter(registry, 'nacks_total', 'Responses that Envoys rejected.', exchange);
  const stale = counter(
    registry,
    'stale_requests_total',
    'Requests that answered a response since replaced.',
    exchange,
  );
  const timeouts = counter(
    registry,
    'push_timeouts_total',
    'Pushes that went on though clusters were not accepted in time.',
    ['gateway'],
  );
  const withheld = counter(
    registry,
    'secrets_withheld_total',
    'Streams that asked for secrets and may not have them.',
    ['gateway'],
  );
  const completed = new Histogram({
    name: 'enroute_relay_push_seconds',
    help: 'From the moment that a bundle is served until an Envoy has accepted all of it.',
    labelNames: ['gateway'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  return (event) => {
    switch (event.kind) {
      case 'connected':
        return connected.inc({ gateway: event.gateway, protocol: event.protocol });
      case 'disconnected':
      case 'assigned':
      case 'offered':
      case 'offer-told':
        return; // Which streams are open, and what they have, are gauges of the status.
      case 'refused':
        if (event.refusal.denial) denied.inc({ reason: event.refusal.denial.reason });
        return refused.inc({ code: event.refusal.code });
      case 'sent':
        bytes.inc({ gateway: event.gateway, type: typeName(event.typeUrl) }, event.bytes);
        return sent.inc({ gateway: event.gateway, type: typeName(event.typeUrl) });
      case 'acked':
        return acked.inc({ gateway: event.gateway, type: typeName(event.typeUrl) });
      case 'nacked':
        return nacked.inc({ gateway: event.gateway, type: typeName(event.typeUrl) });
      case 'stale-request':
        return stale.inc({ gateway: event.gateway, type: typeName(event.typeUrl) });
      case 'push-completed':
        return completed.observe({ gateway: event.gateway }, event.elapsedMs / 1000);
      case 'push-timeout':
        return timeouts.inc({ gateway: event.gateway });
      case 'secrets-withheld':
        return withheld.inc({ gateway: event.gateway });
    }
  };
}

/** `Cluster` of `type.googleapis.com/envoy.config.cluster.v3.Cluster`; what clients make up has one name in all. */
const typeName = (typeUrl: string): string =>
  isKnownType(typeUrl) ? typeUrl.slice(typeUrl.lastIndexOf('.') + 1) : 'other';

function countWatchEvents(registry: Registry): RelayMetrics['onWatchEvent'] {
  const lists = counter(registry, 'bucket_lists_total', 'Reads of the list of gateways.', ['result']);
  const checks = counter(registry, 'pointer_checks_total', 'Looks at a pointer in the bucket.', ['gateway', 'result']);
  const loads = counter(registry, 'bundle_loads_total', 'Attempts to load and serve a bundle.', ['gateway', 'result']);
  const countForGateway = (gateway: string, event: GatewayEvent): void => {
    switch (event.kind) {
      case 'found':
      case 'unchanged':
        return checks.inc({ gateway, result: event.kind });
      case 'check-failed':
        return checks.inc({ gateway, result: event.problem.kind });
      case 'served':
        return loads.inc({ gateway, result: event.kind });
      case 'load-failed':
      case 'serve-failed':
        return loads.inc({ gateway, result: event.problem.kind });
      case 'due':
      case 'notified':
      case 'loaded':
      case 'fall-back':
        return;
    }
  };
  return (event) => {
    if (event.kind === 'listed') lists.inc({ result: 'listed' });
    if (event.kind === 'list-failed') lists.inc({ result: event.problem.kind });
    if (event.kind === 'gateway') countForGateway(event.gateway, event.event);
  };
}

function showStores(registry: Registry): RelayMetrics['onStoreChange'] {
  const up = new Gauge({
    name: 'enroute_relay_secret_store_up',
    help: '0 while a store of secrets fails as a whole, 1 once it answers again; absent if it has never failed.',
    labelNames: ['provider', 'store'],
    registers: [registry],
  });
  return ({ provider, store, failure }) => up.set({ provider, store }, failure ? 0 : 1);
}

function countSecretChanges(registry: Registry): RelayMetrics['onSecretChange'] {
  const changes = counter(registry, 'secret_changes_total', 'New values of secrets.', ['provider']);
  const failures = counter(registry, 'secret_failures_total', 'Times that a secret began to fail.', [
    'provider',
    'reason',
  ]);
  return ({ provider }, change) => {
    if (change.kind === 'resolved' && !change.isTold) changes.inc({ provider: provider.type });
    if (change.kind === 'failed') failures.inc({ provider: provider.type, reason: change.reason });
  };
}
