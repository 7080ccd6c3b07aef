import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

test.each([
  ['nothing', '{ type: opa, upstream: http2, includeBody: {} }', []],
  ['an upstream that does not speak HTTP/2', '{ type: opa, upstream: http1 }', ['needs-field /upstream']],
  [
    'a body of which nothing is sent',
    '{ type: opa, upstream: http2, includeBody: { maximumSize: 0 } }',
    ['out-of-range /includeBody/maximumSize'],
  ],
  ['no time to decide in', '{ type: opa, upstream: http2, timeout: 0s }', ['invalid-format /timeout']],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
