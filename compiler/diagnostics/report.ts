/** How stages report: they name a code, a place and the parameters of the code, and go on. */
import { compare } from '../compare.ts';
import { entryOf, type Code, type Params } from './catalog.ts';
import type { Entry } from './define.ts';
import type { Diagnostic, Related } from './diagnostic.ts';
import { createLocate, type Located } from './locate.ts';
import type { Location } from './location.ts';

/** Reports one mistake. Unknown codes and missing parameters do not compile. */
export type Report = <C extends Code>(code: C, at: Location, params: Params<C>) => void;

export interface Collector {
  readonly report: Report;
  /**
   * What has been reported so far: sorted by file, place and code, and without repetition, so that the order in which
   * stages work does not show. Lines and columns are found now, which may mean to read texts again.
   */
  readonly diagnostics: () => readonly Diagnostic[];
  /** Whether any report is an error; costs nothing. */
  readonly hasErrors: () => boolean;
}

export const collect = (): Collector => {
  const reported: ((locate: Locate) => Diagnostic)[] = [];
  let errors = 0;
  return {
    report: (code, at, params) => {
      const entry = entryOf(code);
      if (entry.severity === 'error') errors += 1;
      reported.push((locate) => describe(code, entry, at, params, locate));
    },
    diagnostics: () => {
      const locate = createLocate();
      return withoutRepetition(reported.map((one) => one(locate)).sort(byPlace));
    },
    hasErrors: () => errors > 0,
  };
};

type Locate = (location: Location) => Located;

const describe = <P>(code: Code, entry: Entry<P>, at: Location, params: P, locate: Locate): Diagnostic => {
  const help = entry.help?.(params);
  const related = entry.related?.(params) ?? [];
  return {
    code,
    severity: entry.severity,
    message: entry.message(params),
    ...(help === undefined ? {} : { help }),
    ...locate(at),
    ...(related.length === 0
      ? {}
      : { related: related.map((other) => describeRelated(other.message, locate(other.at))) }),
  };
};

const describeRelated = (message: string, place: Located): Related => {
  const { file, line, column, endLine, endColumn, pointer } = place;
  return { message, file, line, column, endLine, endColumn, pointer };
};

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  compare(a.file, b.file) ||
  a.line - b.line ||
  a.column - b.column ||
  compare(a.code, b.code) ||
  compare(a.message, b.message) ||
  compare(a.pointer, b.pointer);

/** What is said twice of the same place (of a value that has aliases, for example) is said once. */
const withoutRepetition = (sorted: readonly Diagnostic[]): readonly Diagnostic[] =>
  sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return before === undefined || !repeats(one, before);
  });

const repeats = (a: Diagnostic, b: Diagnostic) =>
  a.file === b.file &&
  a.line === b.line &&
  a.column === b.column &&
  a.endLine === b.endLine &&
  a.endColumn === b.endColumn &&
  a.code === b.code &&
  a.message === b.message;
