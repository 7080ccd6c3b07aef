/**
 * Every diagnostic that the compiler can report. The key is its code: documented, stable, greppable.
 *
 * To add one: an object literal in the file of its stage in `catalog/`, a folder `fixtures/errors/<code>` with documents
 * that trigger it, and `npm run generate` for the reference page.
 */
import { FORMAT } from './catalog/format.ts';
import { LINK } from './catalog/link.ts';
import { LISTENERS } from './catalog/listeners.ts';
import { LOWER } from './catalog/lower.ts';
import { PARSE } from './catalog/parse.ts';
import { PATCHES } from './catalog/patches.ts';
import { ROUTES } from './catalog/routes.ts';
import { RULES } from './catalog/rules.ts';
import { SCHEMA } from './catalog/schema.ts';
import { UPSTREAMS } from './catalog/upstreams.ts';
import type { Entry } from './define.ts';

export const CATALOG = {
  ...PARSE,
  ...SCHEMA,
  ...FORMAT,
  ...LINK,
  ...LISTENERS,
  ...RULES,
  ...ROUTES,
  ...UPSTREAMS,
  ...LOWER,
  ...PATCHES,
};

/** For example `unknown-field`. */
export type Code = keyof typeof CATALOG;

/** What a stage must say to report a code. */
export type Params<C extends Code> = ParamsByCode[C];

type ParamsByCode = { [C in Code]: (typeof CATALOG)[C] extends Entry<infer P> ? P : never };

/** The entry of a code, with its parameters tied to it. */
export const entryOf = <C extends Code>(code: C): Entry<Params<C>> => {
  const entries: { readonly [C in Code]: Entry<ParamsByCode[C]> } = CATALOG;
  return entries[code];
};

/** Whether text from a user, such as the argument of `enroutectl explain`, is a code. */
export const isCode = (text: string): text is Code => Object.hasOwn(CATALOG, text);
