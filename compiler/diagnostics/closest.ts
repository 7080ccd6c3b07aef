/** "Did you mean": the known name that a wrong one was most likely meant to be. */
import { distance } from 'fastest-levenshtein';

/**
 * The nearest known name, or undefined when none is near. Upper and lower case, `-` and `_` do not count, so that
 * `timeout_ms` finds `timeoutMs`. Of several equally near the first in code point order is taken, whatever the order
 * of `known`.
 */
export const closest = (name: string, known: Iterable<string>): string | undefined => {
  const wanted = plain(name);
  let best: { readonly name: string; readonly edits: number } | undefined;
  for (const candidate of known) {
    const edits = editsBetween(wanted, plain(candidate));
    if (edits > tolerance(wanted)) continue;
    if (!best || edits < best.edits || (edits === best.edits && candidate < best.name))
      best = { name: candidate, edits };
  }
  return best?.name;
};

const plain = (name: string) => name.toLowerCase().replaceAll(/[-_]/g, '');

/** How many edits still count as a slip of the fingers: two of five letters. */
const tolerance = (name: string) => Math.max(1, Math.min(4, Math.floor(name.length * 0.4)));

/** A lower bound first: names whose lengths differ too much are never near, and need no table. */
const editsBetween = (a: string, b: string) => {
  const difference = Math.abs(a.length - b.length);
  if (difference > tolerance(a)) return difference;
  return isSwapped(a, b) ? 1 : distance(a, b);
};

/** Whether two neighbours have changed places, which is one slip though it is two edits: `dmeo` for `demo`. */
function isSwapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [first = '', second = ''] = [a[at], a[at + 1]];
  return second !== '' && b === `${a.slice(0, at)}${second}${first}${a.slice(at + 2)}`;
}
