/** Conditions of Enroute's routes → matches. */
import { isPathTemplate } from '../../2-validate/formats/path-template.ts';
import type { MakeRemark } from '../remark.ts';
import { placeOf } from '../source.ts';
import type { WrittenSpec } from '../draft.ts';
import type { EnrouteHeader, EnrouteRoute } from './model.ts';

type RouteRule = NonNullable<WrittenSpec<'Route'>['routes']>[number];
type Match = NonNullable<RouteRule['match']>;
type PathMatch = NonNullable<Match['path']>;

export function matchOf(route: EnrouteRoute, remark: MakeRemark): Match {
  const methods = route.headers.filter(isMethod).map(({ value }) => value);
  const headers = route.headers.filter((header) => !isMethod(header)).map(headerMatch);
  return {
    path: pathOf(route, remark),
    ...(methods.length > 0 && { methods }),
    ...(headers.length > 0 && { headers }),
  };
}

const isMethod = ({ name, condition, value }: EnrouteHeader): boolean =>
  name.toLowerCase() === ':method' && condition === 'exact' && /^[A-Z]+$/.test(value);

function headerMatch({ name, condition, value }: EnrouteHeader): NonNullable<Match['headers']>[number] {
  switch (condition) {
    case 'present':
      return { name, present: true };
    case 'exact':
      return { name, exact: value };
    case 'contains':
      return { name, contains: value };
    case 'notexact':
      return { name, exact: value, invert: true };
    case 'notcontains':
      return { name, contains: value, invert: true };
  }
}

/** Characters that make Enroute take a prefix for an expression. */
const EXPRESSION = /[\^+*[\]%]/;

function pathOf({ prefix, source }: EnrouteRoute, remark: MakeRemark): PathMatch {
  const place = placeOf(source);
  if (!prefix.startsWith('/')) {
    remark('approximated', place, `${JSON.stringify(prefix)} does not begin with a slash, which is added`);
    return pathOf({ ...PATH_ONLY, prefix: `/${prefix}`, source }, remark);
  }
  if (EXPRESSION.test(prefix)) return expressionOf(prefix);
  if (prefix.endsWith('$')) {
    remark('approximated', place, DOLLAR, DOLLAR_HELP);
    return { exact: prefix.slice(0, -1) || '/' };
  }
  if (prefix !== '/' && !prefix.endsWith('/')) remark('approximated', place, SEGMENTS, SEGMENTS_HELP);
  return { prefix };
}

const PATH_ONLY: Omit<EnrouteRoute, 'prefix' | 'source'> = {
  headers: [],
  services: [],
  websockets: false,
  permitInsecure: false,
  filters: [],
  isWithoutAuthorization: false,
};

/** `(?P<id>.*)` for a whole segment, as Enroute's import of OpenAPI writes it, is a variable; Enroute's takes more segments. */
function expressionOf(expression: string): PathMatch {
  const template = expression.replace(/\$$/, '').replaceAll(/\(\?P<(\w+)>\.\*\)/g, '{$1}');
  return !EXPRESSION.test(template) && isPathTemplate(template)
    ? { template }
    : { regex: expression.replace(/^\^/, '').replace(/\$$/, '') };
}

const DOLLAR = 'the "$" at the end is left out, and the path has to be exactly this';
const DOLLAR_HELP = 'Enroute takes it for a character of the path, so that its route is never found';
const SEGMENTS = 'a prefix is whole segments of the path here: "/a" takes "/a" and "/a/b", and no longer "/ab"';
const SEGMENTS_HELP = 'where that is meant, use a regex: "/a.*"';
