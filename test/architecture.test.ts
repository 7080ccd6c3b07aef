/** What ARCHITECTURE.md promises of the sources: who may import whom, what the compiler may not touch, and sizes. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../compiler/index.ts';
import { CASES } from './compiler/fixtures.ts';
import { makeFolder, type Folder } from './servers/folder.ts';
import { importsOf, ROOT, SOURCES, type Import } from './sources.ts';

const IMPORTS = SOURCES.flatMap(importsOf);
const within = (folder: string) => SOURCES.filter(({ path }) => path.startsWith(`${folder}/`));
const shown = (imports: readonly Import[]) => imports.map(({ from, to }) => `${from} imports ${to}`);

test('there is something to look at', () => {
  expect(SOURCES.length).toBeGreaterThan(300);
  expect(IMPORTS.length).toBeGreaterThan(1000);
});

describe('imports go schemas ← compiler ← store ← relay, functions, cli', () => {
  const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
    schemas: [],
    compiler: ['compiler', 'schemas'],
    store: ['store', 'compiler'],
    relay: ['relay', 'store', 'compiler'],
    functions: ['functions', 'store', 'compiler', 'schemas'],
    cli: ['cli', 'store', 'compiler', 'schemas'],
  };
  /** They put the parts together, and do nothing else with them. */
  const COMPOSITION_ROOTS = /^cli\/(up\/|commands\/(api|relay|up)\.ts|remote\/in-process\.ts)/;

  test.each(Object.entries(MAY_IMPORT))('%s', (folder, allowed) => {
    const wrong = IMPORTS.filter(
      ({ from, to, isOwn }) =>
        isOwn &&
        from.startsWith(`${folder}/`) &&
        !allowed.some((other) => to.startsWith(`${other}/`)) &&
        !COMPOSITION_ROOTS.test(from),
    );
    expect(shown(wrong)).toEqual([]);
  });
});

test('what is installed with Enroute is what Enroute uses', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const shipped = /^(schemas|compiler|store|relay|functions|cli)\//;
  const packageOf = (name: string) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
  // Those of types count, since declarations are installed, too.
  const used = IMPORTS.filter(({ from, to, isOwn }) => !isOwn && !to.startsWith('node:') && shipped.test(from));
  const packages = new Set(used.map(({ to }) => packageOf(to)));
  expect([...packages].sort()).toEqual(Object.keys(dependencies).sort());
});

/** What a manifest says; the stages before the last know it by its types. */
const CONTRACTS = ['bundle', 'discovery-reference', 'rollout-policy'].map((name) => `compiler/5-pack/${name}.ts`);

describe('in the compiler', () => {
  /** Where a file stands in the pipeline; nothing for those that every stage may use. */
  function stageOf(path: string): number | undefined {
    const stage = /^compiler\/(\d)-/.exec(path)?.[1];
    if (stage !== undefined) return Number(stage);
    return path.startsWith('compiler/filters/') && path !== PHASES ? 4 : undefined;
  }
  /** A table of names that documents may use, too. */
  const PHASES = 'compiler/filters/phases.ts';
  /** The bundle's types are a contract between compiler, store and relay; nothing of them is left at run time. */
  const isContract = ({ to, isOfTypes }: Import) => CONTRACTS.includes(to) && isOfTypes;

  test('no stage imports a later one', () => {
    const wrong = IMPORTS.filter((one) => {
      const [from, to] = [stageOf(one.from), stageOf(one.to)];
      return from !== undefined && to !== undefined && to > from && !isContract(one);
    });
    expect(shown(wrong)).toEqual([]);
  });

  test('Envoy’s words are known from the fourth stage on', () => {
    const early = within('compiler').filter(({ path }) => (stageOf(path) ?? 4) < 4);
    // The wire format says nothing of Envoy: a document may hold protobuf descriptors of its own.
    const known = early.flatMap(importsOf).filter(({ to }) => /^compiler\/xds\/(?!wire\/)/.test(to));
    expect(shown(known)).toEqual([]);
    expect(early.filter(({ code }) => /['"`]envoy\./.test(code)).map(({ path }) => path)).toEqual([]);
  });

  test('protobuf is known to xds alone, which knows nothing else', () => {
    const xds = within('compiler/xds').flatMap(importsOf);
    expect(shown(xds.filter(({ to, isOwn }) => isOwn && !to.startsWith('compiler/xds/')))).toEqual([]);
  });

  /** What a pure function has no use for, by how it is written. */
  const IMPURE: Readonly<Record<string, RegExp>> = {
    'a Node module': /from '(node:|fs|path|crypto|os|url|util|child_process|buffer|stream)/,
    require: /\brequire\(/,
    process: /\bprocess\./,
    Buffer: /\bBuffer\.|\bnew Buffer\(/,
    'the clock': /\bDate\.now\b|\bnew Date\(\)|\bperformance\./,
    chance: /\bMath\.random\b|\bcrypto\./,
    'the network': /\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b/,
    'a timer': /\bset(Timeout|Interval|Immediate)\(|\bqueueMicrotask\(/,
    'the console': /\bconsole\./,
    'code from text': /\beval\(|\bnew Function\(|\bimport\((?!')/,
    'the global object': /\bglobalThis\b|\bwindow\./,
    'the machine’s language': /\blocaleCompare\(|\btoLocale\w+\(|\bIntl\./,
  };

  test.each(Object.entries(IMPURE))('nothing uses %s', (_, pattern) => {
    expect(
      within('compiler')
        .filter(({ code }) => pattern.test(code))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

/** Not within quotation marks, and not the definition of a method of that name. */
const FROM_TEXT = /(?<!['"`])\brequire\(|\bnew Function\(|(?<![.\w])eval\([^)]*\)(?!\s*\{)|\bDynamic require\b/g;

describe('the compiler, bundled for a browser', () => {
  let folder: Folder;
  let code = '';
  beforeAll(async () => {
    folder = await makeFolder();
    const { outputFiles } = await build({
      entryPoints: [join(ROOT, 'compiler/index.ts')],
      bundle: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2023',
      write: false,
    });
    code = outputFiles[0]?.text ?? '';
    return () => folder.remove();
  });

  test('makes no code from text and requires nothing, dependencies included', () => {
    expect(code.length).toBeGreaterThan(100_000);
    expect(code.match(FROM_TEXT) ?? []).toEqual([]);
  });

  test('gives the same bundles where code from text is forbidden', () => {
    const fixtures = CASES;
    const script = join(folder.path, 'script.mjs');
    const documents = join(folder.path, 'documents.json');
    writeFileSync(join(folder.path, 'compiler.mjs'), code);
    writeFileSync(documents, JSON.stringify(fixtures.map(({ files }) => files)));
    writeFileSync(
      script,
      `import { readFileSync } from 'node:fs';
       import { compile } from './compiler.mjs';
       const fixtures = JSON.parse(readFileSync(process.argv[2], 'utf8'));
       console.log(JSON.stringify(fixtures.map((files) => compile(files).bundles.map(({ id }) => id))));`,
    );
    const output = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', script, documents], {
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual(fixtures.map(({ files }) => compile(files).bundles.map(({ id }) => id)));
  });
});

test('no file is longer than 300 lines', () => {
  const long = SOURCES.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
  expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
});

test('no type is `any`', () => {
  const TEXT = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
  const ANY = /:\s*any\b(?=\s*[;,)=[|}])|<any\b|\bany\[\]|\bas any\b/;
  const others = SOURCES.filter(({ path }) => path !== 'test/architecture.test.ts');
  const found = others.filter(({ code }) => ANY.test(code.replaceAll(TEXT, '')));
  expect(found.map(({ path }) => path)).toEqual([]);
});
