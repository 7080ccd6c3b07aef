/** Label and field selectors, written as Kubernetes writes them. */
import type { DocumentValue, StoredDocument } from '../../store/index.ts';
import { badRequest } from './problem.ts';

const KEY = '[A-Za-z0-9][-A-Za-z0-9_./]*';
const VALUE = '[-A-Za-z0-9_.]*';
const SET_VALUES = '[-A-Za-z0-9_., ]*';
const LABEL_TERM = ` *(${KEY} +(in|notin) *\\(${SET_VALUES}\\)|${KEY} *(==?|!=) *${VALUE}|!? *${KEY}) *`;
const FIELD_TERM = ' *[^=!,\\s]+ *(==?|!=)[^,]*';
/** What label selectors look like. */
export const LABEL_SELECTOR = `^${LABEL_TERM}(,${LABEL_TERM})*$`;
/** What field selectors look like. */
export const FIELD_SELECTOR = `^${FIELD_TERM}(,${FIELD_TERM})*$`;

export type Select = (document: Pick<StoredDocument, 'id' | 'value'>) => boolean;

/**
 * `team=shop`, `team!=shop`, `team in (shop, search)`, `team notin (a)`, `team`, `!team`, and several with commas.
 *
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 * @throws Problem if it is none
 */
export function parseLabelSelector(text: string): Select {
  const terms = termsOf(text).map((term) => {
    const matches = parseLabelTerm(term);
    if (!matches) throw badRequest(`${JSON.stringify(term)} is no label selector`);
    return matches;
  });
  return ({ value }) => {
    const labels = labelsOf(value);
    return terms.every((matches) => matches(labels));
  };
}

export function labelsOf({ metadata }: DocumentValue): Readonly<Record<string, string>> {
  const labels = isObject(metadata) ? metadata['labels'] : undefined;
  return isObject(labels)
    ? Object.fromEntries(
        Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};
}

/** The fields that a field selector names. */
export const fieldsIn = (text: string): readonly string[] =>
  termsOf(text).flatMap((term) => FIELD.exec(term)?.[1] ?? []);

const FIELD = /^([^=!\s]+)\s*(==?|!=)\s*(.*)$/;

/**
 * `spec.hostnames=shop.example.com`, `metadata.name!=a`, and several with commas. A list matches if one of its items does.
 * @throws Problem if it is none
 */
export function parseFieldSelector(text: string): Select {
  const terms = termsOf(text).map((term) => {
    const found = FIELD.exec(term);
    if (!found) throw badRequest(`${JSON.stringify(term)} is no field selector`);
    const [, path = '', operator, wanted = ''] = found;
    return { steps: path.split('.'), isWanted: operator !== '!=', wanted };
  });
  return (document) =>
    terms.every(({ steps, isWanted, wanted }) => valuesIn(document, steps).includes(wanted) === isWanted);
}

/** A document may leave out its namespace, and is in one all the same. */
const valuesIn = ({ id, value }: Parameters<Select>[0], steps: readonly string[]): readonly string[] =>
  steps.join('.') === 'metadata.namespace' ? [id.namespace] : valuesAt(value, steps);

type LabelTerm = (labels: Readonly<Record<string, string>>) => boolean;

const SET = new RegExp(`^(${KEY}) +(in|notin) *\\((${SET_VALUES})\\)$`);
const EQUALITY = new RegExp(`^(${KEY}) *(==?|!=) *(${VALUE})$`);
const EXISTENCE = new RegExp(`^(!?) *(${KEY})$`);

function parseLabelTerm(term: string): LabelTerm | undefined {
  const set = SET.exec(term);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const wanted = list.split(',').map((item) => item.trim());
    return (labels) => wanted.includes(own(labels, key) ?? '\0') === (operator === 'in');
  }
  const equality = EQUALITY.exec(term);
  if (equality) {
    const [, key = '', operator, wanted] = equality;
    return (labels) => (own(labels, key) === wanted) === (operator !== '!=');
  }
  const existence = EXISTENCE.exec(term);
  if (!existence) return undefined;
  const [, not, key = ''] = existence;
  return (labels) => (own(labels, key) === undefined) === (not === '!');
}

const own = (labels: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined;

/** Commas inside of parentheses do not end a term. */
const termsOf = (text: string): readonly string[] =>
  text
    .split(/,(?![^(]*\))/)
    .map((term) => term.trim())
    .filter((term) => term !== '');

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, step === undefined ? [] : [step, ...rest]));
  if (step === undefined) return typeof value === 'object' || value === undefined ? [] : [String(value)];
  return isObject(value) && Object.hasOwn(value, step) ? valuesAt(value[step], rest) : [];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
