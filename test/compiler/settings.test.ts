import { expect, test } from 'vitest';
import { describeMistakes, readSettings } from '../../compiler/settings.ts';

const read = (text: string, path = 'nodes.yaml') =>
  readSettings('NodePolicyFile', { path, text }, ({ rules }, report, place) => {
    if (rules.length > 1) report('too-many', place('/rules/1'), { noun: 'item', found: rules.length, limit: 1 });
    return rules.length;
  });

test('what the schema and the program accept is given', () => {
  expect(read('rules: [{ uri: a }]')).toEqual({ value: 1, diagnostics: [] });
  expect(read('{"rules": []}', 'nodes.json')).toEqual({ value: 0, diagnostics: [] });
});

test.each([
  ['an unknown field', 'rule: []', 'nodes.yaml:1:1: unknown field "rule"; did you mean "rules"?'],
  [
    'what the program refuses',
    'rules: [{ uri: a }, { uri: b }]',
    'nodes.yaml:1:21: at most 1 item may stand here, found 2',
  ],
  ['a second document', 'rules: []\n---\nrules: []', 'nodes.yaml:3:1: at most 1 item may stand here, found 2'],
  ['an empty file', '', 'nodes.yaml:1:1: the field "rules" is missing'],
  ['a text that is no YAML', 'rules: ]', 'nodes.yaml:1:8: '],
])('%s is told with its place', (_, text, expected) => {
  const { value, diagnostics } = read(text);
  expect(value).toBeUndefined();
  expect(describeMistakes(diagnostics)).toContain(expected);
});
