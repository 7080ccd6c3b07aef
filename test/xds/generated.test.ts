/** The committed table and types are what the generator writes, and the table is what Envoy itself knows. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, beforeAll } from 'vitest';
import { ENUMS, MESSAGES } from '../../compiler/xds/generated/table.ts';
import { bodyDigests, composeFiles, type GeneratedFiles } from '../../generate/xds/files.ts';
import { reachableFrom } from '../../generate/xds/reach.ts';
import { ROOTS } from '../../generate/xds/roots.ts';
import type { Schema } from '../../generate/xds/schema.ts';
import { unsupportedRules } from '../../generate/xds/supported-rules.ts';
import { writeTable } from '../../generate/xds/table.ts';
import { ENVOY_API_TIMEOUT_MS, readEnvoyApi } from './envoy-api.ts';

const committed = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../compiler/xds/generated/${name}`, import.meta.url)), 'utf8');

/** The rate-limit service's configuration is no part of Envoy: its messages come from another module. */
const isOfEnvoy = (typeName: string): boolean => !typeName.startsWith('ratelimit.');

describe.each(['table.ts', 'types.ts'])('%s', (name) => {
  test('is as it was generated', () => {
    const { stated, actual } = bodyDigests(committed(name));
    expect(stated, 'edited by hand; run `npx tsx generate/xds/main.ts`').toBe(actual);
  });
});

test('both files come from the same descriptors', () => {
  const origin = (name: string): string | undefined => /Descriptors: sha256 \w{64}/.exec(committed(name))?.[0];
  expect(origin('table.ts')).toBeDefined();
  expect(origin('types.ts')).toBe(origin('table.ts'));
});

describe('the descriptors in the Envoy binary', () => {
  let schema: Schema;
  let fromEnvoy: GeneratedFiles;
  beforeAll(async () => {
    const roots = { ...ROOTS, messages: ROOTS.messages.filter(isOfEnvoy) };
    schema = reachableFrom(roots, await readEnvoyApi());
    fromEnvoy = await composeFiles(schema, '');
  }, ENVOY_API_TIMEOUT_MS);

  test('give the same messages: numbers, types, rules, deprecations', () => {
    expect(writeTable(schema).messages.split('\n')).toEqual(packagesOfEnvoy(MESSAGES));
  });

  test('give the same enums', () => {
    expect(writeTable(schema).enums.split('\n')).toEqual(packagesOfEnvoy(ENUMS));
  });

  test('have no rule that we do not check', () => {
    expect(unsupportedRules(schema)).toEqual([]);
  });

  test('give the same types', () => {
    expect(declarationsOfEnvoy(fromEnvoy.types)).toEqual(declarationsOfEnvoy(committed('types.ts')));
  });
});

/** The lines of a table without those of packages that are not Envoy's. */
function packagesOfEnvoy(table: string): readonly string[] {
  return table
    .split(/\n(?=\S)/)
    .filter(isOfEnvoy)
    .flatMap((lines) => lines.split('\n'));
}

function declarationsOfEnvoy(types: string): readonly string[] {
  return types
    .slice(types.indexOf('export '))
    .trimEnd()
    .replaceAll(/^ {2}'ratelimit\..*\n/gm, '')
    .split('\n\n')
    .filter((declaration) => !/^export \w+ ratelimit_/.test(declaration));
}

test('a rule that we do not check is noticed', () => {
  const field = { name: 'id', rules: { repeated: { items: { string: { uuid: true } } } } };
  const message = { name: 'x.Y', fields: [field] };
  expect(unsupportedRules({ messages: [message], enums: [] } as never)).toEqual(['x.Y.id: string.uuid']);
});
