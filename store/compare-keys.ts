/** The order of keys in a listing: that of their UTF-8 bytes, which is the order of their code points. */

/** Compares as `Array.prototype.sort` wants it. */
export function compareKeys(a: string, b: string): number {
  const differs = firstDifference(a, b);
  if (differs === undefined) return a.length - b.length;
  return rank(a.charCodeAt(differs)) - rank(b.charCodeAt(differs));
}

function firstDifference(a: string, b: string): number | undefined {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) if (a.charCodeAt(at) !== b.charCodeAt(at)) return at;
  return undefined;
}

/** Surrogates stand for code points above all others, though their code units come before U+E000. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
