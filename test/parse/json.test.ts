import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkJson as scan } from '../../compiler/1-parse/json-check.ts';
import { checkJson } from './check.ts';

describe('values', () => {
  test.each<[string, unknown]>([
    ['{ "a": [1, -2.5e1, "x:", true, null, {}] }', { a: [1, -25, 'x:', true, null, {}] }],
    ['{"a": "\\"b\\": 1", "c:": ":"}', { a: '"b": 1', 'c:': ':' }],
    ['\ufeff{"a": 1}', { a: 1 }],
    ['{\r\n\t"a": 1\r\n}', { a: 1 }],
    ['{"a": "1234567890123456789", "b": 9007199254740992}', { a: '1234567890123456789', b: 9007199254740992 }],
    [`${'['.repeat(100)}${']'.repeat(100)}`, expect.any(Array)],
  ])('%.60j', (text, value) => {
    expect(checkJson(text)).toMatchObject({ values: [value], problems: [] });
  });

  test('__proto__ is a key like any other', () => {
    expect(Object.getOwnPropertyNames(checkJson('{"__proto__": {"polluted": true}}').values[0])).toEqual(['__proto__']);
  });
});

const NOT_A_STRING = 'this string is not closed, or has a tab, a line break or an escape that JSON does not know';

describe('one mistake, one diagnostic, in the right place', () => {
  test.each([
    ['', '1:1-1 invalid-json', 'the text ends too early: a value is missing here'],
    ['[1, 2', '1:6-6 invalid-json', 'the text ends too early: the list goes on with "," or ends with "]"'],
    ['{"a": 1,}', '1:9-10 invalid-json', 'a comma stands before this bracket'],
    ['[1,\n]', '2:1-2 invalid-json', 'a comma stands before this bracket'],
    ['{"a" 1}', '1:6-7 invalid-json', 'a ":" is missing after the key'],
    ['{a: 1}', '1:2-3 invalid-json', 'a key in double quotes is missing here'],
    ["{'a': 1}", '1:2-3 invalid-json', 'a JSON string stands in double quotes'],
    ['{"a": 1} {"b": 2}', '1:10-11 invalid-json', 'the JSON value has ended before this'],
    ['[1 2]', '1:4-5 invalid-json', 'the list goes on with "," or ends with "]"'],
    ['[}', '1:2-3 invalid-json', 'a value is missing here'],
    ['{\n  // why\n}', '2:3-4 invalid-json', 'JSON has no comments'],
    ['{"a": "x\ny"}', '1:7-8 invalid-json', NOT_A_STRING],
    ['{"a": "x\ty"}', '1:7-8 invalid-json', NOT_A_STRING],
    ['{"a\tb": 1}', '1:2-3 invalid-json', NOT_A_STRING],
    ['{"a": "\\q"}', '1:7-8 invalid-json', NOT_A_STRING],
    ['{"a": True}', '1:7-8 invalid-json', 'JSON does not know this word'],
    ['{"a": 01}', '1:7-8 invalid-json', 'this is not a number of JSON'],
    ['{"a": 1, "b": 2, "\\u0061": 3}', '1:18-26 duplicate-key', 'the key "a" stands here twice'],
    ['{"a": 9007199254740993}', '1:7-23 inexact-number', 'the number 9007199254740993 cannot be held exactly'],
    ['{"a": 1e999}', '1:7-12 inexact-number', 'the number 1e999 cannot be held exactly'],
    ['{"a": "\ufffd"}', '1:8-9 invalid-character', 'the file is not UTF-8 here'],
    ['\ufeff{"a": 01}', '1:7-8 invalid-json', 'this is not a number of JSON'],
    ['['.repeat(101) + ']'.repeat(101), '1:1-1 too-deep', 'this document is nested more than 100 levels deep'],
    ['['.repeat(100_000), '1:1-1 too-deep', 'this document is nested more than 100 levels deep'],
  ])('%.40j', (text, problem, message) => {
    expect(checkJson(text)).toMatchObject({ values: [], problems: [problem], diagnostics: [{ message }] });
  });
});

describe('the slow check agrees with JSON.parse', () => {
  const accepts = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  test('on JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom('', ' ', '\t'), (value, indent) => {
        expect(scan(JSON.stringify(value, null, indent)).filter((finding) => !isInexact(finding))).toEqual([]);
      }),
    );
  });
  test('on texts that are nearly JSON', () => {
    const part = fc.constantFrom(...'{}[]:,"\\ \n-+.eE0123', 'true', 'null', '"a"', '"b":', 'ud8', '1.5e+3');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const refused = scan(text).some((finding) => codeOf(finding) === 'invalid-json');
        expect([text, refused]).toEqual([text, !accepts(text)]);
      }),
      { numRuns: 3000 },
    );
  });

  const codeOf = (finding: ReturnType<typeof scan>[number]) => {
    let found = '';
    finding(
      (code) => {
        found = code;
      },
      (span) => ({ file: { path: '', text: '' }, index: 0, span }),
    );
    return found;
  };
  const isInexact = (finding: ReturnType<typeof scan>[number]) => codeOf(finding) === 'inexact-number';
});
