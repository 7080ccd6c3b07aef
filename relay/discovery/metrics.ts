/** Counts what happens to endpoints that are found. */
import { Counter, type Registry } from 'prom-client';
import type { DiscoveryReference } from '../../compiler/discovered.ts';
import type { UpstreamChange } from './upstream-state.ts';

export function countEndpointsChanges(
  registry: Registry,
): (reference: DiscoveryReference, change: UpstreamChange) => void {
  const counter = (name: string, help: string, labelNames: readonly string[]): Counter =>
    new Counter({ name: `enroute_relay_${name}`, help, labelNames, registers: [registry] });
  const changes = counter('endpoint_changes_total', 'Times that an upstream had other endpoints.', ['source']);
  const failures = counter('endpoint_failures_total', 'Times that a source of endpoints began to fail.', [
    'source',
    'reason',
  ]);
  const doubts = counter(
    'endpoint_losses_doubted_total',
    'Times that a source had lost so many that it was not believed.',
    ['source'],
  );
  return ({ source: { type: source } }, change) => {
    if (change.kind === 'changed') changes.inc({ source });
    if (change.kind === 'failed') failures.inc({ source, reason: change.failure.reason });
    if (change.kind === 'doubted') doubts.inc({ source });
  };
}
