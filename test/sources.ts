/** The project's own sources, for tests that read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

export interface Source {
  /** From the project's folder, for example `compiler/3-link/link.ts`. */
  readonly path: string;
  readonly text: string;
  /** The text without its comments. */
  readonly code: string;
}

const FOLDERS = ['schemas', 'compiler', 'store', 'relay', 'functions', 'cli', 'generate', 'bench', 'test'] as const;

const COMMENT = /\/\*[^]*?\*\/|(?<=^|[\s;{}(,])\/\/.*$/gm;

/** Every TypeScript file that is written by hand. */
export const SOURCES: readonly Source[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated/') && !path.includes('node_modules/'))
    .map((path) => join(folder, path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, code: text.replaceAll(COMMENT, '') };
    }),
);

export interface Import {
  readonly from: string;
  /** As written for packages; the project's own modules as a path from its folder. */
  readonly to: string;
  readonly isOwn: boolean;
  /** Nothing of it is left at run time. */
  readonly isOfTypes: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|\n?import\s+'([^']+)'/g;

export const importsOf = ({ path, code }: Source): readonly Import[] =>
  [...code.matchAll(IMPORT)].map(([, type, from = '', lazy = '', bare = '']) => {
    const written = from + lazy + bare;
    const isOwn = written.startsWith('.');
    return { from: path, to: isOwn ? join(path, '..', written) : written, isOwn, isOfTypes: type !== undefined };
  });
