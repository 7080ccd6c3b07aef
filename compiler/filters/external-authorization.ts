import type { ExternalAuthorization, HttpAuthorization } from '../2-validate/generated/types.ts';
import { grpcService } from '../4-lower/grpc-service.ts';
import { bytes, duration } from '../4-lower/quantities.ts';
import { STATUS_NAMES } from '../4-lower/status-code.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type ExtAuthz = Messages['envoy.extensions.filters.http.ext_authz.v3.ExtAuthz'];
type HttpService = Messages['envoy.extensions.filters.http.ext_authz.v3.HttpService'];
type Headers = Messages['envoy.type.matcher.v3.ListStringMatcher'];

/** Source: envoy/extensions/filters/http/ext_authz/v3/ext_authz.proto */
export default defineFilter('external-authorization', {
  phase: 'authentication',
  envoyFilter: 'envoy.filters.http.ext_authz',
  mergesLevels: true,
  lower: (configuration, context) => {
    const { whenUnavailable, statusWhenUnavailable, includeBody, recomputeRoute, context: extensions } = configuration;
    if (configuration.http && includeBody?.as === 'bytes')
      context.report('needless-field', '/includeBody/as', { field: 'as', beside: 'http' });
    return {
      chain: any('envoy.extensions.filters.http.ext_authz.v3.ExtAuthz', {
        transport_api_version: 'V3',
        ...service(configuration, context),
        failure_mode_allow: whenUnavailable === 'allow',
        status_on_error: { code: STATUS_NAMES[statusWhenUnavailable] },
        ...(includeBody && {
          with_request_body: {
            max_request_bytes: bytes(includeBody.maximumSize),
            allow_partial_message: includeBody.whenLarger === 'truncate',
            ...(includeBody.as === 'bytes' && { pack_as_bytes: true }),
          },
        }),
        ...(recomputeRoute && { clear_route_cache: true }),
      }),
      ...(Object.keys(extensions).length > 0 && {
        perRoute: any('envoy.extensions.filters.http.ext_authz.v3.ExtAuthzPerRoute', {
          check_settings: { context_extensions: extensions },
        }),
      }),
    };
  },
});

function service({ grpc, http, timeout }: ExternalAuthorization, context: FilterContext): ExtAuthz {
  if (http) return httpService(http, timeout, context);
  const asked = grpcService(grpc?.upstream ?? '', '/grpc/upstream', context);
  return {
    grpc_service: { ...asked, timeout: duration(timeout) },
    ...(grpc?.requestHeaders && { allowed_headers: exactly(grpc.requestHeaders) }),
  };
}

function httpService(http: HttpAuthorization, timeout: string, { cluster }: FilterContext): ExtAuthz {
  const { upstream, pathPrefix, requestHeaders } = http;
  const service: HttpService = {
    // Only the scheme and the host of the address are used, and the cluster says where it really goes.
    server_uri: { uri: 'http://authorization', cluster: cluster(upstream), timeout: duration(timeout) },
    ...(pathPrefix !== undefined && { path_prefix: pathPrefix }),
    ...answerHeaders(http),
  };
  return {
    http_service: service,
    ...(requestHeaders.length > 0 && { allowed_headers: exactly(requestHeaders) }),
  };
}

function answerHeaders({ upstreamHeaders, clientHeaders, clientHeadersWhenAllowed }: HttpAuthorization): HttpService {
  const allowed = {
    ...(upstreamHeaders.length > 0 && { allowed_upstream_headers: exactly(upstreamHeaders) }),
    ...(clientHeaders.length > 0 && { allowed_client_headers: exactly(clientHeaders) }),
    ...(clientHeadersWhenAllowed.length > 0 && {
      allowed_client_headers_on_success: exactly(clientHeadersWhenAllowed),
    }),
  };
  return Object.keys(allowed).length > 0 ? { authorization_response: allowed } : {};
}

const exactly = (headers: readonly string[]): Headers => ({
  patterns: headers.map((exact) => ({ exact, ignore_case: true })),
});
