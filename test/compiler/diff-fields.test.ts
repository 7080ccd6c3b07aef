import { describe, expect, test } from 'vitest';
import { fieldChanges } from '../../compiler/diff/fields.ts';

/** `path: before → after`, with nothing where there was nothing. */
const changes = (before: unknown, after: unknown): readonly string[] =>
  fieldChanges(before, after).map(
    (field) => `${field.path}: ${JSON.stringify(field.before) ?? ''} → ${JSON.stringify(field.after) ?? ''}`,
  );

const route = (path: string, timeout: string) => ({ match: { path }, route: { timeout } });

describe('fields that differ', () => {
  test.each<[string, unknown, unknown, readonly string[]]>([
    ['none, whatever the order of keys', { a: 1, b: { c: 2 } }, { b: { c: 2 }, a: 1 }, []],
    ['a value inside', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b: 1 → 2']],
    ['one more and one less', { a: 1 }, { b: 2 }, ['a: 1 → ', 'b:  → 2']],
    ['another type', { a: [1] }, { a: { b: 1 } }, ['a: [1] → {"b":1}']],
    ['the whole', 1, 2, [': 1 → 2']],
    ['a key that is no property', JSON.parse('{"__proto__":1}'), {}, ['__proto__: 1 → ']],
    [
      'items by their names, wherever they stand',
      {
        hosts: [
          { name: 'a', x: 1 },
          { name: 'b', x: 1 },
        ],
      },
      { hosts: [{ name: 'c' }, { name: 'b', x: 2 }, { name: 'a', x: 1 }] },
      ['hosts[b].x: 1 → 2', 'hosts[c]:  → {"name":"c"}'],
    ],
    [
      'an item that has come, without the others that moved',
      [route('/a', '1s'), route('/b', '1s')],
      [route('/new', '1s'), route('/a', '1s'), route('/b', '1s')],
      ['[0]:  → {"match":{"path":"/new"},"route":{"timeout":"1s"}}'],
    ],
    [
      'an item by its first field, which says what it is',
      [route('/gone', '1s'), route('/a', '1s')],
      [route('/a', '2s')],
      ['[0]: {"match":{"path":"/gone"},"route":{"timeout":"1s"}} → ', '[0].route.timeout: "1s" → "2s"'],
    ],
    ['plain items one by one, when there are as many', ['a', 'b'], ['a', 'c'], ['[1]: "b" → "c"']],
    ['plain items apart, when there are not', ['a', 'b'], ['c'], ['[0]: "a" → ', '[1]: "b" → ', '[0]:  → "c"']],
  ])('%s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });
});
