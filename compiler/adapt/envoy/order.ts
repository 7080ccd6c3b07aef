/** Envoy takes the first route that matches, and so do we, after we have sorted them: whether that is the same. */
import type { RouteMatch } from '../../2-validate/generated/types.ts';
import { comparePrecedence, rankMatch, type RankedMatch } from '../../3-link/route/precedence.ts';
import { resolvePlan, planOf } from '../../2-validate/plan.ts';
import { complete, type Visitor } from '../../2-validate/complete.ts';
import type { WrittenMatch } from './match.ts';

export interface OrderedRoutes {
  /** Places of routes that an earlier one leaves no request. */
  readonly dead: ReadonlySet<number>;
  /** Whether sorting takes a route before an earlier one that could take the same request. */
  readonly isKept: boolean;
}

/** A match, and whether its prefix ends anywhere and not only before a slash. */
export interface MatchInOrder {
  readonly match: WrittenMatch;
  readonly isPlain: boolean;
  /** What each path that it matches begins with, as far as that can be told. */
  readonly beginning: string;
}

export function orderOf(matches: readonly MatchInOrder[]): OrderedRoutes {
  const routes = matches.map((one) => ({ ...one, rank: rankMatch(completed(one.match)) }));
  const dead = new Set<number>();
  let isKept = true;
  for (const [place, later] of routes.entries()) {
    const before = routes.slice(0, place).filter((_, index) => !dead.has(index));
    if (before.some((earlier) => covers(earlier, later))) dead.add(place);
    else if (before.some((earlier) => comparePrecedence(later.rank, earlier.rank) < 0 && mayMeet(earlier, later)))
      isKept = false;
  }
  return { dead, isKept };
}

interface Ranked extends MatchInOrder {
  readonly rank: RankedMatch;
}

/** What was written, with the defaults that the schemas know; the plan is that of the schema, so the type fits. */
const completed = (match: WrittenMatch): RouteMatch =>
  complete(resolvePlan(planOf('RouteMatch'), match), match, '', UNINTERESTED) as RouteMatch;

const UNINTERESTED = {
  reference: () => {},
  format: () => {},
  choice: () => {},
  needless: () => {},
  duplicate: () => {},
} satisfies Visitor;

/** Whether a route takes every request that another would. */
function covers(earlier: Ranked, later: Ranked): boolean {
  if (earlier.rank.text === later.rank.text) return true;
  const { path, ...conditions } = earlier.match;
  const begin = path?.prefix;
  if (begin === undefined || path?.ignoreCase || Object.keys(conditions).length > 0) return false;
  if (begin === '/') return true;
  return earlier.isPlain && beginningOf(later.match)?.startsWith(begin) === true;
}

/** What each path that a route matches begins with, in lower case if its case has no meaning. */
const beginningOf = ({ path }: WrittenMatch): string | undefined =>
  path?.ignoreCase ? undefined : (path?.exact ?? path?.prefix);

/** Whether one request could match both; only what surely cannot be is excluded. */
const mayMeet = (a: MatchInOrder, b: MatchInOrder): boolean =>
  pathsMeet(a, b) && methodsMeet(a.match, b.match) && headersMeet(a.match, b.match);

function pathsMeet({ match: a, beginning: one }: MatchInOrder, { match: b, beginning: other }: MatchInOrder): boolean {
  const [exactly, otherExactly] = [a.path?.exact, b.path?.exact];
  if (a.path?.ignoreCase || b.path?.ignoreCase) return true;
  if (exactly !== undefined && otherExactly !== undefined) return exactly === otherExactly;
  if (exactly !== undefined) return exactly.startsWith(other);
  if (otherExactly !== undefined) return otherExactly.startsWith(one);
  return one.startsWith(other) || other.startsWith(one);
}

const methodsMeet = ({ methods: a }: WrittenMatch, { methods: b }: WrittenMatch): boolean =>
  !a || !b || a.some((method) => b.includes(method));

const headersMeet = ({ headers: a = [] }: WrittenMatch, { headers: b = [] }: WrittenMatch): boolean =>
  !a.some((one) =>
    b.some(
      (other) =>
        one.name === other.name &&
        one.exact !== undefined &&
        other.exact !== undefined &&
        one.exact !== other.exact &&
        !one.invert &&
        !other.invert,
    ),
  );
