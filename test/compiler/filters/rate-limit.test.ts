import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const asking = (entry: string, upstream = 'http2') =>
  `{ type: rate-limit, upstream: ${upstream}, domain: shop, descriptors: [{ entries: [${entry}] }] }`;

const here = '/descriptors/0/entries/0';

test.each([
  ['nothing', asking('{ key: user, header: x-user, whenAbsent: skip-entry }'), []],
  ['an upstream that does not speak HTTP/2', asking('{ value: a }', 'http1'), ['needs-field /upstream']],
  ['an entry without a source', asking('{ key: a }'), [`missing-choice ${here}`]],
  ['a key beside an address', asking('{ key: a, remoteAddress: {} }'), [`needless-field ${here}/key`]],
  [
    'conditions beside a header',
    asking('{ header: a, when: [{ name: b, exact: c }] }'),
    [`needless-field ${here}/when`],
  ],
  ['a default beside a header', asking('{ header: a, default: b }'), [`needless-field ${here}/default`]],
  [
    'what may be absent beside what is there',
    asking('{ path: true, whenAbsent: skip-entry }'),
    [`needless-field ${here}/whenAbsent`],
  ],
  ['a default beside a value', asking('{ value: a, default: b }'), [`needless-field ${here}/default`]],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
