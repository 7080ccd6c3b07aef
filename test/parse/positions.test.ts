import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { createFindPlace } from '../../compiler/1-parse/positions.ts';
import { pointerSegment, pointerSegments } from '../../compiler/diagnostics/location.ts';
import { check } from './check.ts';

/** The text at a pointer: of the value, and of the key. */
const textAt = (text: string, pointer: string, path?: string) => {
  const [document] = check(text, path).documents;
  if (!document) throw new Error('no document');
  const { value, key } = createFindPlace()(document, pointerSegments(pointer));
  return [text.slice(value.start, value.end), text.slice(key.start, key.end)];
};

describe('a pointer leads to', () => {
  const TEXT =
    'spec:\n  hosts: [a, "b"]\n  routes:\n    - path: /x\n      to: &u up\n    - to: *u\n  none:\n  a/b~c: 1\n';
  test.each([
    ['/spec/hosts', '[a, "b"]', 'hosts'],
    ['/spec/hosts/1', '"b"', '"b"'],
    ['/spec/routes/0/path', '/x', 'path'],
    ['/spec/routes/1/to', '*u', 'to'],
    ['/spec/none', 'none', 'none'],
    ['/spec/a~1b~0c', '1', 'a/b~c'],
    ['/spec', expect.stringMatching(/^hosts[^]*1\n?$/), 'spec'],
    ['/spec/missing', 'spec', 'spec'],
    ['/spec/missing/more', 'spec', 'spec'],
    ['/spec/hosts/7', 'hosts', 'hosts'],
    ['/spec/hosts/length', 'hosts', 'hosts'],
    ['/nothing', '', ''],
  ])('%s', (pointer, value, key) => {
    expect(textAt(TEXT, pointer)).toEqual([value, key]);
  });

  test('the value of an anchor, through its alias', () => {
    expect(textAt('a: &x { b: 1 }\nc: *x', '/c/b')).toEqual(['1', 'b']);
  });
});

describe('the text at every pointer is the value at that pointer', () => {
  const tree = fc.letrec<{ value: unknown; leaf: unknown; list: unknown[]; map: Record<string, unknown> }>((tie) => ({
    leaf: fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()),
    list: fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    map: fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme' }), tie('value'), { minKeys: 1, maxKeys: 3 }),
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('list'), tie('map')),
  })).map;

  const leaves = (value: unknown, pointer = ''): readonly (readonly [string, unknown])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, child]) => leaves(child, pointer + pointerSegment(key)))
      : [[pointer, value]];

  test('in JSON', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('', '  ', '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(check(text, 'a.json').values.length === 1);
        for (const [pointer, leaf] of leaves(value))
          expect(JSON.parse(textAt(text, pointer, 'a.json')[0] ?? '')).toEqual(leaf);
      }),
    );
  });
  test('in YAML', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const text = stringify(value, {
          defaultStringType: 'QUOTE_DOUBLE',
          defaultKeyType: 'PLAIN',
          lineWidth: 0,
          aliasDuplicateObjects: false,
        });
        fc.pre(check(text).values.length === 1);
        for (const [pointer, leaf] of leaves(value))
          expect(check(textAt(text, pointer)[0] ?? '').values).toEqual([leaf]);
      }),
    );
  });
});
