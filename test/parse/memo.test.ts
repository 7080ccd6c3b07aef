import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../compiler/1-parse/document.ts';
import { createParseMemo } from '../../compiler/1-parse/memo.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import { collect } from '../../compiler/diagnostics/report.ts';

const start = () => {
  const memo = createParseMemo();
  return (...files: readonly SourceFile[]) => {
    const { report, diagnostics } = collect();
    const documents = parse(files, report, memo);
    return { values: documents.map(({ value }) => value), documents, diagnostics: diagnostics() };
  };
};
const file = (path: string, text: string): SourceFile => ({ path, text });

describe('with a memo', () => {
  test('the same text gives the very same value', () => {
    const run = start();
    const [first] = run(file('a.yaml', 'a: { b: 1 }')).values;
    expect(run(file('a.yaml', 'a: { b: 1 }')).values[0]).toBe(first);
  });
  test('the same file gives the very same documents', () => {
    const run = start();
    const [first] = run(file('a.yaml', 'a: 1\n---\nb: 1\n'), file('b.yaml', 'c: 1')).documents;
    expect(run(file('b.yaml', 'c: 2'), file('a.yaml', 'a: 1\n---\nb: 1\n')).documents[1]).toBe(first);
  });
  test('two files of one path stay two', () => {
    const run = start();
    const both = [file('a.yaml', 'a: 1'), file('a.yaml', 'a: 2')] as const;
    expect(run(...both).values).toEqual([{ a: 1 }, { a: 2 }]);
    expect(run(...both).values).toEqual([{ a: 1 }, { a: 2 }]);
    expect(run(both[1], both[0]).values).toEqual([{ a: 2 }, { a: 1 }]);
    expect(run(both[1]).documents[0]?.file.text).toBe('a: 2');
  });
  test('of a changed file only the changed document is new', () => {
    const run = start();
    const before = run(file('a.yaml', 'a: [1]\n---\nb: [2]\n---\nc: [3]\n')).values;
    const after = run(file('a.yaml', '# moved\n---\na: [1]\n---\nb: [9]\n---\nc: [3]\n')).values;
    expect(after).toEqual([{ a: [1] }, { b: [9] }, { c: [3] }]);
    expect(after[2]).toBe(before[2]);
  });
  test('mistakes are reported again, where they now stand', () => {
    const run = start();
    expect(run(file('a.yaml', 'a: 1\n---\nb: [\n')).diagnostics).toMatchObject([{ line: 3 }]);
    expect(run(file('a.yaml', 'a: 1\nx: 2\n---\nb: [\n')).diagnostics).toMatchObject([{ line: 4 }]);
  });
  test('positions follow a document that has moved', () => {
    const run = start();
    run(file('a.yaml', '---\na: 1\n'));
    expect(run(file('a.yaml', '# c\n# d\n---\na: 1\n')).documents).toMatchObject([{ span: { start: 8 } }]);
  });
  test('the items of a list stay the same', () => {
    const run = start();
    const list = file('a.json', '{"kind": "List", "items": [{"a": 1}]}');
    expect(run(list).values[0]).toBe(run(list).values[0]);
  });
  test('files that went away are forgotten', () => {
    const memo = createParseMemo();
    parse([file('a.yaml', 'a: 1'), file('b.yaml', 'b: 1')], collect().report, memo);
    parse([file('b.yaml', 'b: 1')], collect().report, memo);
    expect([...memo.files.keys()]).toEqual(['b.yaml']);
  });
  test('the same text under another ending is read anew', () => {
    const run = start();
    run(file('a.yaml', '{"a": 1,}'));
    expect(run(file('a.json', '{"a": 1,}')).diagnostics).toMatchObject([{ code: 'invalid-json' }]);
  });
});
