import { expect, test } from 'vitest';
import { parse } from '../../compiler/1-parse/parse.ts';
import { hasErrors } from '../../compiler/diagnostics/diagnostic.ts';
import { at, atKey, child, pointerSegment, pointerSegments } from '../../compiler/diagnostics/location.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import { documentOf } from './documents.ts';

const TEXT = `kind: Upstream
metadata:
  name: cart
spec: &spec
  port: "80"
other: *spec
`;

test('a diagnostic is plain data', () => {
  const { document } = documentOf(TEXT);
  const { report, diagnostics } = collect();
  report('wrong-type', child(at(document, '/spec'), 'port'), { expected: ['integer'], value: '80' });
  expect(JSON.parse(JSON.stringify(diagnostics()))).toEqual([
    {
      code: 'wrong-type',
      severity: 'error',
      message: 'expected an integer, found a string',
      help: 'write 80, without quotes',
      file: 'test.yaml',
      line: 5,
      column: 9,
      endLine: 5,
      endColumn: 13,
      document: 0,
      pointer: '/spec/port',
      subject: { kind: 'Upstream', namespace: 'default', name: 'cart' },
    },
  ]);
});

test('the order of reports does not show', () => {
  const { report, diagnostics } = collect();
  const b = documentOf('a: 1\nb: 2\n', 'b.yaml').document;
  const a = documentOf('a: 1\n', 'a.yaml').document;
  report('unknown-field', atKey(b, '/b'), { field: 'b', known: [] });
  report('unknown-field', atKey(b, '/a'), { field: 'a', known: [] });
  report('wrong-type', atKey(b, '/a'), { expected: ['string'], value: 1 });
  report('unknown-field', atKey(a, '/a'), { field: 'a', known: [] });
  expect(diagnostics().map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'a.yaml:1 unknown-field',
    'b.yaml:1 unknown-field',
    'b.yaml:1 wrong-type',
    'b.yaml:2 unknown-field',
  ]);
});

test('one mistake in a value that has an alias is one diagnostic', () => {
  const { document } = documentOf(TEXT);
  const { report, diagnostics } = collect();
  for (const pointer of ['/other/port', '/spec/port', '/spec/port'])
    report('wrong-type', at(document, pointer), { expected: ['integer'], value: '80' });
  expect(diagnostics()).toMatchObject([{ line: 5, pointer: '/other/port' }]);
});

test('errors are known without asking for diagnostics', () => {
  const { report, diagnostics, hasErrors: failed } = collect();
  expect([failed(), hasErrors(diagnostics())]).toEqual([false, false]);
  parse([{ path: 'a.yaml', text: '[' }], report);
  expect([failed(), hasErrors(diagnostics())]).toEqual([true, true]);
});

test('pointers are escaped after RFC 6901', () => {
  expect(['a/b', 'm~n', '~1', '', 3].map(pointerSegment)).toEqual(['/a~1b', '/m~0n', '/~01', '/', '/3']);
  expect(pointerSegments('/a~1b/m~0n/~01//3')).toEqual(['a/b', 'm~n', '~1', '', '3']);
  expect(pointerSegments('')).toEqual([]);
});
