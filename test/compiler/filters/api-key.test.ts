import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

test.each([
  ['a secret of another type', '{ type: api-key, keys: generic }', ['wrong-secret-type /keys']],
  ['a secret that does not exist', '{ type: api-key, keys: none }', ['unknown-reference /keys']],
  [
    'two places in one',
    '{ type: api-key, keys: generic, from: [{ header: a, cookie: b }] }',
    ['mutually-exclusive /from/0/cookie'],
  ],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
