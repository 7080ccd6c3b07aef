import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const check = (text: string) => `{ type: health-check, path: /healthz, ${text} }`;
const HALF = '{ upstream: http1, percentage: 50 }';

test.each([
  ['nothing', check(`minimumHealthy: [${HALF}]`), []],
  ['a time beside an answer of Envoy', check('cacheTime: 1s'), ['needless-field /cacheTime']],
  [
    'upstreams beside an answer of the upstream',
    check(`mode: forward, minimumHealthy: [${HALF}]`),
    ['needless-field /minimumHealthy'],
  ],
  ['an upstream twice', check(`minimumHealthy: [${HALF}, ${HALF}]`), ['duplicate-item /minimumHealthy/1/upstream']],
  [
    'an upstream that is not there',
    check('minimumHealthy: [{ upstream: x, percentage: 1 }]'),
    ['unknown-reference /minimumHealthy/0/upstream'],
  ],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
