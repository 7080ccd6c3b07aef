/** What the bucket has wanted of each gateway, one wish after the other, and whether a client follows that only forwards. Pure. */

/** The editions that nodes may be given at one time: the head's, and those that a rollout names. */
export type Wish = ReadonlySet<string>;

/** A wish more, unless it is the last one already. */
export function wished(wishes: readonly Wish[], next: Wish): readonly Wish[] {
  const last = wishes.at(-1);
  return last && last.size === next.size && [...next].every((edition) => last.has(edition))
    ? wishes
    : [...wishes, next];
}

/**
 * The wish that a client is at once it has an edition: the first from where it was that has it. Nothing if there is none:
 * then it went back to what was not wanted again.
 *
 * @param from Where it was before.
 */
export function follow(wishes: readonly Wish[], from: number, edition: string): number | undefined {
  const at = wishes.findIndex((wish, index) => index >= from && wish.has(edition));
  return at < 0 ? undefined : at;
}
