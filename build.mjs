/**
 * Builds dist/: one ES module for each entry of package.json, dependencies left to node_modules; what is uploaded to
 * platforms for functions; and with `--types` declarations.
 *
 *   --functions <folder>   builds only the latter, into this folder
 *   --entries <folder>     from the entries in this folder
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { buildGraphiql } from './functions/graphiql/build.mjs';

const { values } = parseArgs({
  options: {
    types: { type: 'boolean', default: false },
    functions: { type: 'string' },
    entries: { type: 'string', default: 'functions/entry' },
  },
});

const COMMON = {
  bundle: true,
  format: 'esm',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
};

if (values.functions === undefined) {
  rmSync('dist', { recursive: true, force: true });
  await buildPackage();
  await buildGraphiql('dist/functions/graphiql');
}
await buildFunctions(values.entries, values.functions ?? 'dist/functions');
if (values.types) {
  const { status } = spawnSync('npx', ['tsc', '--project', 'tsconfig.build.json'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

async function buildPackage() {
  const entries = [
    'compiler/index',
    'compiler/adapt/index',
    'store/index',
    'relay/index',
    'functions/index',
    'cli/enroutectl',
  ];
  await build({
    ...COMMON,
    entryPoints: entries.map((entry) => ({ in: `${entry}.ts`, out: entry })),
    outdir: 'dist',
    splitting: true,
    chunkNames: 'shared/[hash]',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
  });
  chmodSync('dist/cli/enroutectl.js', 0o755);
}

/** What is uploaded to a platform has nothing beside it: all that it needs is in its folder. */
async function buildFunctions(entries, folder) {
  for (const name of ['node', 'lambda', 'worker']) rmSync(join(folder, name), { recursive: true, force: true });
  const common = {
    ...COMMON,
    minify: true,
    // What few requests need is loaded when it is first needed.
    splitting: true,
    chunkNames: 'shared/[hash]',
    outExtension: { '.js': '.mjs' },
  };
  const onNode = {
    ...common,
    platform: 'node',
    target: 'node20',
    // One of each package, however it is asked for: GraphQL takes no types that another copy of it has made.
    mainFields: ['module', 'main'],
    // Some packages are still CommonJS, and ask for Node's modules by a function that modules do not have.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  };
  const entry = (name) => [{ in: join(entries, `${name}.ts`), out: 'index' }];
  await Promise.all([
    build({ ...onNode, entryPoints: entry('server'), outdir: join(folder, 'node') }),
    build({ ...onNode, entryPoints: entry('lambda'), outdir: join(folder, 'lambda') }),
    build({
      ...common,
      entryPoints: entry('worker'),
      outdir: join(folder, 'worker'),
      platform: 'neutral',
      mainFields: ['browser', 'module', 'main'],
      conditions: ['workerd', 'worker', 'browser'],
      // Modules of Node are asked for by code that is left out here; a test sees to it that none remains.
      // So is the SDK for S3, which a Worker has no sockets for.
      external: ['node:*', './s3.ts'],
      target: 'es2022',
    }),
  ]);
}
