/** Builds dist/: one ES module for each entry of package.json, dependencies left to node_modules, and declarations. */
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { buildGraphiql } from './functions/graphiql/build.mjs';

const ENTRIES = [
  'compiler/index',
  'compiler/adapt/index',
  'store/index',
  'relay/index',
  'functions/index',
  'cli/enroutectl',
];

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ENTRIES.map((entry) => ({ in: `${entry}.ts`, out: entry })),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'shared/[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
});
chmodSync('dist/cli/enroutectl.js', 0o755);

// What is uploaded to a platform has nothing beside it: all that it needs is in the file.
const FUNCTION = {
  bundle: true,
  format: 'esm',
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
};
await build({
  ...FUNCTION,
  entryPoints: ['functions/entry/lambda.ts'],
  outfile: 'dist/functions/lambda/index.mjs',
  platform: 'node',
  target: 'node20',
  // One of each package, however it is asked for: GraphQL takes no types that another copy of it has made.
  mainFields: ['module', 'main'],
  // Some packages are still CommonJS, and ask for Node's modules by a function that modules do not have.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
await build({
  ...FUNCTION,
  entryPoints: ['functions/entry/worker.ts'],
  outfile: 'dist/functions/worker/index.mjs',
  platform: 'neutral',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['workerd', 'worker', 'browser'],
  // Modules of Node are asked for by code that is left out here; a test sees to it that none remains.
  external: ['node:*'],
  target: 'es2022',
});

await buildGraphiql('dist/functions/graphiql');

if (process.argv.includes('--types')) {
  const { status } = spawnSync('npx', ['tsc', '--project', 'tsconfig.build.json'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
