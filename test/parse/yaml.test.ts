import { describe, expect, test } from 'vitest';
import { check } from './check.ts';

describe('values', () => {
  test.each<[string, unknown]>([
    ['a: 1', { a: 1 }],
    ['a: [yes, no, on, off, true, null, ~]', { a: ['yes', 'no', 'on', 'off', true, null, null] }],
    ['+: +12', { '+': 12 }],
    ['a: 0x1F\nb: 0o17\nc: 010\nd: -1.5e3', { a: 31, b: 15, c: 10, d: -1500 }],
    ['a: "1"\nb: !!str 1', { a: '1', b: '1' }],
    ['a:\nb:', { a: null, b: null }],
    ['1: a\ntrue: b\nnull: c\n1.0: d\n"": e', { '1': 'a', true: 'b', null: 'c', '1.0': 'd', '': 'e' }],
    ['a: &x [1, 2]\nb: *x', { a: [1, 2], b: [1, 2] }],
    ['a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
    ['"<<": 1', { '<<': 1 }],
    ['a: 9007199254740992\nb: 0.1\nc: 1e300\nd: 0.0', { a: 9007199254740992, b: 0.1, c: 1e300, d: 0 }],
    ['a: |\n  x\n  y\n', { a: 'x\ny\n' }],
    ['just text', 'just text'],
  ])('%j', (text, value) => {
    expect(check(text)).toMatchObject({ values: [value], problems: [] });
  });

  test('__proto__ is a key like any other', () => {
    const { values } = check('__proto__: { polluted: true }\nconstructor: 1');
    expect(Object.getOwnPropertyNames(values[0])).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(values[0])).toBe(Object.prototype);
  });

  test.each(['', '\n', '# only a comment\n', '---\n', '---\n---\n...\n', 'null', '\ufeff'])('nothing in %j', (text) => {
    expect(check(text)).toMatchObject({ values: [], problems: [] });
  });
});

describe('one mistake, one diagnostic, in the right place', () => {
  test.each([
    ['a: b: c', '1:4-5 invalid-yaml'],
    ['a:\n  b: 1\n c: 2', '3:1-2 invalid-yaml'],
    ['a:\n- b: [1,\n', '2:6-7 invalid-yaml'],
    ['a: {b: [1, 2}', '1:8-9 invalid-yaml'],
    ['a: "text\nb: 1\nc: 2', '1:4-5 invalid-yaml'],
    ["a: 'it's'", '1:8-10 invalid-yaml'],
    ['a: @x', '1:4-5 invalid-yaml'],
    ['a\nb: 1', '1:1-2:2 invalid-yaml'],
    ['a: 1\nb', '2:1-2 invalid-yaml'],
    ['a: - b', '1:4-5 invalid-yaml'],
    ['a: }', '1:4-5 invalid-yaml'],
    ['a: "\\q"', '1:5-6 invalid-yaml'],
    ['a: !!int abc', '1:4-9 unsupported-tag'],
    ['a: 1\n... junk', '2:5-9 invalid-yaml'],
    ['a:\n\tb: 1', '2:1-2 tab-indentation'],
    ['%YAML 1.1\n---\na: 1', '1:1-10 unsupported-directive'],
    ['# first\n\n%TAG ! tag:example,2000:\n---\na: 1', '3:1-25 unsupported-directive'],
    ['a: 1\nb: 2\na: 3', '3:1-2 duplicate-key'],
    ['a: *.shop.example', '1:4-18 unknown-alias'],
    ['a: *b\nb: &b 1', '1:4-6 unknown-alias'],
    ['a: &a\n  b: *a', '2:6-8 alias-cycle'],
    ['<<: { a: 1 }', '1:1-3 merge-key'],
    ['{ a: 1 }: 2', '1:1-2 non-string-key'],
    ['&a a: 1\n*a : 2', '2:1-3 non-string-key'],
    [': 1', '1:1-1 non-string-key'],
    ['a: !Ref b', '1:4-8 unsupported-tag'],
    ['a: !!binary aGk=', '1:4-12 unsupported-tag'],
    ['a: 9007199254740993', '1:4-20 inexact-number'],
    ['a: 0x20000000000001', '1:4-20 inexact-number'],
    ['a: 0.1234567890123456789', '1:4-25 inexact-number'],
    ['a: 1e400', '1:4-9 inexact-number'],
    ['a: 1e-400', '1:4-10 inexact-number'],
    ['a: [.inf]', '1:5-9 inexact-number'],
    ['a: .nan', '1:4-8 inexact-number'],
    ['a: b\0', '1:5-6 invalid-character'],
    ['a: caf\ufffd', '1:7-8 invalid-character'],
    ['a: 1\n\ufeff---\nb: 2', '2:1-2 invalid-character'],
    ['a: "\ud800"', '1:5-6 invalid-character'],
    [`${'['.repeat(101)}${']'.repeat(101)}`, '1:1-1 too-deep'],
    ['['.repeat(50_000), '1:1-1 too-deep'],
    ['- '.repeat(50_000), '1:1-1 too-deep'],
    ['? '.repeat(50_000), '1:1-1 too-deep'],
  ])('%.40j', (text, problem) => {
    expect(check(text).problems).toEqual([problem]);
  });

  test('mistakes that have nothing to do with each other are all told', () => {
    expect(check('a: *x\nb: 1\nb: 2\n---\nc: d: e').problems).toEqual([
      '1:4-6 unknown-alias',
      '3:1-2 duplicate-key',
      '5:4-5 invalid-yaml',
    ]);
  });

  test('a duplicate key shows the first', () => {
    const [duplicate] = check('a: 1\nb:\n  c: 1\n  c: 2').diagnostics;
    expect(duplicate).toMatchObject({ line: 4, related: [{ message: 'first set here', line: 3, column: 3 }] });
  });
});

describe('aliases', () => {
  const tenfold = (name: string, item: string) => `${name}: &${name} [${Array(10).fill(item).join(', ')}]`;
  const bomb = (levels: readonly string[]) =>
    levels.map((name, index) => tenfold(name, index === 0 ? '1' : `*${levels[index - 1]}`)).join('\n');

  test('stand for the very value of their anchor', () => {
    const [value] = check('a: &x { b: 1 }\nc: *x').values as [Record<string, unknown>];
    expect(value.c).toBe(value.a);
  });
  test('may multiply within bounds', () => expect(check(bomb(['a', 'b', 'c', 'd'])).problems).toEqual([]));
  test('may not explode', () =>
    expect(check(bomb(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'])).problems).toEqual(['5:36-38 alias-bomb']));
  test('count for the depth', () => {
    const deep = (inner: string) => `${'['.repeat(60)}${inner}${']'.repeat(60)}`;
    expect(check(`a: &a ${deep('1')}\nb: ${deep('*a')}`).problems).toEqual(['1:1-1 too-deep']);
  });
});
