/** Tracing. Source: envoy/extensions/filters/network/http_connection_manager/v3/, Tracing. */
import type { RouteTracing, Sampling, Tracing } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import type { NamedUpstreams } from '../http-filters/named-upstreams.ts';
import { fraction } from '../quantities.ts';
import { lowerTag } from './tag.ts';
import { lowerTracer } from './tracer.ts';
import { repetitions } from '../../repetitions.ts';

type ListenerTracing =
  Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing'];
export type EnvoyRouteTracing = Messages['envoy.config.route.v3.Tracing'];

export function lowerTracing(tracing: Tracing, gateway: string, services: NamedUpstreams): ListenerTracing {
  const { sampling, tags, operation, upstreamOperation, upstreamSpans, verbose, propagate } = tracing;
  if (upstreamOperation !== undefined && !upstreamSpans)
    services.report('needs-field', '/upstreamOperation', {
      what: '"upstreamOperation"',
      needs: '"upstreamSpans: true"',
    });
  checkTags(tags, services);
  return {
    provider: lowerTracer(tracing, gateway, services),
    client_sampling: { value: sampling.client },
    random_sampling: { value: sampling.random },
    overall_sampling: { value: sampling.overall },
    ...(tags.length > 0 && { custom_tags: tags.map(lowerTag) }),
    ...(operation !== undefined && { operation }),
    ...(upstreamOperation !== undefined && { upstream_operation: upstreamOperation }),
    spawn_upstream_span: upstreamSpans,
    max_path_tag_length: tracing.maximumPathLength,
    ...(verbose && { verbose: true }),
    ...(!propagate && { no_context_propagation: true }),
  };
}

/** Envoy takes the last of two tags of one name, and nobody means both. */
function checkTags(tags: Tracing['tags'], { report }: NamedUpstreams): void {
  for (const { item, first, second } of repetitions(tags, ({ name }) => name))
    report('duplicate-item', `/tags/${second}/name`, { value: item.name, first, second });
}

/** A route that says anything of its own replaces all sampling of the listener, so what it leaves out is said again. */
export function lowerRouteTracing(
  { sampling = {}, tags, operation, upstreamOperation }: RouteTracing,
  outer: Sampling,
): EnvoyRouteTracing {
  return {
    client_sampling: fraction(sampling.client ?? outer.client),
    random_sampling: fraction(sampling.random ?? outer.random),
    overall_sampling: fraction(sampling.overall ?? outer.overall),
    ...(tags.length > 0 && { custom_tags: tags.map(lowerTag) }),
    ...(operation !== undefined && { operation }),
    ...(upstreamOperation !== undefined && { upstream_operation: upstreamOperation }),
  };
}
