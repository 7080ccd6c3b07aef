/** Whatever the text: no exception, an end, and every diagnostic inside of the file. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';

const SAMPLE = `# A gateway
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: web, labels: &labels { team: "shop" } }
spec:
  hostnames: ["*.shop.example", 'shop.example']
  labels: *labels
  lua: |
    function envoy_on_request(handle)
    end
  routes:
    - match: { prefix: /cart }
      forward:
        upstreams:
          - name: cart
            weight: 10
---
kind: List
items:
  - kind: Upstream
`;

/** Pieces that mean something to YAML or JSON, and a few that nobody should write. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '\n',
      ' ',
      '  ',
      '\t',
      ': ',
      ':',
      '- ',
      '-',
      '? ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      '&a ',
      '*a',
      '!t ',
      '!!str ',
    ],
    ...[
      '|\n',
      '>-\n',
      '---\n',
      '...\n',
      '%YAML 1.2\n',
      '<<: ',
      '\r\n',
      '\r',
      '\\',
      '\\u12',
      '@',
      '`',
      '~',
      '.inf',
      '0x',
      '1e9',
    ],
    ...['\ufeff', '\0', '\ufffd', '\u2028', '\u0085', '\ud83d', '😀', '__proto__: ', 'kind: List\n', 'items:\n'],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

const insideFile = (text: string) => {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  return ({ line, column, endLine, endColumn }: ReturnType<typeof check>['diagnostics'][number]) =>
    [line, endLine].every((one) => one >= 1 && one <= lines.length) &&
    column >= 1 &&
    column <= (lines[line - 1] ?? '').length + 1 &&
    endColumn <= (lines[endLine - 1] ?? '').length + 1 &&
    (endLine > line || (endLine === line && endColumn >= column));
};

const isSound = (text: string, path: string) => {
  const { diagnostics, documents, values } = check(text, path);
  expect(diagnostics.filter((diagnostic) => !insideFile(text)(diagnostic))).toEqual([]);
  for (const { span } of documents) expect(span.start >= 0 && span.end <= text.length).toBe(true);
  // What has a value can be written as JSON: it is finite, without cycles, and not too deep.
  for (const value of values) expect(JSON.stringify(value)).toBeTypeOf('string');
};

const path = fc.constantFrom('a.yaml', 'a.json');

test('pieces in any order', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), path, (pieces, name) => isSound(pieces.join(''), name)),
    { numRuns: 2000 },
  );
});

test('a good file with a few edits', () => {
  const edit = fc.record({ at: fc.nat(SAMPLE.length), remove: fc.nat(6), insert: piece });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), path, (edits, name) => {
      const text = edits.reduce(
        (before, { at, remove, insert }) => before.slice(0, at) + insert + before.slice(at + remove),
        SAMPLE,
      );
      isSound(text, name);
    }),
    { numRuns: 2000 },
  );
});

test('the same piece over and over', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 3000 }),
      path,
      (pieces, times, name) => isSound(pieces.join('').repeat(times), name),
    ),
    { numRuns: 60 },
  );
});
