/** Builds dist/: one ES module for each entry of package.json, dependencies left to node_modules, and declarations. */
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

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

if (process.argv.includes('--types')) {
  const { status } = spawnSync('npx', ['tsc', '--project', 'tsconfig.build.json'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
