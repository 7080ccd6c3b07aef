/** Requirements → the routes that an operation needs, and the filters on each. */
import type { AnyFilter } from '../../2-validate/generated/types.ts';
import type { Written } from '../draft.ts';
import type { Api } from './api.ts';
import { remarkIndistinct, type Requirement, type Way } from './requirements.ts';
import type { Sign } from './carrier.ts';

/** A filter and the name that it has where it applies. */
export interface FilterUse {
  readonly name: string;
  readonly filter: Written<AnyFilter>;
}

/**
 * One route of an operation. Envoy's filters all have to be passed, and so an operation that is open to one credential or
 * another has a route for each, and requests take theirs by what they carry.
 */
export interface Variant {
  /** Ends the route's name; undefined for the route that takes what no other does. */
  readonly suffix: string | undefined;
  readonly sign: Sign;
  readonly uses: readonly FilterUse[];
}

/** Makes the filters of a way. */
export interface Protect {
  (way: Way, whenMissing?: 'deny' | 'allow'): readonly FilterUse[];
}

/** Never none; the last one has no sign. */
export function variantsOf(api: Api, { ways, anonymous }: Requirement, protect: Protect): readonly Variant[] {
  const [only, another] = ways;
  if (only === undefined) return [unsigned([])];
  if (another === undefined && anonymous === 'refused') return [unsigned(protect(only))];
  if (another === undefined && isOptionalToken(only)) return [unsigned(protect(only, 'allow'))];
  const last = anonymous === 'allowed' ? undefined : lastOf(ways);
  const others = ways.filter((way) => way !== last);
  for (const way of others.filter(({ signs }) => signs.length === 0)) remarkIndistinct(api, way);
  return [...others.flatMap((way) => signed(way, protect)), unsigned(last ? protect(last) : [])];
}

const unsigned = (uses: readonly FilterUse[]): Variant => ({ suffix: undefined, sign: {}, uses });

function signed(way: Way, protect: Protect): readonly Variant[] {
  if (way.signs.length === 0) return [];
  const name = way.demands.map(({ scheme }) => scheme.name).join('-');
  const uses = protect(way);
  return way.signs.map((sign, index) => ({ suffix: index === 0 ? name : `${name}-${index + 1}`, sign, uses }));
}

/** The filter itself lets requests without a token pass; but then there are no scopes to look at. */
const isOptionalToken = ({ mode, demands }: Way): boolean =>
  mode === 'any' && demands.every(({ scheme, scopes }) => scheme.kind === 'jwt' && scopes.length === 0);

/** What is asked for if a request shows nothing: a login, which shows nothing ever, or else a token. */
const lastOf = (ways: readonly Way[]): Way | undefined =>
  ways.find(({ signs }) => signs.length === 0) ??
  ways.find(({ demands }) => demands.some(({ scheme }) => scheme.kind === 'jwt')) ??
  ways.at(-1);
