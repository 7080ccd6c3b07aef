import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

const problemsOf = (rollout: string): readonly string[] =>
  compile([
    {
      path: 'a.yaml',
      text: `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }], rollout: ${rollout} }
`,
    },
  ]).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);

const steps = (...nodes: readonly string[]): string =>
  `{ steps: [${nodes.map((each) => `{ nodes: { ${each} } }`).join()}] }`;

test.each([
  [steps('percentage: 1', 'percentage: 1.5', 'percentage: 100'), []],
  [steps('percentage: 0'), ['empty-rollout-step /spec/rollout/steps/0/nodes']],
  [steps('percentage: 20', 'percentage: 20'), ['empty-rollout-step /spec/rollout/steps/1/nodes']],
  [steps('percentage: 20', 'labels: { a: b }', 'percentage: 10'), ['empty-rollout-step /spec/rollout/steps/2/nodes']],
  [steps('percentage: 100', 'labels: { a: b }'), ['empty-rollout-step /spec/rollout/steps/1/nodes']],
  [steps('labels: { a: b }', 'labels: { a: c }', 'labels: { d: e }'), []],
  [steps('labels: { a: b, c: d }', 'labels: { a: b }'), []],
  [steps('labels: { a: b }', 'labels: { c: d, a: b }'), ['empty-rollout-step /spec/rollout/steps/1/nodes']],
  [steps('labels: { __proto__: b }', 'labels: { __proto__: b }'), ['empty-rollout-step /spec/rollout/steps/1/nodes']],
  [steps('labels: { a: b }', 'labels: { toString: c }'), []],
  [steps('labels: {}'), ['too-few /spec/rollout/steps/0/nodes/labels']],
  [steps('percentage: 10, labels: { a: b }'), ['mutually-exclusive /spec/rollout/steps/0/nodes/labels']],
  [steps(''), ['missing-choice /spec/rollout/steps/0/nodes']],
  ['{}', ['too-few /spec/rollout']],
])('steps of %s', (rollout, expected) => {
  expect(problemsOf(rollout)).toEqual(expected);
});

const metrics = (...list: readonly string[]): string =>
  `{ health: { metrics: [${list.map((each) => `{ ${each} }`).join()}] } }`;

test.each([
  [metrics('name: a, query: a, atMost: 1, atLeast: 1'), []],
  [metrics('name: a, query: a, atMost: 1, atLeast: 2'), ['reversed-range /spec/rollout/health/metrics/0']],
  [metrics('name: a, query: a'), ['missing-choice /spec/rollout/health/metrics/0']],
  [
    metrics('name: a, query: a, atMost: 1', 'name: a, query: b, atMost: 1'),
    ['duplicate-item /spec/rollout/health/metrics/1'],
  ],
])('metrics of %s', (rollout, expected) => {
  expect(problemsOf(rollout)).toEqual(expected);
});
