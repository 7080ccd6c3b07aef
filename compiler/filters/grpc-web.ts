import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/** Source: envoy/extensions/filters/http/grpc_web/v3/grpc_web.proto */
export default defineFilter('grpc-web', {
  phase: 'translation',
  envoyFilter: 'envoy.filters.http.grpc_web',
  resting: any('envoy.extensions.filters.http.grpc_web.v3.GrpcWeb', {}),
  lower: () => ({}),
});
