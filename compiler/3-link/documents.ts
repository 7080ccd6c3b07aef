/** Rules within a document, and between documents of one kind, that a schema cannot say. */
import type { Valid } from '../2-validate/model.ts';
import type { Report } from '../diagnostics/report.ts';
import { checkGateway } from './gateway/gateways.ts';
import { checkLoadBalancing } from './upstream/load-balancing.ts';
import { checkLocalities, checkZoneAwareness } from './gateway/localities.ts';
import { checkNodes } from './gateway/nodes.ts';
import { checkRateLimits } from './rate-limits.ts';
import type { Index } from './references.ts';
import { checkSecretParts } from './secret-parts.ts';
import { checkSubsets } from './upstream/subsets.ts';
import { checkUpstreamUses } from './upstream/upstream-uses.ts';
import { checkUpstream } from './upstream/upstreams.ts';

export function checkDocuments(index: Index, unsettled: ReadonlySet<Valid>, report: Report): void {
  const gateways = [...index.Gateway.values()];
  for (const gateway of gateways) checkGateway(gateway, report);
  checkNodes(gateways, report);
  for (const upstream of index.Upstream.values()) {
    if (!unsettled.has(upstream)) continue;
    checkUpstream(upstream, index, report);
    checkLoadBalancing(upstream, report);
    checkLocalities(upstream, report);
    checkSubsets(upstream, report);
  }
  checkUpstreamUses(index, unsettled, report);
  checkZoneAwareness(index.Upstream.values(), gateways, report);
  for (const secret of index.Secret.values()) checkSecretParts(secret, report);
  checkRateLimits([...index.RateLimit.values()], report);
}
