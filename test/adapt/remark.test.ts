import { expect, test } from 'vitest';
import { adapt, type Adapter } from '../../compiler/adapt/index.ts';
import { at, atKey } from '../../compiler/diagnostics/location.ts';

const OPTIONS = { gateway: { mode: 'create', name: 'edge' } } as const;

const gossip: Adapter = {
  name: 'gossip',
  adapt: ([source], _, remark) => {
    if (!source) return [];
    remark('approximated', at(source, '/a/b'), 'it is not quite so');
    remark('lost', atKey(source, '/c'), 'it is gone', 'look for it');
    remark('lost', atKey(source, '/a'), 'it is gone', 'look for it');
    remark('lost', atKey(source, '/a'), 'it is gone', 'look for it');
    return [];
  },
};

test('remarks have places, are sorted, and said once', () => {
  const { remarks } = adapt(gossip, [{ path: 'x.yaml', text: 'a:\n  b: 1\nc: 9223372036854775807\n' }], OPTIONS);
  expect(remarks).toEqual([
    {
      kind: 'lost',
      message: 'it is gone',
      help: 'look for it',
      ...{ file: 'x.yaml', line: 1, column: 1, endLine: 1, endColumn: 2, document: 0, pointer: '/a' },
      alsoAt: [{ file: 'x.yaml', line: 3, column: 1, endLine: 3, endColumn: 2, document: 0, pointer: '/c' }],
    },
    {
      kind: 'approximated',
      message: 'it is not quite so',
      ...{ file: 'x.yaml', line: 2, column: 6, endLine: 2, endColumn: 7, document: 0, pointer: '/a/b' },
    },
  ]);
});

test('a file that cannot be read gives diagnostics and nothing else', () => {
  const { documents, remarks, diagnostics } = adapt(gossip, [{ path: 'x.yaml', text: 'a: [' }], OPTIONS);
  expect({ documents, remarks }).toEqual({ documents: [], remarks: [] });
  expect(diagnostics).toMatchObject([{ code: 'invalid-yaml', file: 'x.yaml' }]);
});
