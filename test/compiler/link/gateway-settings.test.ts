/** What of a gateway's settings goes together. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';

/** The diagnostics of a Gateway, each with its pointer. */
const mistakes = (spec: string): readonly string[] =>
  compile([
    {
      path: 'edge.yaml',
      text: `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [{ name: http, port: 8080, protocol: HTTP }]
  ${spec}
`,
    },
  ]).diagnostics.map(({ code, pointer }) => `${code} ${pointer.replace('/spec/', '')}`);

describe('http', () => {
  test.each<[string, readonly string[]]>([
    ['{ trustedHops: 1, clientAddress: { header: x-real-ip } }', ['needless-field http/trustedHops']],
    ['{ clientAddress: {} }', ['missing-choice http/clientAddress']],
    ['{ clientAddress: { header: a, trustedProxies: [::1] } }', ['mutually-exclusive http/clientAddress/header']],
    [
      '{ clientAddress: { whenMissing: refuse, trustedProxies: [::1] } }',
      ['needless-field http/clientAddress/whenMissing'],
    ],
    ['{ serverHeader: pass-through, serverName: edge }', ['needless-field http/serverName']],
    ['{ localReplies: [{ when: {}, statusCode: 500 }] }', ['missing-choice http/localReplies/0/when']],
    [
      "{ localReplies: [{ when: { flags: [NR] }, body: a, template: '%REQ(A)%' }] }",
      ['mutually-exclusive http/localReplies/0/template'],
    ],
    [
      '{ localReplies: [{ when: { statusCodes: [404] }, contentType: text/html }] }',
      ['needs-field http/localReplies/0/contentType'],
    ],
    [
      "{ localReplies: [{ when: { statusCodes: [404] }, json: { a: ['%NO%'] } }] }",
      ['invalid-operator http/localReplies/0/json/a/0'],
    ],
    ["{ localReplyBody: { json: { a: '%' } } }", ['invalid-operator http/localReplyBody/json/a']],
    ['{ localReplyBody: {} }', ['missing-choice http/localReplyBody']],
    ['{ http2: { streamWindow: 64000 } }', ['out-of-range http/http2/streamWindow']],
    ['{ http2: { streamWindow: 63KiB } }', ['invalid-format http/http2/streamWindow']],
    ['{ earlyRequestHeaders: { remove: [host] } }', ['invalid-format http/earlyRequestHeaders/remove/0']],
  ])('%s', (http, expected) => expect(mistakes(`http: ${http}`)).toEqual(expected));
});

describe('overload', () => {
  const HEAP = 'maximumHeap: 1GiB';
  test.each<[string, readonly string[]]>([
    [`{ ${HEAP} }`, []],
    ['{ actions: [{ do: refuse-requests, when: heap, at: 90 }] }', ['needs-field overload/actions/0/when']],
    [`{ ${HEAP}, actions: [{ do: refuse-requests, when: cpu, at: 90 }] }`, ['needs-field overload/maximumHeap']],
    [`{ ${HEAP}, cpu: machine }`, ['needs-field overload/cpu']],
    [`{ ${HEAP}, minimumResetBuffer: 1MiB }`, ['needs-field overload/minimumResetBuffer']],
    [`{ ${HEAP}, reducedTimeouts: [{ timeout: stream-idle, minimum: 1s }] }`, ['needs-field overload/reducedTimeouts']],
    [`{ ${HEAP}, actions: [{ do: reduce-timeouts, when: heap, at: 9 }] }`, ['needs-field overload/actions/0/do']],
    [
      `{ ${HEAP}, actions: [{ do: shrink-heap, when: heap, from: 90, at: 90 }] }`,
      ['out-of-range overload/actions/0/from'],
    ],
    [
      `{ ${HEAP}, actions: [{ do: shrink-heap, when: heap, from: 2.5e-323, at: 5e-323 }] }`,
      ['out-of-range overload/actions/0/from'],
    ],
    [
      `{ ${HEAP}, actions: [{ do: shrink-heap, when: heap, at: 90 }, { do: shrink-heap, when: heap, at: 95 }] }`,
      ['duplicate-item overload/actions/1'],
    ],
    [
      `{ ${HEAP}, actions: [{ do: reduce-timeouts, when: heap, at: 9 }], reducedTimeouts: [{ timeout: stream-idle, minimum: 1s }, { timeout: stream-idle, percentage: 1 }] }`,
      ['duplicate-item overload/reducedTimeouts/1'],
    ],
  ])('%s', (overload, expected) => expect(mistakes(`overload: ${overload}`)).toEqual(expected));
});
