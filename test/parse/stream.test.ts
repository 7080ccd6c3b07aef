import { describe, expect, test } from 'vitest';
import { isDocumentFile } from '../../compiler/1-parse/parse.ts';
import { check } from './check.ts';

const places = (text: string) =>
  check(text).documents.map(({ index, span, value }) => [index, text.slice(span.start, span.end), value]);

describe('a YAML file with several documents', () => {
  test('is divided at its markers', () => {
    expect(places('# first\n---\na: 1\n--- # second\nb: 2\n...\nc: 3\n')).toEqual([
      [0, '---\na: 1\n', { a: 1 }],
      [1, '--- # second\nb: 2\n...\n', { b: 2 }],
      [2, 'c: 3\n', { c: 3 }],
    ]);
  });
  test('with Windows line ends', () => {
    expect(places('a: 1\r\n---\r\nb: 2\r\n')).toMatchObject([
      [0, expect.any(String), { a: 1 }],
      [1, expect.any(String), { b: 2 }],
    ]);
  });
  test('only a whole word at the start of a line is a marker', () => {
    expect(check('a: |\n  ---\n  ...\nb: x---\n---c: 1').values).toEqual([{ a: '---\n...\n', b: 'x---', '---c': 1 }]);
  });
  test('a line separator (U+2028) is text', () => {
    expect(check('a: "b\u2028--- c"').values).toEqual([{ a: 'b\u2028--- c' }]);
  });
  test('a broken document does not spoil the others, and keeps its place in the count', () => {
    const { values, documents, problems } = check('a: 1\n---\nb: [\n---\nc: 3\n');
    expect(values).toEqual([{ a: 1 }, { c: 3 }]);
    expect(documents.map(({ index }) => index)).toEqual([0, 2]);
    expect(problems).toEqual(['3:4-5 invalid-yaml']);
  });
  test('lines and columns are those of the file, after a byte order mark too', () => {
    expect(check('\ufeffa: *x').problems).toEqual(['1:4-6 unknown-alias']);
    expect(check('\ufeffa: 1\r\n---\r\nb: *x\r\n').problems).toEqual(['3:4-6 unknown-alias']);
  });
});

test('files are chosen by their names', () => {
  expect(['a.yaml', 'b/c.YML', 'd.json', 'e.yaml.bak', 'f.md', 'yaml'].map(isDocumentFile)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
