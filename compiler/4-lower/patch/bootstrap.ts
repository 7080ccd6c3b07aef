/** What a bootstrap must keep, whatever is patched. */
import type { LinkedChange } from '../../3-link/gateway/envoy-patches.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Messages } from '../../xds/index.ts';
import { RELAY_CLUSTER } from '../bootstrap/bootstrap.ts';

/** Without its relay an Envoy has no configuration at all. */
export function checkBootstrap(
  { static_resources, dynamic_resources }: Messages['envoy.config.bootstrap.v3.Bootstrap'],
  changes: readonly LinkedChange[],
  report: Report,
): void {
  const last = changes.at(-1);
  const hasRelay = static_resources?.clusters?.some(({ name }) => name === RELAY_CLUSTER);
  const { ads_config, cds_config, lds_config } = dynamic_resources ?? {};
  if (!last || (hasRelay && ads_config && cds_config && lds_config)) return;
  report('envoy-rule', at(last.source.document, last.pointer), {
    resource: 'the patched Bootstrap',
    path: hasRelay ? 'dynamic_resources' : 'static_resources.clusters',
    problem: hasRelay ? 'must keep its sources' : `must keep the cluster "${RELAY_CLUSTER}"`,
  });
}
