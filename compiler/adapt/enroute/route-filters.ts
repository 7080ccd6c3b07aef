/** Enroute's route filters that are no filters here, but a part of the route or of its Upstreams. */
import type { MakeRemark } from '../remark.ts';
import { placeOf, type Source } from '../source.ts';
import type { Conversion } from './context.ts';
import { durationOf } from './durations.ts';
import { fieldsOf, type Fields, MOST_PORT } from './fields.ts';
import type { Filters } from './filters.ts';
import type { EnrouteRoute } from './model.ts';
import type { RouteRule } from './routes.ts';
import type { UpstreamSettings } from './upstreams.ts';

/** A redirect or an answer of the gateway's own, which needs no service. */
export function actionOf(
  route: EnrouteRoute,
  filters: Filters,
  { remark }: Conversion,
): Pick<RouteRule, 'redirect' | 'respond'> | undefined {
  const redirect = filters.configuration(route, 'route_filter_redirect');
  if (redirect) return { redirect: redirectOf(redirect, remark) };
  const answer =
    filters.configuration(route, 'route_filter_directresponse') ??
    filters.configuration(route, 'route_filter_directreponse');
  if (!answer) return undefined;
  const fields = fieldsOf(answer, remark);
  const statusCode = fields.number('response_code');
  fields.rest();
  if (statusCode === undefined)
    remark(
      'approximated',
      placeOf(answer),
      'an answer without response_code is 200 here; Envoy refuses it from Enroute',
    );
  return { respond: { statusCode: statusCode ?? 200 } };
}

const REDIRECTS = [301, 302, 303, 307, 308] as const;

function redirectOf(source: Source, remark: MakeRemark): NonNullable<RouteRule['redirect']> {
  const fields = fieldsOf(source, remark);
  const scheme = fields.text('scheme_redirect');
  const hostname = fields.text('host_redirect');
  const port = fields.number('port_redirect', MOST_PORT);
  const path = redirectPath(fields);
  const code = fields.number('response_code');
  const stripQuery = fields.isTrue('strip_query');
  fields.rest();
  return {
    ...((scheme === 'http' || scheme === 'https') && { scheme }),
    ...(hostname !== undefined && { hostname }),
    ...(port !== undefined && port > 0 && { port }),
    ...(path && { path }),
    statusCode: REDIRECTS.find((known) => known === code) ?? 301,
    ...(stripQuery && { stripQuery }),
  };
}

function redirectPath(fields: Fields): NonNullable<RouteRule['redirect']>['path'] {
  const [full, prefix] = [fields.path('path_redirect'), fields.path('prefix_rewrite')];
  if (prefix !== undefined) return { prefix };
  return full === undefined ? undefined : { full };
}

/** What several Upstreams of a route get all alike. */
export function settingsOf(route: EnrouteRoute, filters: Filters, { remark }: Conversion): UpstreamSettings {
  const breakers = filters.configuration(route, 'route_filter_circuitbreakers');
  const detection = filters.configuration(route, 'route_filter_outlierdetection');
  const connectTimeout = durationOf(route.connectTimeout, remark);
  const connectionIdleTimeout = durationOf(route.connectionIdleTimeout, remark);
  return {
    ...(connectTimeout !== undefined && connectTimeout !== '0s' && { connectTimeout }),
    ...(connectionIdleTimeout !== undefined && { connectionIdleTimeout }),
    ...(breakers && { circuitBreakers: circuitBreakersOf(breakers, remark) }),
    ...(detection && { outlierDetection: outlierDetectionOf(detection, remark) }),
  };
}

function circuitBreakersOf(source: Source, remark: MakeRemark): UpstreamSettings['circuitBreakers'] {
  const fields = fieldsOf(source, remark);
  const limits = {
    maximumConnections: fields.number('max_connections'),
    maximumPendingRequests: fields.number('max_pending_requests'),
    maximumRequests: fields.number('max_requests'),
    maximumRetries: fields.number('max_retries'),
  };
  fields.rest();
  // Nought is nothing said.
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined && limit > 0));
}

function outlierDetectionOf(source: Source, remark: MakeRemark): UpstreamSettings['outlierDetection'] {
  const fields = fieldsOf(source, remark);
  const consecutive5xx = fields.number('consecutive_5xx');
  const consecutiveGatewayErrors = fields.number('consecutive_gateway_failure');
  for (const share of ['enforcing_consecutive_5xx', 'enforcing_consecutive_gateway_failure']) {
    const percentage = fields.number(share);
    if (percentage !== undefined && percentage > 0 && percentage < 100)
      remark('approximated', placeOf(source), `${share} is 100 here: each endpoint that is found is left out`);
  }
  fields.rest();
  return {
    ...(consecutive5xx !== undefined && consecutive5xx > 0 && { consecutive5xx }),
    ...(consecutiveGatewayErrors !== undefined && consecutiveGatewayErrors > 0 && { consecutiveGatewayErrors }),
  };
}
