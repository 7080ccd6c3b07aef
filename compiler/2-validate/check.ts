/** A value against a definition of the schemas: its shape, then what the schemas say beyond it. */
import type { Document } from '../1-parse/document.ts';
import { at, atKey } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { complete, type Visitor } from './complete.ts';
import { FORMATS } from './formats.ts';
import type { Validator } from './generated/validators.js';
import type { FoundReference, Kind } from './model.ts';
import { planOf } from './plan.ts';
import { reportProblems } from './problems.ts';

export type WrittenReference = Omit<FoundReference, 'key'>;

export interface Checked<T> {
  /** With defaults filled in. */
  readonly value: T;
  readonly references: readonly WrittenReference[];
}

/**
 * Checks the value of a document; nothing if it is not as the definition says, which has been reported.
 * @param matches the generated validator of the definition
 * @typeParam T the generated type of the definition
 */
export function checkValue<T>(
  document: Document,
  definition: string,
  matches: Validator,
  report: Report,
): Checked<T> | undefined {
  if (!matches(document.value)) {
    reportProblems(document, definition, matches.errors ?? [], report);
    return undefined;
  }
  let sound = true;
  const references: WrittenReference[] = [];
  const visitor = checkingVisitor(document, references, (...args) => {
    sound = false;
    report(...args);
  });
  const value = complete(planOf(definition), document.value, '', visitor);
  // The validator has just proved the shape that the type names.
  return sound ? { value: value as T, references } : undefined;
}

function checkingVisitor(document: Document, references: WrittenReference[], report: Report): Visitor {
  return {
    reference: (kind, text, pointer) => references.push({ kind: kind as Kind, text, pointer }),
    format: (format, value, pointer) => {
      const check = FORMATS.get(format);
      if (!check) throw new Error(`the schemas name a format that does not exist: ${format}`);
      check(value, at(document, pointer), report);
    },
    choice: ({ of, given, most }, pointer) => {
      if (given.length === 0) report('missing-choice', at(document, pointer), { fields: of });
      if (given.length > most)
        report('mutually-exclusive', atKey(document, `${pointer}/${given[1] ?? ''}`), { fields: given });
    },
    duplicate: (items, first, second, pointer) =>
      report('duplicate-item', at(document, `${pointer}/${second}`), { value: items[second], first, second }),
    needless: (field, beside, pointer) => report('needless-field', atKey(document, pointer), { field, beside }),
  };
}
