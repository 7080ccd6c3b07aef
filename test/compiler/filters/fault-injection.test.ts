import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const fault = (text: string) => `{ type: fault-injection, ${text} }`;

test.each([
  ['nothing', fault('delay: { duration: 1ms }, responseRate: { perSecond: 1024 }'), []],
  ['no fault', '{ type: fault-injection }', ['missing-choice ']],
  ['a delay of no time', fault('delay: { duration: 0s }'), ['invalid-format /delay/duration']],
  [
    'a delay that is stated and asked for',
    fault('delay: { duration: 1s, fromHeader: true }'),
    ['mutually-exclusive /delay/fromHeader'],
  ],
  [
    'an abort of two kinds',
    fault('abort: { statusCode: 500, grpcStatus: 1 }'),
    ['mutually-exclusive /abort/grpcStatus'],
  ],
  ['a status of gRPC that does not exist', fault('abort: { grpcStatus: 17 }'), ['out-of-range /abort/grpcStatus']],
  ['a rate of nothing', fault('responseRate: { perSecond: 0 }'), ['invalid-format /responseRate/perSecond']],
  [
    'a rate that Envoy cannot keep',
    fault('responseRate: { perSecond: 1000 }'),
    ['invalid-format /responseRate/perSecond'],
  ],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
