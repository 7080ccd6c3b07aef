/** Hashes for names: short, since people read them, and long enough for those of one gateway. */
import { canonicalJson } from '../canonical-json.ts';
import { textDigest } from '../hash.ts';

/** Of plain data, whatever the order of its keys. */
export const shortHash = (value: unknown): string => hashOf(canonicalJson(value));

/** Of a text. */
export const hashOf = (text: string): string => textDigest(text).slice(0, 8);
