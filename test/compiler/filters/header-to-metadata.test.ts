import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const rule = (side: string, text: string) => `{ type: header-to-metadata, ${side}: [{ ${text} }] }`;
const PRESENT = 'onPresent: { key: k }';
const rewrite = (substitution: string) => `rewrite: { pattern: "^(a)$", substitution: "${substitution}" }`;

test.each([
  ['nothing', rule('request', `cookie: c, ${PRESENT}`), []],
  ['nothing to do', '{ type: header-to-metadata }', ['missing-choice ']],
  ['no source', rule('request', PRESENT), ['missing-choice /request/0']],
  ['no outcome', rule('request', 'header: x'), ['missing-choice /request/0']],
  ['two sources', rule('request', `header: x, cookie: c, ${PRESENT}`), ['mutually-exclusive /request/0/cookie']],
  [
    'a cookie that is to be removed',
    rule('request', `cookie: c, remove: true, ${PRESENT}`),
    ['needless-field /request/0/remove'],
  ],
  ['a cookie of an answer', rule('response', `cookie: c, ${PRESENT}`), ['needless-field /response/0/cookie']],
  [
    'an absent value without a value',
    rule('request', 'header: x, onMissing: { key: k }'),
    ['missing-field /request/0/onMissing'],
  ],
  [
    'a value that is to be rewritten and replaced',
    rule('request', `header: x, onPresent: { key: k, value: v, ${rewrite('\\\\1')} }`),
    ['mutually-exclusive /request/0/onPresent/rewrite'],
  ],
  [
    'a group that is not there',
    rule('response', `header: x, onPresent: { key: k, ${rewrite('\\\\2')} }`),
    ['unknown-group /response/0/onPresent/rewrite/substitution'],
  ],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
