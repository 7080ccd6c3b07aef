/** JWT and external authorisation, which Enroute configures and its free edition does not have. */
import { isHttpUri } from '../../2-validate/formats/name.ts';
import { placeOf, textOf, type Source } from '../source.ts';
import { toName } from '../names.ts';
import { durationOf } from './durations.ts';
import { fieldsOf, type Fields, MOST_PORT } from './fields.ts';
import type { FilterContext, FilterSpec } from './filter-types.ts';
import type { EnrouteFilter } from './model.ts';
import { parsedText } from './parsed-text.ts';
import { destination } from './upstreams.ts';

const URL = /^(https?):\/\/(\[[^\]]+\]|[^/:?#]+)(?::(\d+))?/i;

export function jwt(config: Source, filter: EnrouteFilter, { conversion, upstreams }: FilterContext) {
  const { remark } = conversion;
  const fields = fieldsOf(parsedText(config, remark), remark);
  const uri = fields.take('jwks_uri');
  const address = textOf(uri) ?? '';
  const [, scheme = '', host = '', port] = URL.exec(address) ?? [];
  const name = fields.text('name') ?? filter.name;
  const [issuer, audience] = [fields.text('issuer'), fields.text('audience')];
  const header = fields.text('jwt_forward_header_name');
  for (const ignored of ['jwt_service_name', 'jwt_service_port']) fields.take(ignored);
  const prefixes = fields.list('route').flatMap((route) => fieldsOf(route, remark).text('prefix') ?? []);
  fields.rest();
  if (!uri || host === '' || !isHttpUri(address)) {
    remark('lost', placeOf(config), 'a JWT filter without an address of keys is left out');
    return undefined;
  }
  if (prefixes.some((prefix) => prefix !== '/'))
    remark(
      'approximated',
      placeOf(config),
      'tokens are asked for on the whole host, not below some prefixes only',
      JWT_HELP,
    );
  const isSecure = scheme.toLowerCase() === 'https';
  const upstream = upstreams.ofAddress(toName(host), filter.namespace, {
    ...destination(host, Number(port ?? (isSecure ? 443 : 80)), uri, conversion),
    ...(isSecure && { tls: { validation: { system: true } } }),
  });
  return {
    type: 'jwt',
    providers: [
      {
        name: toName(name),
        ...(issuer !== undefined && { issuer }),
        ...(audience !== undefined && { audiences: audience.split(',').map((one) => one.trim()) }),
        jwks: { remote: { uri: address, upstream } },
        ...(header !== undefined && { forwardPayloadHeader: header }),
      },
    ],
  } satisfies FilterSpec;
}

const JWT_HELP = 'disable the filter where no token is needed: disableFilters';

export function externalAuthorization(
  config: Source,
  filter: EnrouteFilter,
  { conversion, upstreams }: FilterContext,
): FilterSpec | undefined {
  const { remark } = conversion;
  const fields = fieldsOf(parsedText(config, remark), remark);
  const asked = serviceOf(fields, filter);
  const protocol = fields.text('auth_service_proto')?.toLowerCase() === 'http' ? 'http' : 'grpc';
  const timeout = durationOf(fields.take('timeout'), remark);
  const [size, status] = [fields.number('body_max_bytes'), fields.number('status_on_error')];
  const isPartial = fields.isTrue('body_allow_partial');
  const mayFail = fields.isTrue('failure_mode_allow');
  const pathPrefix = fields.text('path_prefix');
  const headers = (name: string) => fields.list(name).flatMap((header) => textOf(header) ?? []);
  const [requestHeaders, upstreamHeaders] = [
    headers('allowed_request_headers'),
    headers('allowed_authorization_headers'),
  ];
  fields.take('pack_raw_bytes');
  fields.rest();
  if (!asked) {
    remark('lost', placeOf(config), 'external authorization without a service is left out');
    return undefined;
  }
  const upstream = upstreams.ofAddress(toName(asked.name), filter.namespace, {
    ...destination(asked.address, asked.port, config, conversion),
    ...(protocol === 'grpc' && { protocol: 'http2' as const }),
  });
  return {
    type: 'external-authorization',
    ...(protocol === 'grpc'
      ? { grpc: { upstream } }
      : {
          http: {
            upstream,
            ...(pathPrefix?.startsWith('/') && { pathPrefix }),
            ...(requestHeaders.length > 0 && { requestHeaders }),
            ...(upstreamHeaders.length > 0 && { upstreamHeaders }),
          },
        }),
    ...(timeout !== undefined && { timeout }),
    ...(mayFail && { whenUnavailable: 'allow' as const }),
    ...(isErrorStatus(status) && { statusWhenUnavailable: status }),
    ...(size !== undefined &&
      size > 0 && { includeBody: { maximumSize: size, ...(isPartial && { whenLarger: 'truncate' as const }) } }),
  };
}

type ErrorStatus = NonNullable<(FilterSpec & { readonly type: 'external-authorization' })['statusWhenUnavailable']>;

const isErrorStatus = (status: number | undefined): status is ErrorStatus =>
  status !== undefined && [401, 403, 429, 500, 502, 503, 504].includes(status);

interface Asked {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** `url` names the service as `http://namespace.service:port`; else it stands in fields, or beside the configuration. */
function serviceOf(fields: Fields, { namespace, service }: EnrouteFilter): Asked | undefined {
  const [url, name, port] = [
    fields.text('url'),
    fields.text('auth_service'),
    fields.number('auth_service_port', MOST_PORT),
  ];
  const [, , host, urlPort] = URL.exec(url ?? '') ?? [];
  const inCluster = (one: string, space: string) => `${one}.${space}.svc.cluster.local`;
  if (host !== undefined) {
    const [space = namespace, found] = host.split('.');
    const whole = found === undefined ? inCluster(space, namespace) : inCluster(found, space);
    return { name: found ?? space, address: whole, port: Number(urlPort ?? 80) };
  }
  if (name !== undefined) return { name, address: inCluster(name, namespace), port: port ?? 80 };
  return service && { name: service.name, address: inCluster(service.name, namespace), port: service.port };
}
