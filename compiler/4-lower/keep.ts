/**
 * Listeners and route configurations are made anew in each compile. What has come out as it was before is replaced by
 * the very objects of before, so that it is neither checked nor encoded again.
 */
import type { Messages } from '../xds/index.ts';
import type { HttpFilterChains } from './http-filters/http-filters.ts';
import type { LoweredResource } from './resource.ts';
import { sameMessage } from './same.ts';

type Listener = Messages['envoy.config.listener.v3.Listener'];

/** What a gateway became the last time. */
export interface KeptGateway {
  readonly chains: HttpFilterChains;
  /** Its listeners and route configurations. */
  readonly resources: readonly LoweredResource[];
}

/** The same resources, as far as possible as the objects of before. */
export function keepResources(
  before: KeptGateway | undefined,
  resources: readonly LoweredResource[],
): readonly LoweredResource[] {
  const known = new Map(before?.resources.map((resource) => [keyOf(resource), resource]));
  return resources.map((resource) => {
    const old = known.get(keyOf(resource));
    return old ? keepResource(old, resource) : resource;
  });
}

const keyOf = ({ type, name }: LoweredResource): string => `${type} ${name}`;

function keepResource(before: LoweredResource, now: LoweredResource): LoweredResource {
  if (
    before.origin === now.origin &&
    sameMessage(before.message, now.message) &&
    sameMessage(before.requires, now.requires) &&
    sameMessage(before.patchedBy, now.patchedBy)
  )
    return before;
  const listener = 'envoy.config.listener.v3.Listener';
  if (before.type !== listener || now.type !== listener) return now;
  return { ...now, message: keepFilterChains(before.message, now.message) };
}

/** A listener has a filter chain for each host with certificates, and most changes touch none of them or one. */
function keepFilterChains(before: Listener, now: Listener): Listener {
  const known = new Map(before.filter_chains?.map((chain) => [chain.name, chain]));
  const chains = now.filter_chains?.map((chain) => {
    const old = known.get(chain.name);
    return old && sameMessage(old, chain) ? old : chain;
  });
  return { ...now, ...(chains && { filter_chains: chains }) };
}
