/**
 * Sorts items most of which have been sorted before: what is in order already takes one comparison an item.
 *
 * @param before what this gave for the same order at any time, or nothing: it changes only how long sorting takes.
 * @param order a total order
 * @returns `before` itself if its items are still the same.
 */
export function sortAgain<T extends object>(
  items: readonly T[],
  before: readonly T[],
  order: (a: T, b: T) => number,
): readonly T[] {
  const rest = new Set(items);
  const kept = before.filter((item) => rest.delete(item));
  if (kept.length === before.length && rest.size === 0) return before;
  return [...kept, ...rest].sort(order);
}
