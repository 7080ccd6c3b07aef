import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const processing = (text: string) => `{ type: external-processing, upstream: http2, ${text} }`;

test.each([
  ['nothing', processing('request: { body: full-duplex, trailers: send }'), []],
  ['a service that does not speak HTTP/2', '{ type: external-processing, upstream: http1 }', ['needs-field /upstream']],
  ['a service that is not there', '{ type: external-processing, upstream: x }', ['unknown-reference /upstream']],
  [
    'bodies in both directions without trailers',
    processing('request: { body: full-duplex }'),
    ['needs-field /request/body'],
  ],
  [
    'whole bodies for an observer',
    processing('mode: observe, response: { body: buffered }'),
    ['needs-field /response/body'],
  ],
  ['a time longer than Envoy allows', processing('timeout: 2h'), ['invalid-format /timeout']],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
