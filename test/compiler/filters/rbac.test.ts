import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const RULE = '{ name: a, methods: [GET] }';
const rule = (condition: string) => `{ type: rbac, allow: [${RULE}], deny: [{ name: a, ${condition} }] }`;

test.each([
  ['nothing, as names are unique within their list', rule('methods: [GET]'), []],
  ['no list', '{ type: rbac }', ['missing-choice ']],
  ['a rule without a condition', '{ type: rbac, allow: [{ name: a }] }', ['missing-choice /allow/0']],
  ['two rules of one name', `{ type: rbac, deny: [${RULE}, ${RULE}] }`, ['duplicate-item /deny/1/name']],
  [
    'case beside a path’s expression',
    rule('paths: [{ regex: /a, ignoreCase: true }]'),
    ['needless-field /deny/0/paths/0/ignoreCase'],
  ],
  [
    'case beside a header’s presence',
    rule('headers: [{ name: x, present: true, ignoreCase: true }]'),
    ['needless-field /deny/0/headers/0/ignoreCase'],
  ],
  [
    'case beside an included text',
    rule('claims: [{ provider: login, claim: scope, includes: a, ignoreCase: true }]'),
    // Nothing beside the filter verifies tokens here, which is a mistake of its own.
    ['unverified-claim /deny/0/claims/0/provider', 'needless-field /deny/0/claims/0/ignoreCase'],
  ],
  [
    'two conditions on one claim',
    rule('claims: [{ provider: login, claim: scope, exact: a, prefix: a }]'),
    ['mutually-exclusive /deny/0/claims/0/prefix'],
  ],
  ['an invalid expression', rule('paths: [{ regex: "(" }]'), ['invalid-regex /deny/0/paths/0/regex']],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
