import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, canonicalJson } from '../../compiler/canonical-json.ts';

describe('canonical JSON', () => {
  test('sorts keys by code units at every depth, and has no white space', () => {
    const value = { b: [{ z: 1, a: null }], a: 'x', '\ue000': true, '😀': false, B: 1.5, '': -0 };
    expect(canonicalJson(value)).toBe('{"":0,"B":1.5,"a":"x","b":[{"a":null,"z":1}],"😀":false,"\ue000":true}');
  });

  test('keeps keys that plain objects treat specially', () => {
    const text = '{"__proto__":{"a":1},"constructor":2,"toString":3}';
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  test('leaves out what is undefined in an object', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test.each([
    [undefined],
    [Number.NaN],
    [Infinity],
    [1n],
    [() => 1],
    [Symbol('x')],
    [[undefined]],
    [{ a: [Number.NaN] }],
  ])('refuses %s', (value) => expect(() => canonicalJson(value)).toThrow(TypeError));

  test('says the same as any JSON, in one way only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(new TextDecoder().decode(canonicalBytes(value))).toBe(text);
      }),
    );
  });
});
