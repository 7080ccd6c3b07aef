/** Names of documents out of whatever others call their things. */
import { textDigest } from '../hash.ts';

/** Filters take 63, and something may be added. */
const LONGEST = 50;

/**
 * Lower-case words with dashes between them, as metadata.name takes them: `getPetById` is `get-pet-by-id`. Text without
 * a usable character gives the name that stands for it. A long name is cut, and told apart by a part of its hash.
 */
export function toName(text: string, otherwise = 'unnamed'): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (words === '') return otherwise;
  return words.length <= LONGEST
    ? words
    : `${words.slice(0, LONGEST - 9).replace(/-+$/, '')}-${textDigest(text).slice(0, 8)}`;
}

/** Gives each name once: the first of these that is free, or else the first with a number after it. */
export type TakeName = (...wishes: readonly [string, ...(readonly string[])]) => string;

export function createNames(): TakeName {
  const taken = new Set<string>();
  return (...wishes) => {
    const [first] = wishes;
    let name = wishes.find((wish) => !taken.has(wish)) ?? first;
    for (let number = 2; taken.has(name); number += 1) name = `${first}-${number}`;
    taken.add(name);
    return name;
  };
}
