import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

test.each([
  ['nothing', '{ type: decompression, maximumRatio: 2 }', []],
  [
    'a ratio beside brotli',
    '{ type: decompression, algorithm: brotli, maximumRatio: 2 }',
    ['needless-field /maximumRatio'],
  ],
  ['no direction', '{ type: decompression, directions: [] }', ['too-few /directions']],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
