/** What a session needs to be kept. */
import { expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

const problemsOf = (filter: string): readonly string[] => {
  const text = `apiVersion: enroute.dev/v1
kind: Filter
metadata: { name: sticky }
spec: { type: stateful-session, ${filter} }
---
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [{ name: http, port: 8080, protocol: HTTP }]
  filters: [{ type: reference, filter: sticky }]
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec: { gateways: [edge], hostnames: ['*'], routes: [{ respond: { statusCode: 200 } }] }
`;
  return compile([{ path: 'a.yaml', text }]).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
};

test.each([
  ['cookie: { name: a }', undefined],
  ['cookie: { name: a, ttl: 90s }', undefined],
  ['cookie: { name: a, ttl: 1500ms }', 'invalid-format /spec/cookie/ttl'],
  ['cookie: { name: "a b" }', 'invalid-format /spec/cookie/name'],
  [
    'cookie: { name: a, attributes: [{ name: Domain, value: "a; b" }] }',
    'invalid-format /spec/cookie/attributes/0/value',
  ],
  ['header: x-a, statusCode: 404', 'needs-field /spec/statusCode'],
  ['header: x-a, strict: true, statusCode: 404', undefined],
  ['header: x-a, envelope: x-b', 'mutually-exclusive /spec/envelope'],
  ['strict: true', 'missing-choice /spec'],
])('%s', (filter, problem) => expect(problemsOf(filter)).toEqual(problem === undefined ? [] : [problem]));
