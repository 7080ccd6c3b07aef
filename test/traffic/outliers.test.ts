/** Which endpoints are left out for how they answer, and for how long. */
import { describe, expect, test } from 'vitest';
import { startUpstream } from '../servers/upstream.ts';
import { upstream, virtualHost, type Documents } from './documents.ts';
import { startGateway } from './harness.ts';
import { shared } from './shared.ts';
import { answering } from './shares.ts';

const a = shared(() => startUpstream({ name: 'a' }));
const b = shared(() => startUpstream({ name: 'b' }));
const c = shared(() => startUpstream({ name: 'c' }));
/** Closed before the tests. */
const gone = shared(() => startUpstream({ name: 'gone' }));

const ROUND = 'loadBalancing: { policy: roundRobin, panicThreshold: 0 }';
const HALF = 'interval: 100ms, maximumEjectionPercentage: 60';
/** So that nothing but what is tested ejects. */
const NO_OTHERS = 'enforcement: { consecutive5xx: 0, successRate: 0 }';
const CHECKED = 'healthChecks: [{ http: { path: /well }, interval: 100ms }]';

const detections = (): Readonly<Record<string, string>> => ({
  usual: 'outlierDetection: { consecutive5xx: 2 }',
  'at-least-one': 'outlierDetection: { consecutive5xx: 2, alwaysEjectOne: true }',
  shadow: `outlierDetection: { consecutive5xx: 2, ${HALF}, enforcement: { consecutive5xx: 0, successRate: 0 } }`,
  rate: `outlierDetection: { ${HALF}, enforcement: { consecutive5xx: 0 }, successRate: { minimumEndpoints: 3, minimumRequests: 2, deviationFactor: 1 } }`,
  share: `outlierDetection: { ${HALF}, ${NO_OTHERS}, failurePercentage: { threshold: 50, minimumEndpoints: 3, minimumRequests: 2 } }`,
  'no-share': `outlierDetection: { ${HALF}, ${NO_OTHERS} }`,
  local: `outlierDetection: { ${HALF}, ${NO_OTHERS}, separateLocalFailures: true, consecutiveLocalFailures: 2 }`,
  brief: `outlierDetection: { consecutive5xx: 2, ${HALF}, baseEjectionTime: 100ms, maximumEjectionTime: 100ms }`,
  forgiven: `outlierDetection: { consecutive5xx: 2, ${HALF} }\n${CHECKED}`,
  unforgiven: `outlierDetection: { consecutive5xx: 2, ${HALF}, healthCheckUnejects: false }\n${CHECKED}`,
  degraded: `outlierDetection: { ${HALF}, detectDegraded: true }`,
  undetected: `outlierDetection: { ${HALF} }`,
});

const gateway = shared(async () => {
  await gone().stop();
  const all = detections();
  const three = [a().port, b().port, c().port];
  const portsOf = (name: string) => (name === 'local' ? [gone().port, b().port, c().port] : three);
  const balancing = (name: string) =>
    /degraded|undetected/.test(name) ? 'loadBalancing: { policy: roundRobin, overprovisioningFactor: 200 }' : ROUND;
  const documents = Object.entries(all).map(([name, spec]) =>
    upstream(name, portsOf(name), `${balancing(name)}\n${spec}`),
  );
  const rules = Object.keys(all).map(
    (name) => `- { match: { path: { prefix: /${name}/ } }, forward: { upstream: ${name} } }`,
  );
  return startGateway({
    documents: {
      ...documents.reduce((some: Documents, one) => ({ ...some, ...one }), {}),
      ...virtualHost('outliers', ['routes:', ...rules].join('\n')),
    },
  });
});

const PATIENCE = { timeout: 20_000 };
const to = (name: string) => ({ host: 'outliers.test', path: `/${name}/x` });
const all = (name: string, count = 24) => answering(gateway(), count, () => to(name));
const stat = (name: string, what: string) => gateway().stat(`cluster.default/${name}.outlier_detection.${what}`);
const fail = (name: string) => a().script(`/${name}/x`, [{ status: 500 }]);

describe('an endpoint that fails', () => {
  test('stays if it would be more than may be left out, unless one always may', async () => {
    fail('usual');
    fail('at-least-one');
    await expect.poll(() => all('at-least-one'), PATIENCE).toEqual(['b', 'c']);
    expect(await all('usual')).toEqual(['a', 'b', 'c']);
  });

  test('is only counted while nothing is enforced', async () => {
    fail('shadow');
    expect(await all('shadow')).toEqual(['a', 'b', 'c']);
    await expect.poll(() => stat('shadow', 'ejections_detected_consecutive_5xx'), PATIENCE).toBeGreaterThan(0);
    expect(await all('shadow')).toEqual(['a', 'b', 'c']);
  });

  test('is left out if its success rate is far below the others’', async () => {
    fail('rate');
    await expect.poll(() => all('rate'), PATIENCE).toEqual(['b', 'c']);
    expect(await stat('rate', 'ejections_enforced_success_rate')).toBeGreaterThan(0);
  });

  test('is left out if its share of failures is too large', async () => {
    fail('share');
    fail('no-share');
    await expect.poll(() => all('share'), PATIENCE).toEqual(['b', 'c']);
    expect(await stat('share', 'ejections_enforced_failure_percentage')).toBeGreaterThan(0);
    expect(await all('no-share')).toEqual(['a', 'b', 'c']);
  });

  test('to connect is left out for that alone', async () => {
    await expect.poll(() => all('local'), PATIENCE).toEqual(['b', 'c']);
    expect(await stat('local', 'ejections_enforced_consecutive_local_origin_failure')).toBeGreaterThan(0);
  });
});

describe('an endpoint that was left out', () => {
  test('comes back after its time', async () => {
    fail('brief');
    await expect
      .poll(async () => {
        await all('brief');
        return stat('brief', 'ejections_enforced_total');
      }, PATIENCE)
      .toBeGreaterThan(0);
    await expect.poll(() => stat('brief', 'ejections_active'), PATIENCE).toBe(0);
  });

  test('comes back by a health check, unless the document says otherwise', async () => {
    fail('forgiven');
    fail('unforgiven');
    await expect.poll(() => all('unforgiven'), PATIENCE).toEqual(['b', 'c']);
    await all('forgiven');
    await expect.poll(() => stat('forgiven', 'ejections_enforced_total'), PATIENCE).toBeGreaterThan(0);
    await expect.poll(() => stat('forgiven', 'ejections_active'), PATIENCE).toBe(0);
    expect(await stat('unforgiven', 'ejections_active')).toBe(1);
  });
});

test('an endpoint that says it is degraded is left for later', async () => {
  for (const name of ['degraded', 'undetected'])
    a().script(`/${name}/x`, [{ headers: { 'x-envoy-degraded': 'true' } }]);
  await expect.poll(() => all('degraded'), PATIENCE).toEqual(['b', 'c']);
  expect(await all('undetected')).toEqual(['a', 'b', 'c']);
});
