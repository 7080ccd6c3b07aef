import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const cors = (more: string) => `{ type: cors, allowOrigins: [{ exact: https://a.test }], ${more} }`;

test.each([
  ['nothing', cors('maximumAge: 0s'), []],
  ['parts of seconds', cors('maximumAge: 1500ms'), ['invalid-format /maximumAge']],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
