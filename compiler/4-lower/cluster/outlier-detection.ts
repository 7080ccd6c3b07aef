/** Endpoints that are left out for how they answer. Source: envoy/config/cluster/v3/outlier_detection.proto */
import type { FailurePercentage, OutlierDetection, SuccessRate } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import { duration } from '../quantities.ts';

type EnvoyDetection = Messages['envoy.config.cluster.v3.OutlierDetection'];

export const lowerOutlierDetection = (detection: OutlierDetection): EnvoyDetection => ({
  ...counts(detection),
  ...(detection.successRate && successRate(detection.successRate)),
  ...(detection.failurePercentage && failurePercentage(detection.failurePercentage)),
  ...ejections(detection),
  ...enforcement(detection),
});

function counts(detection: OutlierDetection): EnvoyDetection {
  const { consecutive5xx, consecutiveGatewayErrors, consecutiveLocalFailures, separateLocalFailures } = detection;
  return {
    consecutive_5xx: consecutive5xx,
    ...(consecutiveGatewayErrors !== undefined && { consecutive_gateway_failure: consecutiveGatewayErrors }),
    ...(separateLocalFailures && { split_external_local_origin_errors: true }),
    ...(consecutiveLocalFailures !== undefined && { consecutive_local_origin_failure: consecutiveLocalFailures }),
  };
}

const successRate = ({ minimumEndpoints, minimumRequests, deviationFactor }: SuccessRate): EnvoyDetection => ({
  success_rate_minimum_hosts: minimumEndpoints,
  success_rate_request_volume: minimumRequests,
  success_rate_stdev_factor: Math.round(deviationFactor * 1000),
});

const failurePercentage = ({ threshold, minimumEndpoints, minimumRequests }: FailurePercentage): EnvoyDetection => ({
  failure_percentage_threshold: threshold,
  failure_percentage_minimum_hosts: minimumEndpoints,
  failure_percentage_request_volume: minimumRequests,
});

function ejections(detection: OutlierDetection): EnvoyDetection {
  const { maximumEjectionTime, ejectionTimeJitter } = detection;
  return {
    interval: duration(detection.interval),
    base_ejection_time: duration(detection.baseEjectionTime),
    max_ejection_percent: detection.maximumEjectionPercentage,
    ...(maximumEjectionTime !== undefined && { max_ejection_time: duration(maximumEjectionTime) }),
    ...(ejectionTimeJitter !== undefined && { max_ejection_time_jitter: duration(ejectionTimeJitter) }),
    ...(detection.alwaysEjectOne && { always_eject_one_host: true }),
    ...(!detection.healthCheckUnejects && { successful_active_health_check_uneject_host: false }),
    ...(detection.detectDegraded && { detect_degraded_hosts: true }),
  };
}

/** Left to itself, Envoy counts gateway errors and shares of failures without acting upon them. */
function enforcement({
  consecutiveGatewayErrors,
  failurePercentage: share,
  separateLocalFailures,
  enforcement: chances = {},
}: OutlierDetection): EnvoyDetection {
  const chance = (field: keyof EnvoyDetection, given: number | undefined, isOn = false): EnvoyDetection =>
    given === undefined && !isOn ? {} : { [field]: given ?? 100 };
  return {
    ...chance('enforcing_consecutive_5xx', chances.consecutive5xx),
    ...chance(
      'enforcing_consecutive_gateway_failure',
      chances.consecutiveGatewayErrors,
      consecutiveGatewayErrors !== undefined,
    ),
    ...chance('enforcing_consecutive_local_origin_failure', chances.consecutiveLocalFailures),
    ...chance('enforcing_success_rate', chances.successRate),
    ...chance('enforcing_local_origin_success_rate', chances.localSuccessRate),
    ...chance('enforcing_failure_percentage', chances.failurePercentage, share !== undefined),
    ...chance(
      'enforcing_failure_percentage_local_origin',
      chances.localFailurePercentage,
      share !== undefined && separateLocalFailures,
    ),
  };
}
