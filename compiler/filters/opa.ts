import { CLAIMS_FROM } from '../4-lower/claim.ts';
import { grpcService } from '../4-lower/grpc-service.ts';
import { bytes, duration } from '../4-lower/quantities.ts';
import { STATUS_NAMES } from '../4-lower/status-code.ts';
import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/**
 * External authorization by the conventions of OPA's plugin.
 *
 * Source: https://www.openpolicyagent.org/docs/envoy and envoy/extensions/filters/http/ext_authz/v3/ext_authz.proto
 */
export default defineFilter('opa', {
  phase: 'authorization',
  envoyFilter: 'envoy.filters.http.ext_authz',
  mergesLevels: true,
  lower: (opa, filter) => {
    const { includeBody, context } = opa;
    if (includeBody && bytes(includeBody.maximumSize) < 1)
      filter.report('out-of-range', '/includeBody/maximumSize', {
        value: includeBody.maximumSize,
        comparison: '>=',
        limit: 1,
      });
    return {
      chain: any('envoy.extensions.filters.http.ext_authz.v3.ExtAuthz', {
        transport_api_version: 'V3',
        grpc_service: { ...grpcService(opa.upstream, '/upstream', filter), timeout: duration(opa.timeout) },
        failure_mode_allow: opa.whenUnavailable === 'allow',
        status_on_error: { code: STATUS_NAMES[opa.statusWhenUnavailable] },
        include_peer_certificate: true,
        metadata_context_namespaces: [CLAIMS_FROM],
        ...(includeBody && {
          with_request_body: {
            max_request_bytes: bytes(includeBody.maximumSize),
            allow_partial_message: includeBody.whenLarger === 'truncate',
            // Text that is not UTF-8 could not be sent otherwise, and the plugin takes either.
            pack_as_bytes: true,
          },
        }),
      }),
      ...(Object.keys(context).length > 0 && {
        perRoute: any('envoy.extensions.filters.http.ext_authz.v3.ExtAuthzPerRoute', {
          check_settings: { context_extensions: context },
        }),
      }),
    };
  },
});
