import type { AdmissionControl } from '../2-validate/generated/types.ts';
import { duration, milliseconds } from '../4-lower/quantities.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type Criteria = Messages['envoy.extensions.filters.http.admission_control.v3.AdmissionControl.SuccessCriteria'];

/**
 * Envoy has no per-route configuration for it.
 *
 * Source: envoy/extensions/filters/http/admission_control/v3/admission_control.proto
 */
export default defineFilter('admission-control', {
  phase: 'load',
  envoyFilter: 'envoy.filters.http.admission_control',
  keepsState: true,
  lower: (control, { report }) => {
    check(control, report);
    return {
      chain: any('envoy.extensions.filters.http.admission_control.v3.AdmissionControl', {
        success_criteria: criteriaOf(control),
        sampling_window: duration(control.window),
        aggression: { default_value: control.aggression, runtime_key: 'admission_control.aggression' },
        sr_threshold: {
          default_value: { value: control.successRate },
          runtime_key: 'admission_control.sr_threshold',
        },
        rps_threshold: { default_value: control.minimumRequestRate, runtime_key: 'admission_control.rps_threshold' },
        max_rejection_probability: {
          default_value: { value: control.maximumRefusals },
          runtime_key: 'admission_control.max_rejection_probability',
        },
      }),
    };
  },
});

const criteriaOf = ({ successStatuses, grpcSuccessStatuses }: AdmissionControl): Criteria => ({
  ...(successStatuses && {
    // Envoy's ranges end before their end.
    http_criteria: { http_success_status: successStatuses.map(({ from, to }) => ({ start: from, end: to + 1 })) },
  }),
  ...(grpcSuccessStatuses && {
    grpc_criteria: { grpc_success_status: grpcSuccessStatuses.map((status) => GRPC_STATUSES[status]) },
  }),
});

/** Source: https://grpc.io/docs/guides/status-codes/ */
const GRPC_STATUSES: Readonly<Record<NonNullable<AdmissionControl['grpcSuccessStatuses']>[number], number>> = {
  OK: 0,
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
};

function check({ window, successStatuses = [] }: AdmissionControl, report: FilterContext['report']): void {
  const length = milliseconds(window);
  if (length === 0 || length % 1000 !== 0)
    report('invalid-format', '/window', { value: window, expected: 'whole seconds, at least 1s' });
  for (const [place, { from, to }] of successStatuses.entries()) {
    if (from > to) report('reversed-range', `/successStatuses/${place}/from`, { least: from, most: to });
  }
}
