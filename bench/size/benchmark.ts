/** How large the compiler is where it must be downloaded before it runs: in a Worker, or in a browser. */
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { number, table, type Column } from '../table.ts';

interface Row {
  readonly what: string;
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** What is bundled, each with all that it needs. */
const ENTRIES = [
  ['compiler, with all filters', 'compiler/index.ts'],
  ['functions', 'functions/index.ts'],
] as const;

/** Measures, and returns a section in Markdown. */
export async function benchmarkSize(): Promise<string> {
  const rows = await Promise.all(ENTRIES.map(([what, path]) => bundleSizes(what, path)));
  return `## Size

Bundled for the edge and minified, with every package it needs. Target of the compiler, compressed: 1,000 kB.

${table(COLUMNS, rows)}
`;
}

async function bundleSizes(what: string, path: string): Promise<Row> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../..', path)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['worker'],
    external: ['node:*'],
    target: 'es2022',
    logLevel: 'warning',
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { what, minified: bytes.length, gzip: gzipSync(bytes).length, brotli: brotliCompressSync(bytes).length };
}

const kilobytes = (title: 'minified' | 'gzip' | 'brotli'): Column<Row> => ({
  title: `${title} kB`,
  cell: (row) => number(row[title] / 1000),
});

const COLUMNS: readonly Column<Row>[] = [
  { title: 'what', cell: ({ what }) => what },
  kilobytes('minified'),
  kilobytes('gzip'),
  kilobytes('brotli'),
];
