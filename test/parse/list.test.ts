import { expect, test } from 'vitest';
import { at, atKey } from '../../compiler/diagnostics/location.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import { check } from './check.ts';

const LIST = `apiVersion: v1
kind: List
metadata: {}
items:
  - kind: Upstream
    metadata: { name: a }
  - kind: RouteList
    items:
      - kind: Route
        metadata: { name: b, namespace: shop }
`;

test('the items of a list are documents', () => {
  const { documents, problems } = check(LIST);
  expect(documents.map(({ root, index, value }) => [root, index, value])).toEqual([
    ['/items/0', 0, { kind: 'Upstream', metadata: { name: 'a' } }],
    ['/items/1/items/0', 0, { kind: 'Route', metadata: { name: 'b', namespace: 'shop' } }],
  ]);
  expect(problems).toEqual([]);
});

test('a place in an item is found in the list', () => {
  const { documents } = check(LIST);
  const { report, diagnostics } = collect();
  for (const document of documents) report('missing-field', at(document, '/metadata/name'), { field: 'x' });
  expect(diagnostics()).toMatchObject([
    { line: 6, column: 23, pointer: '/items/0/metadata/name', subject: { kind: 'Upstream', name: 'a' } },
    { line: 10, column: 27, pointer: '/items/1/items/0/metadata/name', subject: { namespace: 'shop', name: 'b' } },
  ]);
});

test('the whole of an item is where it begins', () => {
  const [first] = check(LIST).documents;
  const { report, diagnostics } = collect();
  if (first) report('missing-field', atKey(first, ''), { field: 'x' });
  expect(diagnostics()).toMatchObject([{ line: 5, column: 5 }]);
});

test.each([
  ['kind: List\nitem: []', ['1:1-1 missing-field', '2:1-5 unknown-field']],
  ['kind: List\nitems: {}', ['2:8-10 wrong-type']],
  ['kind: List\nitems: []\nextra: 1', ['3:1-6 unknown-field']],
])('%j', (text, problems) => {
  expect(check(text)).toMatchObject({ values: [], problems });
});
