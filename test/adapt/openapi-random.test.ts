/**
 * Descriptions with random damage: the importer neither throws nor makes documents that do not compile. `RUNS`
 * makes it try more.
 */
import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { adapt, openapiAdapter, writeFiles } from '../../compiler/adapt/index.ts';
import { renderText } from '../../compiler/diagnostics/render/text.ts';
import { compile } from '../../compiler/index.ts';
import { OPENAPI_CASES } from './openapi-cases.ts';

const OPTIONS = { gateway: { mode: 'create', name: 'edge' } } as const;

/** What people say in our own extensions is for the compiler to judge, so it is left out. */
const DESCRIPTIONS: readonly unknown[] = OPENAPI_CASES.flatMap(({ files }) =>
  files.map(({ text }) => withoutExtensions(parse(text))),
);

function withoutExtensions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-enroute'))
      .map(([key, child]) => [key, withoutExtensions(child)]),
  );
}

const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1e300,
    '',
    ' ',
    '/',
    '{',
    '}',
    '{}',
    '{a}',
    '__proto__',
    'a\nb',
    '\u0000',
    '💥',
    '%',
    '%zz',
    '..',
  ],
  ...[
    [],
    {},
    [null],
    { $ref: '#' },
    { $ref: '#/paths' },
    { $ref: 'x' },
    { $ref: 7 },
    [{ toString: 7, valueOf: 7 }],
    '#/a',
    'http://',
    'https://a:0/b',
  ],
  ...[
    'http://[::1]:8/x/',
    'https://10.0.0.7',
    '//a/b',
    'http://a_b',
    '{a}://b',
    'x'.repeat(300),
    'Ünï cödé',
    '(',
    '^(a+)+$',
    '^[a-z]{1000}$',
    '*',
  ],
];

const odd = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 12 }));

/** Replaces, removes or renames one value somewhere inside of another. */
function damage(
  value: unknown,
  path: readonly number[],
  what: { readonly by: unknown; readonly at: 'value' | 'key' },
): unknown {
  const [step, ...rest] = path;
  const isList = Array.isArray(value);
  if (step === undefined || typeof value !== 'object' || value === null) return what.by;
  const entries = Object.entries(value);
  if (entries.length === 0) return what.by;
  const chosen = step % entries.length;
  const changed = entries.map(([key, child], index): [string, unknown] => {
    if (index !== chosen) return [key, child];
    if (rest.length === 0 && what.at === 'key' && typeof what.by === 'string') return [what.by, child];
    return [key, damage(child, rest, what)];
  });
  return isList ? changed.map(([, child]) => child) : Object.fromEntries(changed);
}

/** An extension that makes routes of its own. */
const CORS = { 'x-enroute-cors': { allowOrigins: [{ exact: 'https://app.example.com' }] } };

test('random damage', () => {
  const damages = fc.array(
    fc.record({
      path: fc.array(fc.nat(40), { maxLength: 7 }),
      by: odd,
      at: fc.constantFrom('value' as const, 'key' as const),
    }),
    { maxLength: 4 },
  );
  const description = fc
    .tuple(fc.constantFrom(...DESCRIPTIONS), damages, fc.constantFrom({}, CORS))
    .map(([sound, all, cors]) => {
      const damaged = all.reduce((value: unknown, { path, ...what }) => damage(value, path, what), sound);
      return typeof damaged === 'object' && !Array.isArray(damaged) ? { ...damaged, ...cors } : damaged;
    });
  fc.assert(
    fc.property(fc.array(description, { minLength: 1, maxLength: 3 }), (descriptions) => {
      const sources = descriptions.map((one, index) => ({ path: `${index}.json`, text: JSON.stringify(one) }));
      const { documents } = adapt(openapiAdapter, sources, OPTIONS);
      const files = writeFiles(documents);
      const { diagnostics } = documents.length === 0 ? { diagnostics: [] } : compile(files);
      expect(diagnostics, renderText(diagnostics, { files, colour: 'never' })).toEqual([]);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 30) },
  );
});
