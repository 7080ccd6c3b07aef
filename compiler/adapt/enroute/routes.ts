/** Routes → rules. */
import type { WrittenSpec } from '../draft.ts';
import { placeOf } from '../source.ts';
import type { Conversion } from './context.ts';
import { durationOf } from './durations.ts';
import type { Filters } from './filters.ts';
import { matchOf } from './matches.ts';
import type { EnrouteRetry, EnrouteRoute, EnrouteService } from './model.ts';
import { actionOf, settingsOf } from './route-filters.ts';
import { isSticky, type Upstreams } from './upstreams.ts';
import { toName } from '../names.ts';
import { readRetryOn } from '../retry-conditions.ts';

export type RouteRule = NonNullable<WrittenSpec<'Route'>['routes']>[number];
type Forward = NonNullable<RouteRule['forward']>;

export interface RouteContext {
  readonly conversion: Conversion;
  readonly upstreams: Upstreams;
  readonly filters: Filters;
  /** The namespace of the document that holds the rule. */
  readonly namespace: string;
}

/** Nothing for a route that Enroute would not serve either. */
export function ruleOf(route: EnrouteRoute, context: RouteContext): RouteRule | undefined {
  const { conversion, filters, namespace } = context;
  const action = actionOf(route, filters, conversion) ?? forwardOf(route, context);
  if (!action) {
    conversion.remark('lost', placeOf(route.source), 'a route without a service, redirect or answer is left out');
    return undefined;
  }
  const used = filters.attach(route.filters, namespace, 'route');
  const disabled = route.isWithoutAuthorization ? filters.globalAuthorization() : [];
  return {
    ...(route.name !== undefined && { name: toName(route.name) }),
    match: matchOf(route, conversion.remark),
    ...(used.length > 0 && { filters: used }),
    ...(disabled.length > 0 && { disableFilters: disabled }),
    ...action,
  };
}

function forwardOf(route: EnrouteRoute, context: RouteContext): Pick<RouteRule, 'forward'> | undefined {
  const { conversion, filters } = context;
  if (route.services.length === 0) return undefined;
  const { remark } = conversion;
  const timeout = durationOf(route.timeout, remark);
  const idleTimeout = durationOf(route.idleTimeout, remark);
  const host = filters.hostRewrite(route);
  return {
    forward: {
      ...destinationOf(route, context),
      ...((route.prefixRewrite !== undefined || host) && {
        rewrite: {
          ...(route.prefixRewrite !== undefined && { path: { prefix: route.prefixRewrite } }),
          ...(host && { host }),
        },
      }),
      ...(timeout !== undefined && { timeout }),
      ...(idleTimeout !== undefined && { idleTimeout }),
      ...(route.retry && { retry: retryOf(route.retry, conversion) }),
      ...(route.services.some(isSticky) && { hashOn: [AFFINITY] }),
    },
  };
}

/** Contour's cookie, which Enroute kept: one for the session of the browser. */
const AFFINITY = { cookie: { name: 'X-Contour-Session-Affinity', ttl: '0s', path: '/' } } as const;

function destinationOf(
  route: EnrouteRoute,
  { upstreams, filters, namespace, conversion }: RouteContext,
): Pick<Forward, 'upstream' | 'upstreams'> {
  const settings = settingsOf(route, filters, conversion);
  const name = (service: EnrouteService) => upstreams.reference(service, settings, namespace);
  const [only, ...others] = route.services;
  if (only && others.length === 0) return { upstream: name(only) };
  const weights = new Map<string, number>();
  const hasWeights = route.services.some(({ weight = 0 }) => weight > 0);
  for (const service of route.services) {
    const upstream = name(service);
    weights.set(upstream, (weights.get(upstream) ?? 0) + (hasWeights ? (service.weight ?? 0) : 1));
  }
  return { upstreams: [...weights].map(([upstream, weight]) => ({ upstream, weight })) };
}

function retryOf(
  { count, on, perTryTimeout, statusCodes, source }: EnrouteRetry,
  { remark }: Conversion,
): Forward['retry'] {
  const timeout = durationOf(perTryTimeout, remark);
  const wanted = readRetryOn(on ?? '5xx');
  if (on !== undefined && on !== '5xx') remark('approximated', placeOf(source), RETRY_ON);
  // The status codes come with this word, and are a field of their own.
  const unknown = wanted.unknown.filter((word) => word !== 'retriable-status-codes');
  if (unknown.length > 0) remark('lost', placeOf(source), `no condition of retryOn: ${unknown.join(', ')}`);
  return {
    attempts: count,
    on: wanted.on.length > 0 ? wanted.on : ['5xx'],
    ...(statusCodes.length > 0 && { statusCodes }),
    ...(timeout !== undefined && { perTryTimeout: timeout }),
  };
}

const RETRY_ON = 'retryOn is in force now; Enroute always retries on 5xx';
