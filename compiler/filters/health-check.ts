import type { HealthCheckFilter } from '../2-validate/generated/types.ts';
import { duration } from '../4-lower/quantities.ts';
import { any } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';
import { repetitions } from '../repetitions.ts';

/** Source: envoy/extensions/filters/http/health_check/v3/health_check.proto */
export default defineFilter('health-check', {
  phase: 'health-check',
  envoyFilter: 'envoy.filters.http.health_check',
  lower: (check, context) => {
    reportNeedless(check, context);
    const { path, mode, cacheTime, minimumHealthy } = check;
    return {
      chain: any('envoy.extensions.filters.http.health_check.v3.HealthCheck', {
        pass_through_mode: mode === 'forward',
        ...(cacheTime !== undefined && { cache_time: duration(cacheTime) }),
        ...(minimumHealthy && {
          cluster_min_healthy_percentages: Object.fromEntries(
            minimumHealthy.map(({ upstream, percentage }) => [context.cluster(upstream), { value: percentage }]),
          ),
        }),
        headers: [{ name: ':path', string_match: { exact: path } }],
      }),
    };
  },
});

function reportNeedless({ mode, cacheTime, minimumHealthy }: HealthCheckFilter, { report }: FilterContext): void {
  const beside = `mode: ${mode}`;
  if (mode === 'answer' && cacheTime !== undefined)
    report('needless-field', '/cacheTime', { field: 'cacheTime', beside });
  if (mode === 'forward' && minimumHealthy)
    report('needless-field', '/minimumHealthy', { field: 'minimumHealthy', beside });
  for (const { item, first, second } of repetitions(minimumHealthy ?? [], ({ upstream }) => upstream))
    report('duplicate-item', `/minimumHealthy/${second}/upstream`, { value: item.upstream, first, second });
}
