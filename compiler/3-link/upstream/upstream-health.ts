/** Health checks and outlier detection: what goes with what. */
import { bytes, milliseconds } from '../../2-validate/formats/quantity.ts';
import type { HttpHealthCheck, OutlierDetection, Payload } from '../../2-validate/generated/types.ts';
import type { ReportHere, Spec } from './upstreams.ts';

export function checkHealth({ healthChecks, outlierDetection }: Spec, report: ReportHere): void {
  for (const [place, { http }] of healthChecks.entries()) {
    if (http) checkHttpCheck(http, `/healthChecks/${place}/http`, report);
  }
  if (!outlierDetection) return;
  checkOutliers(outlierDetection, report);
  if (!outlierDetection.healthCheckUnejects && healthChecks.length === 0)
    report('needs-field', '/outlierDetection/healthCheckUnejects', {
      what: '"healthCheckUnejects"',
      needs: '"healthChecks"',
    });
}

const WITH_BODY: readonly HttpHealthCheck['method'][] = ['POST', 'PUT', 'PATCH', 'OPTIONS'];

const DEFAULT_SEARCHED_SIZE = 1024;

function checkHttpCheck(check: HttpHealthCheck, pointer: string, report: ReportHere): void {
  if (check.body !== undefined && !WITH_BODY.includes(check.method))
    report('needs-field', `${pointer}/body`, { what: '"body"', needs: `"method: ${WITH_BODY.join('", "')}"` });
  if (!check.expectedBody && check.searchedSize !== DEFAULT_SEARCHED_SIZE)
    report('needs-field', `${pointer}/searchedSize`, { what: '"searchedSize"', needs: '"expectedBody"' });
  const expected = (check.expectedBody ?? []).reduce((sum, payload) => sum + lengthOf(payload), 0);
  if (expected > bytes(check.searchedSize))
    report('out-of-range', `${pointer}/searchedSize`, { value: check.searchedSize, comparison: '>=', limit: expected });
}

/** In bytes. */
const lengthOf = ({ text = '', hex }: Payload): number =>
  hex === undefined ? new TextEncoder().encode(text).length : hex.length / 2;

function checkOutliers(detection: OutlierDetection, report: ReportHere): void {
  const { separateLocalFailures, enforcement, baseEjectionTime, maximumEjectionTime } = detection;
  const needs = (field: string, what: string, needed: string) =>
    report('needs-field', `/outlierDetection/${field}`, { what: `"${what}"`, needs: `"${needed}"` });
  if (detection.consecutiveLocalFailures !== undefined && !separateLocalFailures)
    needs('consecutiveLocalFailures', 'consecutiveLocalFailures', 'separateLocalFailures: true');
  for (const [field, needed, isThere] of ENFORCED) {
    if (enforcement?.[field] !== undefined && !isThere(detection)) needs(`enforcement/${field}`, field, needed);
  }
  if (maximumEjectionTime !== undefined && milliseconds(baseEjectionTime) > milliseconds(maximumEjectionTime))
    report('reversed-range', '/outlierDetection', {
      least: `"baseEjectionTime" ${baseEjectionTime}`,
      most: `"maximumEjectionTime" ${maximumEjectionTime}`,
    });
}

/** What can be enforced, and what must be there to be enforced. */
const ENFORCED: readonly (readonly [
  field: keyof NonNullable<OutlierDetection['enforcement']>,
  needed: string,
  isThere: (detection: OutlierDetection) => boolean,
])[] = [
  [
    'consecutiveGatewayErrors',
    'consecutiveGatewayErrors',
    ({ consecutiveGatewayErrors }) => consecutiveGatewayErrors !== undefined,
  ],
  ['consecutiveLocalFailures', 'separateLocalFailures: true', ({ separateLocalFailures }) => separateLocalFailures],
  ['localSuccessRate', 'separateLocalFailures: true', ({ separateLocalFailures }) => separateLocalFailures],
  ['failurePercentage', 'failurePercentage', ({ failurePercentage }) => failurePercentage !== undefined],
  [
    'localFailurePercentage',
    'failurePercentage" and "separateLocalFailures: true',
    ({ failurePercentage, separateLocalFailures }) => failurePercentage !== undefined && separateLocalFailures,
  ],
];
