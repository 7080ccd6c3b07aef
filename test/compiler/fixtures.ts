/** The folders of `fixtures/cases` and `fixtures/filters`: documents, and in `out/` what they compile to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDocumentFile, type SourceFile } from '../../compiler/index.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

export interface Fixture {
  /** For example `cases/minimal` or `filters/cors/one-origin`. */
  readonly name: string;
  /** The folder of the golden files. */
  readonly out: string;
  readonly files: readonly SourceFile[];
}

const isFolder = (path: string): boolean => existsSync(join(path, '.'));

const foldersIn = (path: string): readonly string[] =>
  readdirSync(join(FIXTURES, path))
    .map((name) => `${path}/${name}`)
    .filter((name) => isFolder(join(FIXTURES, name)))
    .sort();

/** The documents of a folder under `fixtures/`, by the names of their files. */
export const readFiles = (folder: string): readonly SourceFile[] =>
  readdirSync(join(FIXTURES, folder))
    .filter(isDocumentFile)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(FIXTURES, folder, path), 'utf8') }));

const readFixture = (name: string): Fixture => ({ name, out: join(FIXTURES, name, 'out'), files: readFiles(name) });

export const CASES: readonly Fixture[] = foldersIn('cases').map(readFixture);

export const FILTER_CASES: readonly Fixture[] = foldersIn('filters').flatMap(foldersIn).map(readFixture);

/** The golden files that a fixture has, as paths below its `out/`. */
export const goldenFiles = ({ out }: Fixture): readonly string[] =>
  existsSync(out)
    ? readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(out, join(entry.parentPath, entry.name)))
    : [];
