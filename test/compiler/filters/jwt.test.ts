import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const KEYS = JSON.stringify({ keys: [{ kty: 'RSA', n: 'x'.repeat(342), e: 'AQAB' }] });
const provider = (name: string, more = '') => `{ name: ${name}, jwks: { inline: '${KEYS}' }${more} }`;
const jwt = (more: string, ...providers: readonly string[]) =>
  `{ type: jwt, providers: [${providers.join(', ')}]${more} }`;

test.each([
  ['an issuer twice', jwt('', provider('a'), provider('a')), ['duplicate-item /providers/1/name']],
  ['no difference of clocks', jwt('', provider('a', ', clockSkew: 0s')), ['invalid-format /providers/0/clockSkew']],
  ['parts of seconds', jwt('', provider('a', ', clockSkew: 1500ms')), ['invalid-format /providers/0/clockSkew']],
  [
    'a missing token where all are needed',
    jwt(', require: all, whenMissing: allow', provider('a'), provider('b')),
    ['needs-field /whenMissing'],
  ],
  [
    'parts of seconds of life',
    jwt('', provider('a', ', maximumLifetime: 1500ms')),
    ['invalid-format /providers/0/maximumLifetime'],
  ],
  [
    'case beside an expression',
    jwt('', provider('a', ', subjects: { regex: a, ignoreCase: true }')),
    ['needless-field /providers/0/subjects/ignoreCase'],
  ],
  [
    'an invalid token where a missing one is refused',
    jwt(', whenInvalid: allow', provider('a')),
    ['needs-field /whenInvalid'],
  ],
  ['nothing where all are one', jwt(', require: all, whenMissing: allow', provider('a')), []],
])('reports %s', (_, filter, mistakes) => expect(mistakesIn(filter)).toEqual(mistakes));
