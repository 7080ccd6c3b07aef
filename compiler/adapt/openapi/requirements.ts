/** Security requirements → which filters a request must pass, and how to tell who needs which. */
import { isObject } from '../../2-validate/plan.ts';
import { plainText } from '../../diagnostics/catalog/words.ts';
import { field, items, keyPlaceOf, placeOf, textsOf, entries, type Source } from '../source.ts';
import type { Api } from './api.ts';
import { remarkUnchecked, type Scheme, type Schemes } from './schemes.ts';
import type { Sign } from './carrier.ts';

/** A scheme and the scopes that a requirement asks of it. */
export interface Demand {
  readonly scheme: Scheme;
  readonly scopes: readonly string[];
  readonly source: Source;
}

/** One way to get through. */
export interface Way {
  /**
   * `any`: one of the demands is enough, and they are all of one kind, which one filter can check. `all`: each of them.
   */
  readonly mode: 'any' | 'all';
  readonly demands: readonly Demand[];
  /** What tells that a request means to go this way: all conditions of one of these. None: it cannot be told. */
  readonly signs: readonly Sign[];
}

export interface Requirement {
  readonly ways: readonly Way[];
  /** Whether one may also come without any credentials. */
  readonly anonymous: 'allowed' | 'refused';
}

export const OPEN: Requirement = { ways: [], anonymous: 'allowed' };

/** @param security a list of requirements, of which one has to be met; each is an object whose schemes all have to be */
export function parseRequirement(api: Api, security: Source | undefined, schemes: Schemes): Requirement {
  if (security && !Array.isArray(security.value))
    api.remark('lost', placeOf(security), 'this is no list, so that nothing is checked');
  const alternatives = items(security);
  if (alternatives.length === 0) return OPEN;
  const parsed = alternatives.map((alternative) => parseAlternative(alternative, schemes));
  const demanding = parsed.filter(({ demands }) => demands.length > 0);
  for (const one of parsed) {
    // Where another way is checked, what cannot be checked is no way in; elsewhere the upstream is left to check it.
    const isClosed = demanding.length > 0 && one.demands.length === 0;
    for (const { title, source } of one.unchecked) remarkUnchecked(api, title, source, { isClosed, schemes });
  }
  const anonymous = parsed.some(({ demands, unchecked }) => demands.length + unchecked.length === 0);
  if (demanding.length === 0) return OPEN;
  return { ways: mergeWays(demanding.map(({ demands }) => demands)), anonymous: anonymous ? 'allowed' : 'refused' };
}

interface Alternative {
  readonly demands: readonly Demand[];
  /** Schemes that Envoy cannot check, or that are not there. */
  readonly unchecked: readonly { readonly title: string; readonly source: Source }[];
}

function parseAlternative(alternative: Source, schemes: Schemes): Alternative {
  if (!isObject(alternative.value))
    return { demands: [], unchecked: [{ title: plainText(alternative.value), source: alternative }] };
  const all = entries(alternative).map(([title, source]) => ({ title, source, scheme: schemes.get(title) }));
  return {
    demands: all.flatMap(({ scheme, source }) => (scheme ? [{ scheme, scopes: textsOf(source), source }] : [])),
    unchecked: all.filter(({ scheme }) => scheme === undefined),
  };
}

/** Alternatives of one JWT or one API key each become one way, for one filter checks several of them. */
function mergeWays(alternatives: readonly (readonly Demand[])[]): readonly Way[] {
  const ways: Way[] = [];
  for (const kind of ['api-key', 'jwt'] as const) {
    const members = alternatives.filter((demands) => isOnly(demands, kind)).flat();
    if (members.length > 0) ways.push({ mode: 'any', demands: members, signs: uniqueSigns(members) });
  }
  for (const demands of alternatives) {
    if (isOnly(demands, 'api-key') || isOnly(demands, 'jwt')) continue;
    ways.push({ mode: 'all', demands, signs: jointSigns(demands) });
  }
  return ways;
}

const isOnly = (demands: readonly Demand[], kind: Scheme['kind']): boolean =>
  demands.length === 1 && demands[0]?.scheme.kind === kind;

const uniqueSigns = (demands: readonly Demand[]): readonly Sign[] => [
  ...new Map(demands.flatMap(({ scheme }) => scheme.signs.map((sign) => [JSON.stringify(sign), sign]))).values(),
];

/** Every combination of the signs of all. */
const jointSigns = (demands: readonly Demand[]): readonly Sign[] =>
  demands.reduce<readonly Sign[]>(
    (joint, { scheme }) => joint.flatMap((sign) => scheme.signs.map((other) => joinSigns(sign, other))),
    [{}],
  );

export function joinSigns(a: Sign, b: Sign): Sign {
  const headers = [...(a.headers ?? []), ...(b.headers ?? [])];
  const queryParameters = [...(a.queryParameters ?? []), ...(b.queryParameters ?? [])];
  const cookies = [...(a.cookies ?? []), ...(b.cookies ?? [])];
  return {
    ...(headers.length > 0 && { headers }),
    ...(queryParameters.length > 0 && { queryParameters }),
    ...(cookies.length > 0 && { cookies }),
  };
}

/** Remarks on ways that have no filter, because requests that mean them cannot be told from others. */
export function remarkIndistinct({ remark }: Api, way: Way): void {
  for (const { source, scheme } of way.demands)
    remark(
      'lost',
      keyPlaceOf(source),
      `nobody gets through by ${JSON.stringify(scheme.title)} here: what else is allowed is asked for instead`,
    );
}

export const remarkScopes = ({ remark }: Api, { source, scheme }: Demand): void =>
  remark('lost', placeOf(source), `scopes of ${JSON.stringify(scheme.title)} are not checked: the upstream has to`);

/** `security` of an operation, or of the whole description. */
export const securityOf = (api: Api, operation: Source): Source | undefined =>
  api.reader.field(operation, 'security') ?? field(api.root, 'security');
