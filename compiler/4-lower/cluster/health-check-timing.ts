/** When endpoints are checked, and what is logged of it. Source: envoy/config/core/v3/health_check.proto. */
import type { HealthCheck, HealthEventLog } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { duration } from '../quantities.ts';

type EnvoyHealthCheck = Messages['envoy.config.core.v3.HealthCheck'];
type Timing = Pick<EnvoyHealthCheck, 'timeout' | 'interval' | 'unhealthy_threshold' | 'healthy_threshold'>;

/** Envoy's names of the times that have no value of their own unless one is given. */
const TIMES = [
  ['initialJitter', 'initial_jitter'],
  ['intervalJitter', 'interval_jitter'],
  ['noTrafficHealthyInterval', 'no_traffic_healthy_interval'],
  ['unhealthyInterval', 'unhealthy_interval'],
  ['unhealthyEdgeInterval', 'unhealthy_edge_interval'],
  ['healthyEdgeInterval', 'healthy_edge_interval'],
] as const satisfies readonly (readonly [keyof HealthCheck, keyof EnvoyHealthCheck])[];

export const checkIntervals = (check: HealthCheck): Timing & Partial<EnvoyHealthCheck> => ({
  timeout: duration(check.timeout),
  interval: duration(check.interval),
  // Envoy checks a cluster that has had no requests yet only once a minute, and would learn late what is wrong.
  no_traffic_interval: duration(check.noTrafficInterval ?? check.interval),
  unhealthy_threshold: check.unhealthyThreshold,
  healthy_threshold: check.healthyThreshold,
  ...times(check),
  ...(check.intervalJitterPercentage !== undefined && { interval_jitter_percent: check.intervalJitterPercentage }),
  ...(!check.reuseConnection && { reuse_connection: false }),
});

function times(check: HealthCheck): Partial<EnvoyHealthCheck> {
  return Object.fromEntries(
    TIMES.flatMap(([field, name]) => {
      const time = check[field];
      return time === undefined ? [] : [[name, duration(time)]];
    }),
  );
}

/** Source: envoy/extensions/health_check/event_sinks/file/v3/file.proto */
export const eventLog = ({ path, everyFailure, everySuccess }: HealthEventLog): Partial<EnvoyHealthCheck> => ({
  ...(everyFailure && { always_log_health_check_failures: true }),
  event_logger: [
    {
      name: 'envoy.health_check.event_sink.file',
      typed_config: any('envoy.extensions.health_check.event_sinks.file.v3.HealthCheckEventFileSink', {
        event_log_path: path,
      }),
    },
  ],
  ...(everySuccess && { always_log_health_check_success: true }),
});
