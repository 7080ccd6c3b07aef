import { describe, expect, test } from 'vitest';
import { lowerMatch } from '../../compiler/4-lower/route/match.ts';
import { pathKey } from '../../compiler/4-lower/route/path-key.ts';

const keyOf = (path: Parameters<typeof lowerMatch>[0]['path']): string =>
  pathKey({ match: lowerMatch({ path, headers: [], queryParameters: [], cookies: [], claims: [] }) });

describe('the key of', () => {
  test.each([
    ['/', '/'],
    ['/cart', '/cart'],
    ['/cart/', '/cart'],
    ['/ü/x', '/ü/x'],
  ])('the prefix %s is %s', (prefix, key) => expect(keyOf({ prefix, ignoreCase: false })).toBe(key));

  test('an exact path is that path', () => expect(keyOf({ exact: '/cart/', ignoreCase: false })).toBe('/cart/'));

  test.each([
    ['/users/{id}/orders', '/users/'],
    ['/files/*/meta', '/files/'],
    ['/a{rest=**}', '/a'],
    ['/plain', '/plain'],
  ])('the template %s is %s', (template, key) => expect(keyOf({ template, ignoreCase: false })).toBe(key));

  test.each([
    ['/1/Cart', '/1/'],
    ['/-_.~1', '/-_.~1'],
    ['/1ü', '/1'],
  ])('%s in any case is %s', (path, key) => {
    expect(keyOf({ exact: path, ignoreCase: true })).toBe(key);
    expect(keyOf({ prefix: path, ignoreCase: true })).toBe(key);
  });

  test.each([
    ['/v[0-9]+/.*', '/v'],
    ['^/a/b', '/a/b'],
    ['/a\\.b/\\d', '/a.b/'],
    ['/ab?c', '/a'],
    ['/ab*c', '/a'],
    ['/ab+c', '/a'],
    ['/ab{2}', '/a'],
    ['/a\\.?b', '/a'],
    ['/a/(b|c)', '/a/'],
    ['/a[|]b', '/a'],
    ['/a[]|]b', '/a'],
    ['/a[^]|]b', '/a'],
    ['/a[\\]|]b', '/a'],
    ['/a[[:alpha:]|]b', '/a'],
    ['/a\\|b', '/a|b'],
    ['/a(?i)b', '/a'],
    ['/aüb', '/a'],
    ['/a|/b', ''],
    ['/a[(]|/b', ''],
    ['/a\\(|/b', ''],
    ['/a(b)|/b', ''],
    ['/a[]](|/b', '/a'],
    ['/a\\Q(\\E|/b', ''],
    ['(?i)/a', ''],
    ['.*', ''],
    ['', ''],
    ['__proto__', ''],
  ])('the regex %s is "%s"', (regex, key) => expect(keyOf({ regex, ignoreCase: false })).toBe(key));

  test('any other match is empty', () => {
    expect(pathKey({ match: { connect_matcher: {} } })).toBe('');
    expect(pathKey({ match: { prefix: '' } })).toBe('');
  });
});
