/**
 * Each folder of `fixtures/cases` and `fixtures/filters` holds documents and, in `out/`, what they become. What a change
 * of the compiler does to people's configurations is the diff of these files: `npx vitest run test/compiler -u` writes
 * them. Besides, each folder proves what must hold of every compilation.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { validate } from '../../cli/local/run-envoy.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import { validate as validateDocuments } from '../../compiler/2-validate/validate.ts';
import { link } from '../../compiler/3-link/link.ts';
import { lower } from '../../compiler/4-lower/lower.ts';
import { packGateway } from '../../compiler/5-pack/gateway.ts';
import { verifyBundle } from '../../compiler/5-pack/verify.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import {
  compile,
  createCompileMemo,
  type CompiledBundle,
  type CompileMemo,
  type SourceFile,
} from '../../compiler/index.ts';
import { canonical, TYPE_URL_PREFIX, violations } from '../../compiler/xds/index.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { edits, joined, reordered } from './documents.ts';
import { goldenFiles, type Fixture } from './fixtures.ts';
import { goldenTexts } from './golden.ts';
import { assemble, makeMaterial, type Material } from './static-assembly.ts';
import { unpack } from './unpack.ts';

/** The tests of a list of fixtures. */
export function describeFixtures(fixtures: readonly Fixture[]): void {
  const { binary } = useEnvoy();
  let material: Material;
  beforeAll(async () => {
    material = await makeMaterial();
  });

  describe.each(fixtures)('$name', (fixture) => {
    const { out, files } = fixture;
    const { bundles, diagnostics } = compile(files);
    const goldens = goldenTexts(fixture, bundles);

    test('has no mistakes', () => expect(diagnostics).toEqual([]));

    test('compiles to the files in out/', async () => {
      for (const [path, text] of goldens) await expect(text).toMatchFileSnapshot(`${out}/${path}`);
    });

    test('has no stale files in out/', () => {
      expect(goldenFiles(fixture).filter((path) => !goldens.has(path))).toEqual([]);
    });

    test('keeps the rules of Envoy, without a deprecated field or value', () => {
      for (const { bootstrap, resources } of bundles) {
        expect(violations('envoy.config.bootstrap.v3.Bootstrap', bootstrap)).toEqual([]);
        for (const { type, message } of resources) expect(violations(type, message)).toEqual([]);
      }
    });

    test('is left as it is by every stage, and so is what each stage gives the next', () => {
      const { report } = collect();
      const documents = frozen(parse(files, report));
      const model = frozen(validateDocuments(documents, report));
      const graph = frozen(link(model, report));
      const gateways = frozen(lower(graph, report));
      const again = gateways.map((gateway) => packGateway(gateway, createCompileMemo()));
      expect(idsOf(again)).toEqual(idsOf(bundles));
    });

    test('means the same whatever the order of documents and keys, and the files they lie in', () => {
      expect(idsOf(compile(reordered(files)).bundles)).toEqual(idsOf(bundles));
      expect(idsOf(compile(joined(files)).bundles)).toEqual(idsOf(bundles));
    });

    test('gives the same bytes again, and with a memo that has seen other versions', () => {
      const expected = outcomeOf(files);
      expect(outcomeOf(files)).toEqual(expected);
      const memo = createCompileMemo();
      for (const versions of edits(files)) {
        for (const edited of versions) expect(outcomeOf(edited, memo)).toEqual(outcomeOf(edited));
        expect(outcomeOf(files, memo)).toEqual(expected);
      }
    });

    test('packs into bundles that verify and hold the same resources', () => {
      for (const bundle of bundles) {
        expect(verifyBundle(bundle)).toBeUndefined();
        const written = bundle.resources.map(({ type, name: resource, message, requires }) => ({
          name: resource,
          message: { '@type': TYPE_URL_PREFIX + type, ...canonical(type, message) },
          requires,
        }));
        const read = unpack(bundle);
        expect(read).toHaveLength(2 * written.length);
        for (const one of written) expect(read.filter((other) => sameResource(one, other))).toEqual([one, one]);
      }
    });

    test('is accepted by Envoy', async () => {
      for (const bundle of bundles) {
        const { ok, output } = await validate(binary(), assemble(bundle, material));
        expect(ok ? '' : output).toBe('');
      }
    });
  });
}

/** Everything that a compilation gives, but for the documents that resources remember. */
const outcomeOf = (files: readonly SourceFile[], memo?: CompileMemo) => {
  const { bundles, diagnostics } = compile(files, memo);
  return {
    diagnostics,
    bundles: bundles.map(({ id, manifest, bootstrap, chunks }) => ({ id, manifest, bootstrap, chunks })),
  };
};

const idsOf = (bundles: readonly CompiledBundle[]) => bundles.map(({ id }) => id);

interface Named {
  readonly name: string;
  readonly message: object;
}

const sameResource = (a: Named, b: Named): boolean => a.name === b.name && typeOf(a.message) === typeOf(b.message);

const typeOf = (message: object): unknown => ('@type' in message ? message['@type'] : undefined);

/** Whoever tries to change it, or anything in it, gets a TypeError. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const child of Object.values(value)) frozen(child);
  return value;
}
