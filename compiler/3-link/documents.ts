/** Rules within a document, and between documents of one kind, that a schema cannot say. */
import type { SecretSpec } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { checkGateway } from './gateway/gateways.ts';
import { checkLoadBalancing } from './upstream/load-balancing.ts';
import { checkLocalities, checkZoneAwareness } from './gateway/localities.ts';
import { checkNodes } from './gateway/nodes.ts';
import { checkRateLimits } from './rate-limits.ts';
import type { Index } from './references.ts';
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
  for (const secret of index.Secret.values()) checkSecret(secret, report);
  checkRateLimits([...index.RateLimit.values()], report);
}

const PARTS = {
  'tls-certificate': ['certificateChain', 'privateKey'],
  'certificate-authority': ['value'],
  'api-keys': ['value'],
  'session-ticket-keys': ['value'],
  generic: ['value'],
} as const;

/** Each type of secret has its own parts. */
function checkSecret({ document, value }: Valid<'Secret'>, report: Report): void {
  const { type }: SecretSpec = value.spec;
  for (const provider of ['file', 'environment'] as const) {
    const source = value.spec[provider];
    if (!source) continue;
    const parts: readonly string[] = PARTS[type];
    const pointer = `/spec/${provider}`;
    for (const field of parts.filter((part) => !Object.hasOwn(source, part)))
      report('missing-field', at(document, pointer), { field, description: `a ${type} has it` });
    const known = type === 'tls-certificate' ? [...parts, 'ocspStaple'] : parts;
    for (const field of Object.keys(source).filter((part) => !known.includes(part)))
      report('needless-field', at(document, `${pointer}/${field}`), { field, beside: `type: ${type}` });
  }
}
