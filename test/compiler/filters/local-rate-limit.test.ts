import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const limited = (fields: string) => `{ type: local-rate-limit, ${fields} }`;
const limit = (fields: string) =>
  limited(`limits: [{ entries: [{ header: x-user }], requests: 1, per: 1s, ${fields} }]`);

const RANGE = '{ entries: [{ remoteAddress: { ipv4Prefix: 24 } }], requests: 1, per: 1s }';

test.each([
  ['nothing', limit('values: { x-user: robot }'), []],
  ['no limit', limited('shadow: true'), ['missing-choice ']],
  ['requests without a time', limited('requests: 1'), ['missing-field ']],
  ['a time without requests', `${limit('burst: 1').slice(0, -1)}, per: 1s }`, ['needs-field /per']],
  ['a time that is too short', limited('requests: 1, per: 10ms'), ['invalid-format /per']],
  ['a burst that is less', limit('burst: 1').replace('requests: 1', 'requests: 2'), ['reversed-range /limits/0/burst']],
  ['a value of nothing', limit('values: { user: robot }'), ['unknown-field /limits/0/values/user']],
  ['two of the same', limited(`limits: [${RANGE}, ${RANGE.replace('24', '16')}]`), ['duplicate-item /limits/1']],
  [
    'a key where none may be',
    limit('').replace('header: x-user', 'key: a, remoteAddress: {}'),
    ['needless-field /limits/0/entries/0/key'],
  ],
])('%s is a mistake', (_, filter, mistakes) => {
  expect(mistakesIn(filter)).toEqual(mistakes);
});
