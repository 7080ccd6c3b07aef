/**
 * Whose paths are whose on a virtual host that lets Routes attach.
 *
 * A prefix that the host hands over belongs to the Routes that its entry admits: a Route that only a shorter prefix
 * admits keeps out of it, by whatever kind of match. Within what a Route of another namespace is given, paths that the
 * host's own routes name are the host's: no such Route is tried before them. The host's own routes are those of its
 * document, and those that Routes of its namespace attach.
 */
import type { AllowedRoutes, PathMatch } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { perObject } from '../../per-object.ts';
import type { LinkedRoute } from '../graph.ts';
import { mayMeet } from './path-overlap.ts';
import { withoutSlash } from './paths.ts';
import { comparePrecedence } from './precedence.ts';
import { regexStart } from './regex-start.ts';

/** What a Route document may do on a host; the same object as long as both documents are. */
export interface Grant {
  readonly host: Valid<'VirtualHost'>;
  /** The prefixes that its rules may lie below; at least one. */
  readonly prefixes: readonly string[];
  /** Entries that do not admit it, by their place in the host's list. */
  readonly others: readonly (readonly [place: number, entry: AllowedRoutes])[];
}

/** Whether a rule keeps out of what has been handed over to others; reported, if it does not. */
export function isOutsideOthers(route: LinkedRoute, grant: Grant, report: Report): boolean {
  const taken = foreignEntry(grant)(route);
  if (!taken) return true;
  const { host } = grant;
  const [place, { prefix }] = taken;
  report('foreign-prefix', at(route.origin.document, `${route.pointer}/match/path`), {
    host: host.key,
    prefix,
    isLoose: !liesBelow(route.rule.match.path, prefix),
    entry: at(host.document, `/spec/allowedRoutes/${place}`),
  });
  return false;
}

/** The first entry for others that a rule reaches into. */
const foreignEntry = perObject(({ prefixes, others }: Grant) =>
  perObject(({ rule }: LinkedRoute) => {
    const { path } = rule.match;
    const isGiven = (prefix: string) => prefixes.some((own) => lies(own, withoutSlash(prefix)) && liesBelow(path, own));
    return others.find(([, { prefix }]) => reaches(path, prefix) && !isGiven(prefix));
  }),
);

/** Whether the condition may take paths below a prefix from routes there. A shorter prefix is tried after all of them. */
function reaches(path: PathMatch, prefix: string): boolean {
  const isShorter = path.prefix !== undefined && withoutSlash(path.prefix).length < withoutSlash(prefix).length;
  return !isShorter && mayMeet(path, { prefix, ignoreCase: false });
}

/** Whether no rule takes requests from the host's own routes, as {@link ownRoutes} gives them; reported, if one does. */
export function leavesOwnAlone(route: LinkedRoute, { host, prefixes }: Grant, own: OwnRoutes, report: Report): boolean {
  const { path } = route.rule.match;
  const given = prefixes.filter((prefix) => liesBelow(path, prefix)).toSorted((a, b) => b.length - a.length)[0] ?? '/';
  const robbed = own
    .near(path)
    .find(
      ({ rank, rule }) =>
        comparePrecedence(route.rank, rank) < 0 && isWithin(rule.match.path, given) && mayMeet(path, rule.match.path),
    );
  if (!robbed) return true;
  report('shadowing-route', at(route.origin.document, `${route.pointer}/match/path`), {
    host: host.key,
    own: at(robbed.origin.document, robbed.pointer),
  });
  return false;
}

export interface OwnRoutes {
  /** Those that may match a path that the condition matches, and some others. */
  readonly near: (path: PathMatch) => readonly LinkedRoute[];
}

/** The host's own routes by the first segment of their paths, so that few need a closer look. */
export function ownRoutes(routes: readonly LinkedRoute[]): OwnRoutes {
  const bySegment = new Map<string, LinkedRoute[]>();
  for (const route of routes) {
    const segment = firstSegment(route.rule.match.path);
    const list = bySegment.get(segment);
    if (list) list.push(route);
    else bySegment.set(segment, [route]);
  }
  return {
    near: (path) => {
      const segment = firstSegment(path);
      return segment === '' ? routes : [...(bySegment.get(segment) ?? []), ...(bySegment.get('') ?? [])];
    },
  };
}

/** In lower case; empty where it may be any. */
const firstSegment = (path: PathMatch): string =>
  path.regex === undefined ? (/^\/([^/{*]+)(?=\/|$)/.exec(textOf(path))?.[1]?.toLowerCase() ?? '') : '';

const textOf = ({ exact, prefix, template, regex }: PathMatch): string =>
  exact ?? template ?? prefix ?? regexStart(regex ?? '');

/**
 * Whether a rule lies below a prefix, as far as that can be told: a regex does if it begins with the prefix as plain
 * text. Any case is more than the prefix.
 */
export function liesBelow(path: PathMatch, prefix: string): boolean {
  const base = withoutSlash(prefix);
  if (base === '') return true;
  if (path.regex !== undefined) return regexStart(path.regex).startsWith(`${base}/`);
  return !path.ignoreCase && lies(textOf(path), base);
}

/** Whether a condition says more than a prefix does, so that whoever wrote it cares about the paths below. */
function isWithin(path: PathMatch, prefix: string): boolean {
  const base = withoutSlash(prefix);
  const text = path.prefix === undefined ? textOf(path) : withoutSlash(path.prefix);
  return text.length > base.length && lies(text, base);
}

const lies = (text: string, base: string): boolean => text === base || text.startsWith(`${base}/`);
