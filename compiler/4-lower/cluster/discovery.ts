/** Where a relay finds endpoints: what it needs for that, and no Envoy resource. */
import type { Discovery } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { DiscoveryReference } from '../../5-pack/discovery-reference.ts';
import { milliseconds } from '../quantities.ts';
import { assignmentSettings } from './endpoints.ts';

export function discoveryReference({ key, namespace, value }: Valid<'Upstream'>): DiscoveryReference | undefined {
  const { discovery } = value.spec;
  if (!discovery) return undefined;
  return {
    name: key,
    source: sourceOf(discovery, namespace),
    emptyAfterSeconds: milliseconds(discovery.emptyAfter) / 1000,
    ...(discovery.keepAtLeast !== undefined && { keepAtLeast: discovery.keepAtLeast }),
    assignment: assignmentSettings(value.spec),
  };
}

function sourceOf(discovery: Discovery, namespace: string): DiscoveryReference['source'] {
  const { kubernetes, consul, cloudMap, file, http } = discovery;
  if (kubernetes) return { type: 'kubernetes', namespace, ...kubernetes };
  if (consul) return { type: 'consul', ...consul };
  if (cloudMap) return { type: 'cloudMap', ...cloudMap };
  if (file) return { type: 'file', ...file };
  if (http) return { type: 'http', ...http };
  return { type: 'pushed' };
}
