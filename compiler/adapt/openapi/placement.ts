/** Where operations are found, and which of those that look alike takes a request. */
import type { RouteMatch } from '../../2-validate/generated/types.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { Written } from '../draft.ts';
import { groupBy } from '../group.ts';
import { keyPlaceOf } from '../source.ts';
import type { Api } from './api.ts';
import { toMatcher, type Matcher } from './match.ts';
import { narrow } from './narrow.ts';
import type { Operation } from './operations.ts';
import { parsePath } from './path.ts';
import type { Destination } from './upstreams.ts';

/** An operation with the requests that it takes, and where they go. */
export interface Placed {
  readonly operation: Operation;
  readonly matcher: Matcher;
  readonly destination: Destination;
  /** What its path begins with at the gateway. */
  readonly base: string;
}

/** @param basePath what paths begin with at the gateway, instead of what the description says */
export function placeOperation(
  api: Api,
  operation: Operation,
  destination: Destination,
  basePath: string | undefined,
): Placed {
  const pattern = parsePath(operation.path);
  for (const oddity of pattern.oddities) api.remark('approximated', keyPlaceOf(operation.item), oddity);
  const base = basePath ?? destination.describedBase;
  return { operation, matcher: toMatcher(base, pattern, narrow(api, operation, pattern)), destination, base };
}

/** Operations that have been placed, by what tells them apart. */
export type Taken = Map<string, Placed>;

/** Of operations that nothing tells apart, the first; also of those that other descriptions have `taken`. */
export function withoutRepetition({ remark }: Api, placed: readonly Placed[], taken: Taken): readonly Placed[] {
  return placed.filter((one) => {
    const before = taken.get(identityOf(one));
    if (!before) taken.set(identityOf(one), one);
    else
      remark(
        'lost',
        keyPlaceOf(one.operation.source),
        `${one.operation.method} ${before.operation.path} takes all requests for this operation already`,
      );
    return !before;
  });
}

const identityOf = ({ operation, matcher }: Placed): string =>
  canonicalJson([operation.method, shapeOf(matcher), matcher.expression ?? null, matcher.query ?? []]);

/** The path without the names of its variables. */
export const shapeOf = ({ path }: Matcher): string =>
  path.exact ?? path.regex ?? path.template?.replaceAll(/\{[^{}=]*=\*\*\}/g, '**').replaceAll(/\{[^{}]*\}/g, '*') ?? '';

/** Operations of one method whose paths look alike to a template, by that. */
export type Lookalikes = ReadonlyMap<string, readonly Placed[]>;

export const lookalikesOf = (placed: readonly Placed[]): Lookalikes => groupBy(placed, looksOf);

const looksOf = ({ operation, matcher }: Placed): string => `${operation.method} ${shapeOf(matcher)}`;

/**
 * Conditions on the whole path for what a template cannot say. Where templates are equal, each leaves to the more precise
 * ones what is theirs, so that it does not matter which Envoy looks at first.
 */
export function pathConditions(one: Placed, lookalikes: Lookalikes): NonNullable<Written<RouteMatch>['headers']> {
  const { matcher } = one;
  if (matcher.path.template === undefined) return [];
  const preciser = (lookalikes.get(looksOf(one)) ?? []).filter(
    (other) =>
      other !== one &&
      other.matcher.expression !== undefined &&
      (matcher.expression === undefined || other.matcher.literals > matcher.literals),
  );
  return [
    ...(matcher.expression === undefined ? [] : [{ name: ':path', regex: matcher.expression }]),
    ...preciser.map((other) => ({ name: ':path', regex: other.matcher.expression, invert: true })),
  ];
}
