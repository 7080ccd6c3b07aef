import type { GrpcStats } from '../2-validate/generated/types.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/** Source: envoy/extensions/filters/http/grpc_stats/v3/config.proto */
export default defineFilter('grpc-stats', {
  phase: 'statistics',
  envoyFilter: 'envoy.filters.http.grpc_stats',
  lower: (stats) => ({
    chain: any('envoy.extensions.filters.http.grpc_stats.v3.FilterConfig', {
      ...methodsOf(stats),
      ...(stats.upstreamTimes && { enable_upstream_stats: true }),
      ...(stats.dots === 'underscores' && { replace_dots_in_grpc_service_name: true }),
    }),
  }),
});

function methodsOf({
  methods,
  allMethods,
}: GrpcStats): Messages['envoy.extensions.filters.http.grpc_stats.v3.FilterConfig'] {
  if (!methods) return { stats_for_all_methods: allMethods };
  const services = methods.map(({ service, methods: names }) => ({ name: service, method_names: names }));
  return { individual_method_stats_allowlist: { services } };
}
