/** The examples of RFC 6902, appendix A, and of RFC 7396, appendix A; and what they leave open. */
import { describe, expect, test } from 'vitest';
import { applyOperation, type Outcome } from '../../../compiler/4-lower/patch/json-patch.ts';
import { mergePatch } from '../../../compiler/4-lower/patch/merge.ts';
import type { EnvoyPatchOperation } from '../../../compiler/2-validate/generated/types.ts';
import type { JsonObject, JsonValue } from '../../../compiler/xds/index.ts';

const json = (text: string) => JSON.parse(text);
const outcome = (target: string, operation: string): Outcome =>
  applyOperation(json(target), json(operation) as EnvoyPatchOperation);

describe('a JSON Patch operation', () => {
  test.each([
    ['{"foo":"bar"}', '{"op":"add","path":"/baz","value":"qux"}', '{"foo":"bar","baz":"qux"}'],
    ['{"foo":["bar","baz"]}', '{"op":"add","path":"/foo/1","value":"qux"}', '{"foo":["bar","qux","baz"]}'],
    ['{"baz":"qux","foo":"bar"}', '{"op":"remove","path":"/baz"}', '{"foo":"bar"}'],
    ['{"foo":["bar","qux","baz"]}', '{"op":"remove","path":"/foo/1"}', '{"foo":["bar","baz"]}'],
    ['{"baz":"qux","foo":"bar"}', '{"op":"replace","path":"/baz","value":"boo"}', '{"baz":"boo","foo":"bar"}'],
    ['{"a":{"b":1,"c":2},"d":{}}', '{"op":"move","from":"/a/b","path":"/d/e"}', '{"a":{"c":2},"d":{"e":1}}'],
    [
      '{"foo":["all","grass","cows"]}',
      '{"op":"move","from":"/foo/0","path":"/foo/2"}',
      '{"foo":["grass","cows","all"]}',
    ],
    ['{"a":[1],"b":[]}', '{"op":"copy","from":"/a/0","path":"/b/-"}', '{"a":[1],"b":[1]}'],
    ['{"baz":"qux","foo":["a",2,"c"]}', '{"op":"test","path":"/foo/1","value":2}', '{"baz":"qux","foo":["a",2,"c"]}'],
    ['{"foo":["bar"]}', '{"op":"add","path":"/foo/-","value":["abc","def"]}', '{"foo":["bar",["abc","def"]]}'],
    ['{"a/b":{"m~n":1}}', '{"op":"replace","path":"/a~1b/m~0n","value":2}', '{"a/b":{"m~n":2}}'],
    ['{"a":1}', '{"op":"add","path":"","value":{"b":2}}', '{"b":2}'],
    ['{"a":1}', '{"op":"add","path":"/__proto__","value":{"b":2}}', '{"a":1,"__proto__":{"b":2}}'],
    ['{"a":1}', '{"op":"replace","path":"/a","value":null}', '{"a":null}'],
  ])('on %s: %s', (target, operation, expected) => {
    expect(outcome(target, operation)).toMatchObject({ status: 'applied', value: json(expected) });
  });

  test.each([
    ['{"foo":"bar"}', '{"op":"add","path":"/baz/bat","value":"qux"}', 'path', '', ['foo']],
    ['{"foo":"bar"}', '{"op":"remove","path":"/baz"}', 'path', '', ['foo']],
    ['{"foo":"bar"}', '{"op":"replace","path":"/baz","value":1}', 'path', '', ['foo']],
    ['{"foo":[1]}', '{"op":"add","path":"/foo/2","value":1}', 'path', '/foo', 1],
    ['{"foo":[1]}', '{"op":"replace","path":"/foo/1","value":1}', 'path', '/foo', 1],
    ['{"foo":[1]}', '{"op":"remove","path":"/foo/-"}', 'path', '/foo', 1],
    ['{"foo":[1,2]}', '{"op":"add","path":"/foo/01","value":1}', 'path', '/foo', 2],
    ['{"foo":[1,2]}', '{"op":"add","path":"/foo/x","value":1}', 'path', '/foo', 2],
    ['{"foo":"bar"}', '{"op":"add","path":"/foo/0","value":1}', 'path', '/foo', []],
    ['{"foo":{"a":1}}', '{"op":"move","from":"/foo/b","path":"/c"}', 'from', '/foo', ['a']],
    ['{"foo":1}', '{"op":"remove","path":"/toString"}', 'path', '', ['foo']],
    ['{"foo":1}', '{"op":"test","path":"/constructor/name","value":"Object"}', 'path', '', ['foo']],
    ['{"foo":1}', '{"op":"remove","path":""}', 'path', '', ['foo']],
  ])('on %s finds nothing: %s', (target, operation, field, found, known) => {
    expect(outcome(target, operation)).toEqual({ status: 'no-path', field, found, known });
  });

  test.each([
    ['{"a":"qux"}', '{"op":"test","path":"/a","value":"bar"}', '"qux"'],
    ['{"a":"1"}', '{"op":"test","path":"/a","value":1}', '"1"'],
  ])('on %s finds another value: %s', (target, operation, value) => {
    expect(outcome(target, operation)).toEqual({ status: 'other-value', value: json(value) });
  });

  test('leaves its target as it is', () => {
    const target: JsonValue = Object.freeze({ a: Object.freeze([Object.freeze({ b: 1 })]) });
    applyOperation(target, { op: 'add', path: '/a/0/c', value: 2 });
    applyOperation(target, { op: 'remove', path: '/a/0' });
    expect(target).toEqual({ a: [{ b: 1 }] });
  });
});

describe('a merge patch', () => {
  test.each([
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
    ['{"a":"b"}', '{"a":null}', '{}'],
    ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
    ['{"a":"foo"}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
    ['{"__proto__":{"a":1}}', '{"__proto__":{"b":2}}', '{"__proto__":{"a":1,"b":2}}'],
    ['{"c":{"@type":"x","a":1}}', '{"c":{"b":2}}', '{"c":{"@type":"x","a":1,"b":2}}'],
    ['{"c":{"@type":"x","a":1}}', '{"c":{"@type":"x","b":2}}', '{"c":{"@type":"x","a":1,"b":2}}'],
    ['{"c":{"@type":"x","a":1}}', '{"c":{"@type":"y","b":2}}', '{"c":{"@type":"y","b":2}}'],
  ])('of %s with %s is %s', (target, patch, expected) => {
    expect(mergePatch(json(target) as JsonObject, json(patch) as JsonObject)).toEqual(json(expected));
  });
});
