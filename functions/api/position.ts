/** How far somebody has got who follows events: the text to come back with, and what there was then. */
import { textDigest } from '../../compiler/hash.ts';
import type { Look } from './changes.ts';
import { notFound } from './problem.ts';

/** What `Last-Event-ID` looks like; a digest alone is that of the last commit, or zeros before the first. */
export const POSITION_PATTERN = '^[A-Za-z0-9_-]{1,8000}$';

/** Headers have an end: with more gateways than fit, it is not said what was published last of each. */
const MOST_PUBLICATIONS_LENGTH = 4_000;

/** Of rollouts and nodes only whether anything is otherwise: who comes back can read what they are now. */
export function positionOf({ commit, publications, rollouts, nodes }: Look): string {
  const numbers = JSON.stringify([...publications]).length <= MOST_PUBLICATIONS_LENGTH ? [...publications] : null;
  return btoa(JSON.stringify([commit ?? null, hashOf(rollouts), hashOf(nodes), numbers]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** A position, read. What it does not say is as it is when somebody comes back. */
export interface Position {
  /** `null`: none was seen. */
  readonly commit: string | null;
  readonly rollouts?: string;
  readonly nodes?: string;
  /** `null`: it is not known which were seen. */
  readonly publications?: ReadonlyMap<string, number> | null;
}

/** @throws Problem if the text is none that was given here */
export function readPosition(text: string): Position {
  if (/^[0-9a-f]{64}$/.test(text)) return { commit: /^0+$/.test(text) ? null : text };
  const [commit, rollouts, nodes, numbers] = parse(text);
  if (!isCommit(commit) || !isHash(rollouts) || !isHash(nodes) || !(numbers === null || isNumbers(numbers)))
    throw notFound('the "Last-Event-ID" is none that was given here');
  return { commit, rollouts, nodes, publications: numbers && new Map(numbers) };
}

/** What there was when somebody left. */
export function lookAt({ commit, rollouts, nodes, publications }: Position, now: Look): Look {
  const { commit: _commit, ...rest } = now;
  const isSame = (hash: string | undefined, etags: Look['nodes']): boolean =>
    hash === undefined || hash === hashOf(etags);
  return {
    ...rest,
    ...(commit !== null && { commit }),
    publications: publications ?? now.publications,
    rollouts: isSame(rollouts, now.rollouts) ? now.rollouts : new Map(),
    nodes: isSame(nodes, now.nodes) ? now.nodes : new Map(),
  };
}

function parse(position: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(atob(position.replaceAll('-', '+').replaceAll('_', '/')));
    return Array.isArray(value) ? value : [];
  } catch {
    return []; // Whatever it is, it is not one of ours, and is refused as such.
  }
}

const isHash = (value: unknown): value is string => typeof value === 'string';

const isCommit = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));

const isNumbers = (value: unknown): value is readonly (readonly [string, number])[] =>
  Array.isArray(value) &&
  value.every(
    (entry: unknown) =>
      Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && Number.isSafeInteger(entry[1]),
  );

const hashOf = (etags: ReadonlyMap<string, string>): string =>
  textDigest(JSON.stringify([...etags].sort())).slice(0, 16);
