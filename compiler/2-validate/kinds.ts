/** How a document says that it is one of ours. */
import { KINDS } from './generated/kinds.ts';
import type { Kind } from './model.ts';

export const API_VERSION = 'enroute.dev/v1';
export const API_GROUP = 'enroute.dev/';

export { KINDS } from './generated/kinds.ts';

/**
 * An object with something for each kind: whoever needs one of all kinds need not know which there are. TypeScript
 * cannot tell that what is made for a kind is of that kind, so the caller sees to it.
 */
export const perKind = <T extends Readonly<Record<Kind, unknown>>>(make: (kind: Kind) => unknown): T =>
  Object.fromEntries(KINDS.map((kind) => [kind, make(kind)])) as T;
