/** Operations → routes. */
import type { PathRewrite, RouteRule } from '../../2-validate/generated/types.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { Written } from '../draft.ts';
import { createNames, toName } from '../names.ts';
import type { Api } from './api.ts';
import { inside, settingsAt, type Settings } from './extensions.ts';
import type { Operation } from './operations.ts';
import {
  lookalikesOf,
  pathConditions,
  placeOperation,
  withoutRepetition,
  type Lookalikes,
  type Placed,
  type Taken,
} from './placement.ts';
import { joinSigns } from './requirements.ts';
import { rewritePath } from './rewrite.ts';
import type { Destination } from './upstreams.ts';
import type { FilterUse, Variant } from './variants.ts';

export interface Route {
  readonly rule: Written<RouteRule>;
  readonly placed: Placed;
  readonly comment: string | undefined;
}

/** What the routes have in common. */
export interface Surroundings {
  /** What paths begin with at the gateway, instead of what the description says. */
  readonly basePath: string | undefined;
  /** Filters around all of the routes that let requests through. */
  readonly guards: readonly FilterUse[];
  /** Settings of the whole description; their filters are around all of the routes, too. */
  readonly settings: Settings;
  /** Whether the virtual host says the description's timeout and retries for all routes. */
  readonly defaults: 'of-host' | 'of-route';
  /** What descriptions before this one take. */
  readonly taken: Taken;
  readonly destinationOf: (operation: Operation) => Destination;
  readonly variantsOf: (operation: Operation) => readonly Variant[];
}

/** In the order of the operations. Of two that would take the same requests, the first stays. */
export function routesOf(api: Api, operations: readonly Operation[], surroundings: Surroundings): readonly Route[] {
  const { destinationOf, basePath } = surroundings;
  const all = operations.map((operation) => placeOperation(api, operation, destinationOf(operation), basePath));
  const placed = withoutRepetition(api, all, surroundings.taken);
  const lookalikes = lookalikesOf(placed);
  const takeName = createNames();
  return placed.flatMap((one) => {
    const { method, path, id, isDeprecated } = one.operation;
    const derived = toName(`${method.toLowerCase()}-${path}`);
    const name = id === undefined ? takeName(derived) : takeName(toName(id, derived), derived);
    const own = inside(settingsAt(api, one.operation.item), settingsAt(api, one.operation.source));
    return surroundings.variantsOf(one.operation).map((variant) => ({
      rule: toRule(one, { name, variant, own, lookalikes, ...surroundings }),
      placed: one,
      comment: isDeprecated ? 'Deprecated.' : undefined,
    }));
  });
}

interface RuleContext extends Surroundings {
  readonly name: string;
  readonly variant: Variant;
  readonly own: Settings;
  readonly lookalikes: Lookalikes;
}

function toRule(one: Placed, { name, variant, own, lookalikes, ...around }: RuleContext): Written<RouteRule> {
  const { operation, matcher, destination, base } = one;
  const conditions = joinSigns(
    { headers: pathConditions(one, lookalikes), queryParameters: matcher.query },
    variant.sign,
  );
  const { timeout, retry } = around.defaults === 'of-host' ? own : inside(around.settings, own);
  return {
    name: variant.suffix === undefined ? name : `${name}-${variant.suffix}`,
    match: { path: matcher.path, methods: [operation.method], ...conditions },
    ...filtersOf(variant, own, around),
    forward: {
      ...targetsOf(destination),
      ...rewriteOf(destination, rewritePath(matcher, base, destination.upstreamBase)),
      timeout,
      retry,
    },
  };
}

/** What a route adds to the filters around it, and what it takes away. */
function filtersOf(
  { uses }: Variant,
  own: Settings,
  { guards, settings }: Surroundings,
): Pick<Written<RouteRule>, 'filters' | 'disableFilters'> {
  const around = [...guards, ...settings.filters];
  const isAround = (use: FilterUse): boolean =>
    around.some((other) => other.name === use.name && canonicalJson(other.filter) === canonicalJson(use.filter));
  const filters = [...uses, ...own.filters].filter((use) => !isAround(use)).map(({ filter }) => filter);
  const disabled = [
    ...guards.filter(({ name }) => !uses.some((use) => use.name === name)),
    ...settings.filters.filter(({ name }) => own.disabled.includes(name)),
  ].map(({ name }) => name);
  return { ...(filters.length > 0 && { filters }), ...(disabled.length > 0 && { disableFilters: disabled }) };
}

function targetsOf({ targets }: Destination): Written<RouteRule>['forward'] {
  const [only, another] = targets;
  if (another === undefined) return { upstream: only?.upstream };
  return { upstreams: targets.map(({ upstream, weight }) => ({ upstream, weight })) };
}

/** Requests carry the host of the server that they are sent to: a server with several hosts chooses by it. */
function rewriteOf({ targets }: Destination, path: Written<PathRewrite> | undefined): Written<RouteRule>['forward'] {
  const isNamed = targets.every((target) => target.isNamed);
  if (!isNamed && path === undefined) return {};
  return { rewrite: { path, ...(isNamed && { host: { fromUpstream: true } }) } };
}
