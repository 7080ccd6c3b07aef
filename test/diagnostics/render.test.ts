import { describe, expect, test } from 'vitest';
import type { Document } from '../../compiler/1-parse/document.ts';
import { at, atKey } from '../../compiler/diagnostics/location.ts';
import { renderGithub } from '../../compiler/diagnostics/render/github.ts';
import { renderJson } from '../../compiler/diagnostics/render/json.ts';
import { renderSarif } from '../../compiler/diagnostics/render/sarif.ts';
import { renderText } from '../../compiler/diagnostics/render/text.ts';
import { collect, type Report } from '../../compiler/diagnostics/report.ts';
import { summarize } from '../../compiler/diagnostics/summary.ts';
import { documentOf } from './documents.ts';

const TEXT = `kind: Route
metadata: { name: cart, namespace: shop }
spec:
  upstreams:
    - chekout
`;

const diagnose = (text: string, say: (report: Report, document: Document) => void, path = 'shop/a b.yaml') => {
  const { file, document } = documentOf(text, path);
  const { report, diagnostics } = collect();
  say(report, document);
  return { diagnostics: diagnostics(), files: [file] };
};

const typo = diagnose(TEXT, (report, document) =>
  report('unknown-reference', at(document, '/spec/upstreams/0'), {
    kind: 'Upstream',
    namespace: 'shop',
    name: 'chekout',
    known: ['cart', 'checkout'],
  }),
);
const twice = diagnose(TEXT, (report, document) =>
  report('duplicate-document', at(document, '/metadata/name'), {
    kind: 'Route',
    namespace: 'shop',
    name: 'cart',
    first: at(document, '/kind'),
  }),
);

describe('text', () => {
  test('shows the place, the pointer and help', () => {
    expect(renderText(typo.diagnostics, { files: typo.files, colour: 'never' })).toMatchInlineSnapshot(`
      "shop/a b.yaml:5:7 error[unknown-reference]: no Upstream is named "chekout" in the namespace "shop"
        |
      4 |   upstreams:
      5 |     - chekout
        |       ^^^^^^^
        at /spec/upstreams/0 of Route shop/cart
        help: did you mean "checkout"?

      1 error in 1 file
      "
    `);
  });
  test('shows related places', () => {
    expect(renderText(twice.diagnostics, { files: twice.files, colour: 'never' })).toMatchInlineSnapshot(`
      "shop/a b.yaml:2:19 error[duplicate-document]: the Route "shop/cart" is declared twice
        |
      1 | kind: Route
      2 | metadata: { name: cart, namespace: shop }
        |                   ^^^^
        at /metadata/name of Route shop/cart
        help: rename or remove one of the two
        note: first declared here: shop/a b.yaml:1:7
        |
      1 | kind: Route
        |       ^^^^^

      1 error in 1 file
      "
    `);
  });
  test('in colour', () => {
    const [head] = renderText(typo.diagnostics, { files: [], colour: 'always' }).split('\n');
    expect(JSON.stringify(head)).toMatchInlineSnapshot(
      `""\\u001b[1mshop/a b.yaml:5:7\\u001b[0m \\u001b[31merror[unknown-reference]\\u001b[0m: \\u001b[1mno Upstream is named \\"chekout\\" in the namespace \\"shop\\"\\u001b[0m""`,
    );
  });
  test('without the files there is no frame', () => {
    expect(renderText(typo.diagnostics, { files: [], colour: 'never' })).not.toContain('|');
  });
  test('of very many the first errors, and how many there are', () => {
    const { files } = typo;
    const many = [...typo.diagnostics, ...twice.diagnostics].flatMap((each) => [
      { ...each, severity: 'warning' as const },
      each,
    ]);
    const text = renderText(many, { files, colour: 'never', limit: 2 });
    expect(text.match(/(error|warning)\[/g)).toEqual(['error[', 'error[']);
    expect(text).toMatch(/\n\n… and 2 more\n\n2 errors, 2 warnings in 1 file\n$/);
    expect(renderText(many, { files, colour: 'never', limit: 4 })).toBe(renderText(many, { files, colour: 'never' }));
  });

  test('nothing, when there is nothing to say', () => {
    expect(renderText([], { files: [], colour: 'never' })).toBe('');
  });

  /** What the mark stands under, cell by cell of the terminal. */
  const marked = (text: string, pointer: string, path?: string) => {
    const { diagnostics, files } = diagnose(
      text,
      (report, document) => report('unknown-field', atKey(document, pointer), { field: 'x', known: [] }),
      path,
    );
    const rows = renderText(diagnostics, { files, colour: 'never' }).split('\n');
    const mark = rows.findIndex((row) => /\^/.test(row));
    return { line: rows[mark - 1] ?? '', mark: rows[mark] ?? '' };
  };
  test('a long line is cut down to its place', () => {
    const text = JSON.stringify(Object.fromEntries(Array.from({ length: 99 }, (_, index) => [`key-${index}`, index])));
    const { line, mark } = marked(text, '/key-50', 'long.json');
    expect(line.length).toBeLessThan(130);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('"key-50"');
  });
  test('tabs and wide characters keep the mark in its place', () => {
    expect(marked('{"a":\t1,\t"x": 2}', '/x', 'tab.json').mark).toBe('  |      \t  \t^^^');
    expect(marked('日本: { x: 1 }', '/日本/x').mark).toBe('  |         ^');
    expect(marked('日本: 1', '/日本').mark).toBe('  | ^^^^');
  });
  test('a private key is blotted out', () => {
    const text =
      'ca: |\n  -----BEGIN PRIVATE KEY-----\n  MIIEvQ\n  -----END PRIVATE KEY-----\nb: 1\nkey: "-----BEGIN EC PRIVATE KEY-----\\nMIIEvQ"\n';
    const { diagnostics, files } = diagnose(text, (report, document) => {
      report('unknown-field', atKey(document, '/b'), { field: 'b', known: [] });
      report('invalid-format', at(document, '/key'), { value: '-----BEGIN EC PRIVATE KEY-----\nMIIEvQ', expected: '' });
    });
    const shown = renderText(diagnostics, { files, colour: 'never' });
    expect(shown).not.toContain('MIIEvQ');
    expect(shown).toContain('6 | key: "-----BEGIN EC PRIVATE KEY-----********"');
  });
  test('what could change the terminal is shown instead', () => {
    const { diagnostics, files } = diagnose(
      'a: "\\e[2J"\n"b\\u202e": 1 # \u202e',
      (report, document) => {
        report('invalid-value', at(document, '/a'), { value: '\u001b[2J', allowed: [1, 2] });
        report('unknown-field', atKey(document, '/b\u202e'), { field: 'b\u202e', known: [] });
      },
      'a\u001b.yaml',
    );
    expect(renderText(diagnostics, { files, colour: 'never' })).not.toMatch(/[\u001b\u202e]/);
  });
});

test('summary', () => {
  const [error] = typo.diagnostics;
  if (!error) throw new Error('no diagnostic');
  const warning = { ...error, severity: 'warning', file: 'b.yaml' } as const;
  expect(summarize([])).toBe('no problems');
  expect(summarize([error])).toBe('1 error in 1 file');
  expect(summarize([error, error, warning])).toBe('2 errors, 1 warning in 2 files');
});

test('JSON', () => {
  expect(JSON.parse(renderJson(typo.diagnostics))).toEqual({ errors: 1, warnings: 0, diagnostics: typo.diagnostics });
});

describe('GitHub', () => {
  test('one line a diagnostic', () =>
    expect(renderGithub(typo.diagnostics)).toMatchInlineSnapshot(`
    "::error file=shop/a b.yaml,line=5,endLine=5,col=7,endColumn=14,title=unknown-reference::no Upstream is named "chekout" in the namespace "shop"%0Ahelp: did you mean "checkout"?
    "
  `));
  test('nobody can forge a command, or a property', () => {
    const [first] = typo.diagnostics;
    if (!first) throw new Error('no diagnostic');
    const forged = { ...first, file: 'a,line=9:b%.yaml', message: '100%\n::error::x\r' };
    expect(renderGithub([forged])).toBe(
      '::error file=a%2Cline=9%3Ab%25.yaml,line=5,endLine=5,col=7,endColumn=14,title=unknown-reference' +
        '::100%25%0A::error::x%0D%0Ahelp: did you mean "checkout"?\n',
    );
  });
  test('no columns when the end is on another line', () => {
    const { diagnostics } = diagnose(TEXT, (report, document) =>
      report('missing-choice', at(document, '/spec'), { fields: ['a'] }),
    );
    expect(renderGithub(diagnostics)).toMatch(/line=4,endLine=5,title=/);
  });
});

describe('SARIF', () => {
  const log = JSON.parse(renderSarif([...typo.diagnostics, ...twice.diagnostics], { version: '1.2.3' }));
  const [run] = log.runs;
  test('names its schema and the tool', () => {
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-schema-2.1.0.json') });
    expect(run.tool.driver).toMatchObject({ name: 'enroutectl', version: '1.2.3' });
  });
  test('a result points to its rule', () => {
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'duplicate-document',
      'unknown-reference',
    ]);
  });
  test('results', () =>
    expect(run.results).toMatchInlineSnapshot(`
    [
      {
        "level": "error",
        "locations": [
          {
            "logicalLocations": [
              {
                "fullyQualifiedName": "Route/shop/cart//spec/upstreams/0",
                "kind": "object",
              },
            ],
            "physicalLocation": {
              "artifactLocation": {
                "uri": "shop/a%20b.yaml",
              },
              "region": {
                "endColumn": 14,
                "endLine": 5,
                "startColumn": 7,
                "startLine": 5,
              },
            },
          },
        ],
        "message": {
          "text": "no Upstream is named "chekout" in the namespace "shop"
    did you mean "checkout"?",
        },
        "ruleId": "unknown-reference",
        "ruleIndex": 1,
      },
      {
        "level": "error",
        "locations": [
          {
            "logicalLocations": [
              {
                "fullyQualifiedName": "Route/shop/cart//metadata/name",
                "kind": "object",
              },
            ],
            "physicalLocation": {
              "artifactLocation": {
                "uri": "shop/a%20b.yaml",
              },
              "region": {
                "endColumn": 23,
                "endLine": 2,
                "startColumn": 19,
                "startLine": 2,
              },
            },
          },
        ],
        "message": {
          "text": "the Route "shop/cart" is declared twice
    rename or remove one of the two",
        },
        "relatedLocations": [
          {
            "message": {
              "text": "first declared here",
            },
            "physicalLocation": {
              "artifactLocation": {
                "uri": "shop/a%20b.yaml",
              },
              "region": {
                "endColumn": 12,
                "endLine": 1,
                "startColumn": 7,
                "startLine": 1,
              },
            },
          },
        ],
        "ruleId": "duplicate-document",
        "ruleIndex": 0,
      },
    ]
  `));
  test('absolute paths are file URIs', () => {
    const absolute = typo.diagnostics.map((diagnostic) => ({ ...diagnostic, file: '/srv/a#b.yaml' }));
    expect(renderSarif(absolute, { version: '1' })).toContain('"uri": "file:///srv/a%23b.yaml"');
  });
});
