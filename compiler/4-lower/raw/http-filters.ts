/**
 * The HTTP filters that Envoy has, by the message that configures them, and the message for a route where they have
 * one. The router, which ends every chain, is none to add.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-v3/config/filter/http/http, held against the real Envoy by a
 * test.
 */

const PACKAGE = 'envoy.extensions.filters.http';

/** Package and message; then the message for a route, `same` if it is that very one, or nothing. */
const NAMES: readonly (readonly [filter: string, perRoute?: string])[] = [
  ['adaptive_concurrency.v3.AdaptiveConcurrency'],
  ['admission_control.v3.AdmissionControl'],
  ['alternate_protocols_cache.v3.FilterConfig'],
  ['api_key_auth.v3.ApiKeyAuth', 'ApiKeyAuthPerRoute'],
  ['aws_lambda.v3.Config', 'PerRouteConfig'],
  ['aws_request_signing.v3.AwsRequestSigning', 'AwsRequestSigningPerRoute'],
  ['bandwidth_limit.v3.BandwidthLimit', 'same'],
  ['basic_auth.v3.BasicAuth', 'BasicAuthPerRoute'],
  ['buffer.v3.Buffer', 'BufferPerRoute'],
  ['cache.v3.CacheConfig'],
  ['cdn_loop.v3.CdnLoopConfig'],
  ['composite.v3.Composite', 'CompositePerRoute'],
  ['compressor.v3.Compressor', 'CompressorPerRoute'],
  ['connect_grpc_bridge.v3.FilterConfig'],
  ['cors.v3.Cors', 'CorsPolicy'],
  ['credential_injector.v3.CredentialInjector'],
  ['csrf.v3.CsrfPolicy', 'same'],
  ['custom_response.v3.CustomResponse', 'same'],
  ['decompressor.v3.Decompressor'],
  ['dynamic_forward_proxy.v3.FilterConfig', 'PerRouteConfig'],
  ['dynamic_modules.v3.DynamicModuleFilter', 'DynamicModuleFilterPerRoute'],
  ['ext_authz.v3.ExtAuthz', 'ExtAuthzPerRoute'],
  ['ext_proc.v3.ExternalProcessor', 'ExtProcPerRoute'],
  ['fault.v3.HTTPFault', 'same'],
  ['file_system_buffer.v3.FileSystemBufferFilterConfig', 'same'],
  ['filter_chain.v3.FilterChainConfig', 'FilterChainConfigPerRoute'],
  ['gcp_authn.v3.GcpAuthnFilterConfig'],
  ['geoip.v3.Geoip'],
  ['grpc_field_extraction.v3.GrpcFieldExtractionConfig'],
  ['grpc_http1_bridge.v3.Config'],
  ['grpc_http1_reverse_bridge.v3.FilterConfig', 'FilterConfigPerRoute'],
  ['grpc_json_reverse_transcoder.v3.GrpcJsonReverseTranscoder', 'same'],
  ['grpc_json_transcoder.v3.GrpcJsonTranscoder', 'same'],
  ['grpc_stats.v3.FilterConfig'],
  ['grpc_web.v3.GrpcWeb'],
  ['header_mutation.v3.HeaderMutation', 'HeaderMutationPerRoute'],
  ['header_to_metadata.v3.Config', 'same'],
  ['health_check.v3.HealthCheck'],
  ['ip_tagging.v3.IPTagging'],
  ['json_to_metadata.v3.JsonToMetadata', 'same'],
  ['jwt_authn.v3.JwtAuthentication', 'PerRouteConfig'],
  ['local_ratelimit.v3.LocalRateLimit', 'same'],
  ['lua.v3.Lua', 'LuaPerRoute'],
  ['mcp.v3.Mcp', 'McpOverride'],
  ['oauth2.v3.OAuth2', 'OAuth2PerRoute'],
  ['on_demand.v3.OnDemand', 'PerRouteConfig'],
  ['original_src.v3.OriginalSrc'],
  ['proto_message_extraction.v3.ProtoMessageExtractionConfig'],
  ['rate_limit_quota.v3.RateLimitQuotaFilterConfig'],
  ['ratelimit.v3.RateLimit', 'RateLimitPerRoute'],
  ['rbac.v3.RBAC', 'RBACPerRoute'],
  ['set_filter_state.v3.Config', 'same'],
  ['set_metadata.v3.Config', 'same'],
  ['stateful_session.v3.StatefulSession', 'StatefulSessionPerRoute'],
  ['tap.v3.Tap'],
  ['transform.v3.TransformConfig', 'same'],
  ['wasm.v3.Wasm'],
];

/** The message for a route by the message that configures the filter, or nothing if there is none. */
export const HTTP_FILTERS: ReadonlyMap<string, string | undefined> = new Map(
  NAMES.map(([filter, perRoute]) => {
    const sibling = perRoute === 'same' ? filter : filter.replace(/[^.]*$/, perRoute ?? '');
    return [`${PACKAGE}.${filter}`, perRoute === undefined ? undefined : `${PACKAGE}.${sibling}`];
  }),
);
