import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const injector = (text: string) => `{ type: credential-injector, ${text} }`;

test.each([
  ['nothing', injector('credential: generic'), []],
  ['no Secret', '{ type: credential-injector }', ['missing-field ']],
  ['a Secret that is not there', injector('credential: x'), ['unknown-reference /credential']],
  ['a Secret of another type', injector('credential: authority'), ['wrong-secret-type /credential']],
  ['a header that is none', injector('credential: generic, header: "a b"'), ['invalid-format /header']],
  ['a prefix with a line break', injector('credential: generic, prefix: "a\\nb"'), ['invalid-format /prefix']],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
