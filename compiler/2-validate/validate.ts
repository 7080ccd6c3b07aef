/** Stage 2: documents → typed model. */
import type { Document } from '../1-parse/document.ts';
import { compare } from '../compare.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import { sortAgain } from '../sort-again.ts';
import { checkValue } from './check.ts';
import { API_GROUP, API_VERSION, KINDS, perKind } from './kinds.ts';
import type { Kinds } from './generated/types.ts';
import * as VALIDATORS from './generated/validators.js';
import { declaredBy } from './declared.ts';
import { keyOf, type Declared, type Documents, type Kind, type Model, type Valid } from './model.ts';
import { childOf, isObject } from './plan.ts';

export interface ValidateMemo {
  /** Valid documents by the identity of their values: what has not changed is not checked again. */
  readonly documents: WeakMap<object, Valid>;
  /** The documents of each kind as they were sorted the last time. */
  readonly sorted: Map<Kind, readonly Valid[]>;
}

export const createValidateMemo = (): ValidateMemo => ({ documents: new WeakMap(), sorted: new Map() });

/**
 * Keeps the documents that match their schemas, with defaults filled in.
 *
 * What is wrong with the others is reported here and nowhere else: they are left out, and later stages never check a
 * shape again.
 *
 * @param memo gives the very same valid document for the same document as the last time
 */
export function validate(documents: readonly Document[], report: Report, memo = createValidateMemo()): Model {
  const valid: Valid[] = [];
  const broken: Declared[] = [];
  for (const document of documents) {
    const checked = validateDocument(document, report, memo);
    if (checked) valid.push(checked);
    else broken.push(...declaredBy(document.value));
  }
  const sorted = <K extends Kind>(kind: K): readonly Valid<K>[] => {
    const ofKind = valid.filter((one) => isOfKind(one, kind));
    const before = (memo.sorted.get(kind) ?? []).filter((one) => isOfKind(one, kind));
    const now = sortAgain(ofKind, before, byKey);
    memo.sorted.set(kind, now);
    return now;
  };
  return { documents: perKind<Documents>(sorted), broken };
}

const isOfKind = <K extends Kind>(one: Valid, kind: K): one is Valid<K> => one.kind === kind;

/** By key, then by place, so that which of two duplicates counts as the first depends on no order of files. */
const byKey = (a: Valid, b: Valid): number =>
  compare(a.key, b.key) ||
  compare(a.document.file.path, b.document.file.path) ||
  a.document.index - b.document.index ||
  compare(a.document.root, b.document.root);

function validateDocument(document: Document, report: Report, memo: ValidateMemo): Valid | undefined {
  const { value } = document;
  if (value === undefined) return undefined;
  const known = isObject(value) ? memo.documents.get(value) : undefined;
  if (known?.document === document) return known;
  const valid = known ? { ...known, document } : checkDocument(document, report);
  if (valid && isObject(value)) memo.documents.set(value, valid);
  return valid;
}

function checkDocument(document: Document, report: Report): Valid | undefined {
  const kind = kindOf(document, report);
  const checked = kind && checkValue<Kinds[Kind]>(document, kind, VALIDATORS[kind], report);
  if (!checked) return undefined;
  const { name, namespace } = checked.value.metadata;
  const references = checked.references.map((found) => ({ ...found, key: keyOf(found.text, namespace) }));
  return { kind, name, namespace, key: `${namespace}/${name}`, document, value: checked.value, references };
}

function kindOf(document: Document, report: Report): Kind | undefined {
  const apiVersion = childOf(document.value, 'apiVersion');
  const kind = childOf(document.value, 'kind');
  if (typeof apiVersion !== 'string' || !apiVersion.startsWith(API_GROUP)) {
    report('not-a-gateway-document', at(document), { apiVersion, kind });
  } else if (apiVersion !== API_VERSION) {
    report('unknown-api-version', at(document, '/apiVersion'), { apiVersion, known: [API_VERSION] });
  } else {
    const known = KINDS.find((name) => name === kind);
    if (known) return known;
    if (kind === undefined) report('missing-field', at(document), { field: 'kind' });
    else report('unknown-kind', at(document, '/kind'), { kind, known: KINDS });
  }
  return undefined;
}
