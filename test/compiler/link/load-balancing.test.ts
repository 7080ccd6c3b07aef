/** Which settings of load balancing go together. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

/** What is said of an Upstream of one endpoint with these settings. */
const problemsOf = (settings: string, endpoint = '{ address: 10.0.0.1, port: 80 }'): readonly string[] => {
  const text = `apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: cart }
spec: { endpoints: [${endpoint}], loadBalancing: ${settings} }
`;
  return compile([{ path: 'a.yaml', text }]).diagnostics.map(
    ({ code, pointer, message }) => `${code} ${pointer}: ${message}`,
  );
};

describe('a setting that its policy does not know is refused', () => {
  test.each([
    ['{ policy: random, leastRequest: { choices: 3 } }', '"leastRequest" needs "policy: leastRequest"'],
    ['{ ringHash: { minimumSize: 2 } }', '"ringHash" needs "policy: ringHash"'],
    ['{ policy: ringHash, maglev: { tableSize: 11 } }', '"maglev" needs "policy: maglev"'],
    [
      '{ policy: roundRobin, consistentHashing: { balanceFactor: 100 } }',
      '"consistentHashing" needs "policy: ringHash", "maglev"',
    ],
    [
      '{ policy: random, slowStart: { window: 1s } }',
      '"slowStart" needs "policy: roundRobin", "leastRequest", "clientSideWeightedRoundRobin"',
    ],
    [
      '{ policy: maglev, failTrafficOnPanic: true }',
      '"failTrafficOnPanic" needs "policy: leastRequest", "roundRobin", "random"',
    ],
    ['{ panicThreshold: 0, failTrafficOnPanic: true }', '"failTrafficOnPanic" needs a "panicThreshold" above 0'],
  ])('%s', (settings, message) => {
    expect(problemsOf(settings)).toEqual([expect.stringMatching(/^needs-field /)]);
    expect(problemsOf(settings)[0]).toContain(`: ${message}`);
  });
});

test.each([
  ['{ policy: ringHash, ringHash: { minimumSize: 3, maximumSize: 2 } }', 'reversed-range /spec/loadBalancing/ringHash'],
  ['{ policy: ringHash, ringHash: { maximumSize: 1000 } }', 'reversed-range /spec/loadBalancing/ringHash'],
  ['{ policy: maglev, maglev: { tableSize: 65536 } }', 'invalid-format /spec/loadBalancing/maglev/tableSize'],
  ['{ policy: maglev, maglev: { tableSize: 4999999 } }', undefined],
  [
    '{ policy: maglev, consistentHashing: { useHostname: true } }',
    'needs-field /spec/loadBalancing/consistentHashing/useHostname',
  ],
  [
    '{ policy: clientSideWeightedRoundRobin, clientSideWeightedRoundRobin: { updatePeriod: 99ms } }',
    'invalid-format /spec/loadBalancing/clientSideWeightedRoundRobin/updatePeriod',
  ],
  ['{ leastRequest: { fullScan: true, choices: 3 } }', 'needless-field /spec/loadBalancing/leastRequest/choices'],
  ['{ policy: random, failTrafficOnPanic: false }', undefined],
])('%s', (settings, problem) => {
  const problems = problemsOf(settings);
  expect(problems).toEqual(problem === undefined ? [] : [expect.stringContaining(`${problem}: `)]);
});
