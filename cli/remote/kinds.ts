/** Kinds of documents as people type them. */
import { Argument } from 'commander';
import { KINDS } from '../../compiler/2-validate/kinds.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';
import { closest } from '../../compiler/diagnostics/closest.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';

/** `virtualhosts`, as the API's paths have it. */
export const resourceOf = (kind: Kind): string => `${kind}${kind.endsWith('ch') ? 'es' : 's'}`.toLowerCase();

/** What people call a kind, in lower case. */
export const SPELLINGS: ReadonlyMap<string, Kind> = new Map(
  KINDS.flatMap((kind) => [
    [kind.toLowerCase(), kind],
    [resourceOf(kind), kind],
  ]),
);

export const RESOURCES: readonly string[] = KINDS.map(resourceOf);

/** Reads `Route`, `route` or `routes`, for commander. @throws Failure if it is no kind */
export function readKind(text: string): Kind {
  const kind = SPELLINGS.get(text.toLowerCase());
  if (kind) return kind;
  const [before = '', ...name] = text.split('/');
  if (name.length > 0 && SPELLINGS.has(before.toLowerCase()))
    throw noSuchKind(text, `say "${before} ${name.join('/')}"`);
  const guess = closest(text.toLowerCase(), RESOURCES) ?? closest(text.toLowerCase(), SPELLINGS.keys());
  throw noSuchKind(text, guess === undefined ? `the kinds are ${RESOURCES.join(', ')}` : `did you mean "${guess}"?`);
}

const noSuchKind = (text: string, help: string): Failure =>
  new Failure(`there is no kind ${JSON.stringify(text)}`, { exit: EXIT.usage, help });

export const kindArgument = (presence: 'required' | 'optional' = 'required'): Argument =>
  new Argument(
    presence === 'required' ? '<kind>' : '[kind]',
    `the kind of document: ${RESOURCES.join(', ')}`,
  ).argParser(readKind);
