/**
 * Which of two routes of a virtual host is tried first: a total order that no order of documents or fields changes.
 *
 * Envoy takes the first route that matches, so the more specific must come first. The table is read from the top: the
 * first line on which two routes differ decides.
 */
import type { PathMatch, RouteMatch } from '../../2-validate/generated/types.ts';
import { compare } from '../../compare.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { withoutSlash } from './paths.ts';

interface Criterion {
  readonly what: string;
  readonly reason: string;
  /** The smaller rank is tried first. */
  readonly rank: (match: RouteMatch) => number;
}

export const PRECEDENCE: readonly Criterion[] = [
  {
    what: 'exact path, then template, then regex, then prefix',
    reason:
      'the fewer paths a condition can match, the earlier; an expression is written to cut something out of a prefix',
    rank: ({ path }) => PATH_KINDS.findIndex((kind) => path[kind] !== undefined),
  },
  {
    what: 'longer path first',
    reason: 'of two prefixes that both match, the longer says more about the request',
    rank: ({ path }) => -lengthOf(path),
  },
  {
    what: 'path in its exact case before any case',
    reason: 'the exact one matches a subset',
    rank: ({ path }) => Number(path.ignoreCase),
  },
  {
    what: 'fewer methods first, any method last',
    reason: 'a list of methods narrows the match',
    rank: ({ methods }) => methods?.length ?? Number.MAX_SAFE_INTEGER,
  },
  {
    what: 'more header conditions first',
    reason: 'each condition narrows the match: canaries by header come before what they are taken from',
    rank: ({ headers }) => -headers.length,
  },
  {
    what: 'more query parameter conditions first',
    reason: 'each condition narrows the match',
    rank: ({ queryParameters }) => -queryParameters.length,
  },
  {
    what: 'more cookie conditions first',
    reason: 'each condition narrows the match',
    rank: ({ cookies }) => -cookies.length,
  },
  {
    what: 'only gRPC before any request',
    reason: 'gRPC requests are some of all',
    rank: ({ grpc }) => Number(!grpc),
  },
  {
    what: 'a condition on the client certificate before none',
    reason: 'the condition narrows the match',
    rank: ({ clientCertificate }) => Number(clientCertificate === undefined),
  },
  {
    what: 'more claim conditions first',
    reason: 'each condition narrows the match',
    rank: ({ claims }) => -claims.length,
  },
  {
    what: 'smaller percentage first, every request last',
    reason: 'what a share leaves must be met by another route, and the number drawn is the same for all of them',
    rank: ({ percentage }) => percentage ?? Number.MAX_SAFE_INTEGER,
  },
];

const PATH_KINDS = ['exact', 'template', 'regex', 'prefix'] as const;

/**
 * Of a template the names of variables do not count: a literal segment must come before any variable in its place, and a
 * variable for one segment before one for all the rest.
 */
const lengthOf = ({ exact, template, regex, prefix }: PathMatch): number => {
  if (template === undefined) return (exact ?? regex ?? withoutSlash(prefix ?? '/')).length;
  const bare = template.replaceAll(/\{[^{}=]*=?([^{}]*)\}/g, (_, pattern: string) => pattern || '*');
  const stars = bare.match(/\*+/g) ?? [];
  return 2 * (bare.length - stars.join('').length) + stars.filter((star) => star === '*').length;
};

/** A match with what the order needs to know worked out once. */
export interface RankedMatch {
  readonly ranks: readonly number[];
  /** The whole match; decides when nothing else does. Equal for matches that take the same requests by the same words. */
  readonly text: string;
}

export const rankMatch = (match: RouteMatch): RankedMatch => ({
  ranks: PRECEDENCE.map(({ rank }) => rank(match)),
  text: canonicalJson(normalized(match)),
});

/** The match in the one way of all that mean the same: the order of conditions has no meaning, nor a slash at the end. */
function normalized({ path, methods = [], headers, queryParameters, cookies, claims, ...others }: RouteMatch): object {
  const { prefix } = path;
  return {
    ...others,
    path: prefix === undefined ? path : { ...path, prefix: withoutSlash(prefix) },
    methods: methods.toSorted(),
    headers: headers.map((header) => canonicalJson({ ...header, name: header.name.toLowerCase() })).toSorted(),
    queryParameters: queryParameters.map(canonicalJson).toSorted(),
    ...(claims.length > 0 && { claims: claims.map(canonicalJson).toSorted() }),
    ...(cookies.length > 0 && { cookies: cookies.map(canonicalJson).toSorted() }),
  };
}

export function comparePrecedence(a: RankedMatch, b: RankedMatch): number {
  const differing = a.ranks.findIndex((rank, index) => rank !== b.ranks[index]);
  return differing === -1 ? compare(a.text, b.text) : (a.ranks[differing] ?? 0) - (b.ranks[differing] ?? 0);
}
