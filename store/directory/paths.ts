/**
 * Keys as paths. A segment keeps lower-case letters, digits, "-", "_" and inner dots; every other byte of its UTF-8 is
 * percent-encoded. So no key leads out of the root, none collides with another where a file system ignores case, and
 * none begins with a dot, which marks the store's own files.
 */
import { join } from 'node:path';

/** Stands for a segment that is empty, as in `a//b`. */
const EMPTY = '%';

export const pathOfKey = (root: string, key: string): string => join(root, ...key.split('/').map(nameOfSegment));

export function nameOfSegment(segment: string): string {
  if (segment === '') return EMPTY;
  return [...Buffer.from(segment, 'utf8')].map((byte, index) => nameOfByte(byte, index)).join('');
}

/** The segment that a file or directory name stands for; nothing if no key leads to it. */
export function segmentOfName(name: string): string | undefined {
  if (name === EMPTY) return '';
  const bytes = name.replaceAll(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const segment = Buffer.from(bytes, 'latin1').toString('utf8');
  return nameOfSegment(segment) === name ? segment : undefined;
}

function nameOfByte(byte: number, index: number): string {
  const character = String.fromCharCode(byte);
  const isPlain = index === 0 ? /[a-z0-9_-]/ : /[a-z0-9._-]/;
  return isPlain.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
