/** Schemas → the names of the kinds, for whoever needs nothing else of them. */
import type { Schemas } from './load.ts';

const HEADER = `/**
 * The kinds of documents.
 *
 * Generated from schemas/ by \`npm run generate\`. Do not edit.
 */
import type { Kinds } from './types.ts';

`;

export const generateKinds = ({ kinds }: Schemas): string =>
  `${HEADER}export const KINDS: readonly (keyof Kinds)[] = ${JSON.stringify(kinds.toSorted())};\n`;
