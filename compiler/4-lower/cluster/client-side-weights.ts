/** Weights from what endpoints report of themselves (ORCA). */
import type { LoadBalancing } from '../../2-validate/generated/types.ts';
import { any, type Any, type Messages } from '../../xds/index.ts';
import { duration } from '../quantities.ts';

const NAME =
  'envoy.extensions.load_balancing_policies.client_side_weighted_round_robin.v3.ClientSideWeightedRoundRobin';

type ClientSideWeightedRoundRobin = Messages[typeof NAME];

/** Source: envoy/extensions/load_balancing_policies/client_side_weighted_round_robin/v3/client_side_weighted_round_robin.proto */
export function roundRobinByReports(
  { clientSideWeightedRoundRobin: settings }: LoadBalancing,
  slowStart: Pick<ClientSideWeightedRoundRobin, 'slow_start_config'> | undefined,
): Any {
  if (!settings) return any(NAME, { ...slowStart });
  const { utilizationMetrics, errorPenalty, outOfBand, blackoutPeriod, expirationPeriod, updatePeriod } = settings;
  return any(NAME, {
    ...(outOfBand && { enable_oob_load_report: true, oob_reporting_period: duration(outOfBand.period) }),
    blackout_period: duration(blackoutPeriod),
    weight_expiration_period: duration(expirationPeriod),
    weight_update_period: duration(updatePeriod),
    error_utilization_penalty: errorPenalty,
    ...(utilizationMetrics && { metric_names_for_computing_utilization: utilizationMetrics }),
    ...slowStart,
    ...(outOfBand && {
      oob_reporting_config: {
        ...(outOfBand.port !== undefined && { port_value: outOfBand.port }),
        ...(outOfBand.hostname !== undefined && { authority: outOfBand.hostname }),
      },
    }),
  });
}
