/** What health checks and outlier detection need to have an effect. */
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

const problemsOf = (spec: string): readonly string[] => {
  const text = `apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: cart }
spec: { endpoints: [{ address: 10.0.0.1, port: 80 }], ${spec} }
`;
  return compile([{ path: 'a.yaml', text }]).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
};

const HTTP = '/spec/healthChecks/0/http';
const OUTLIERS = '/spec/outlierDetection';

test.each([
  ['healthChecks: [{ http: { path: /, body: a } }]', `needs-field ${HTTP}/body`],
  ['healthChecks: [{ http: { path: /, method: DELETE, body: a } }]', `needs-field ${HTTP}/body`],
  ['healthChecks: [{ http: { path: /, method: PUT, body: a } }]', undefined],
  ['healthChecks: [{ http: { path: /, searchedSize: 1KiB } }]', `needs-field ${HTTP}/searchedSize`],
  [
    'healthChecks: [{ http: { path: /, searchedSize: 4, expectedBody: [{ text: ok }, { hex: ff00ff }] } }]',
    `out-of-range ${HTTP}/searchedSize`,
  ],
  ['healthChecks: [{ http: { path: /, expectedStatuses: [299-200] } }]', `invalid-format ${HTTP}/expectedStatuses/0`],
  ['healthChecks: [{ http: { path: /, expectedStatuses: [600] } }]', `out-of-range ${HTTP}/expectedStatuses/0`],
  ['healthChecks: [{ tcp: { send: {} } }]', 'missing-choice /spec/healthChecks/0/tcp/send'],
  ['healthChecks: [{ tcp: { send: { hex: abc } } }]', 'invalid-format /spec/healthChecks/0/tcp/send/hex'],
  ['outlierDetection: { healthCheckUnejects: false }', `needs-field ${OUTLIERS}/healthCheckUnejects`],
  ['outlierDetection: { consecutiveLocalFailures: 2 }', `needs-field ${OUTLIERS}/consecutiveLocalFailures`],
  [
    'outlierDetection: { enforcement: { consecutiveGatewayErrors: 1 } }',
    `needs-field ${OUTLIERS}/enforcement/consecutiveGatewayErrors`,
  ],
  [
    'outlierDetection: { enforcement: { localSuccessRate: 1 } }',
    `needs-field ${OUTLIERS}/enforcement/localSuccessRate`,
  ],
  [
    'outlierDetection: { enforcement: { failurePercentage: 1 } }',
    `needs-field ${OUTLIERS}/enforcement/failurePercentage`,
  ],
  [
    'outlierDetection: { failurePercentage: {}, enforcement: { localFailurePercentage: 1 } }',
    `needs-field ${OUTLIERS}/enforcement/localFailurePercentage`,
  ],
  [
    'outlierDetection: { separateLocalFailures: true, failurePercentage: {}, enforcement: { localFailurePercentage: 1 } }',
    undefined,
  ],
  ['outlierDetection: { maximumEjectionTime: 29s }', `reversed-range ${OUTLIERS}`],
  ['outlierDetection: { maximumEjectionTime: 30s }', undefined],
  ['circuitBreakers: { maximumRetries: 4, retryBudget: {} }', 'needless-field /spec/circuitBreakers/maximumRetries'],
])('%s', (spec, problem) => expect(problemsOf(spec)).toEqual(problem === undefined ? [] : [problem]));
