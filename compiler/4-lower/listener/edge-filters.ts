/** The two ends of every filter chain: what sees answers last, and what sends requests to upstreams. */
import type { Http } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { headerMutations } from '../route/header-mutations.ts';

type HttpFilter = Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter'];

/** Answers pass the chain from its end to its beginning, those too that a filter gives. */
export function outermostFilters({ lateResponseHeaders }: Http): readonly HttpFilter[] {
  if (!lateResponseHeaders) return [];
  return [
    {
      name: 'late-response-headers',
      typed_config: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', {
        mutations: { response_mutations: headerMutations(lateResponseHeaders) },
      }),
    },
  ];
}

/** Source: envoy/extensions/filters/http/router/v3/router.proto */
export const routerFilter = ({ envoyHeaders }: Http): HttpFilter => ({
  name: 'envoy.filters.http.router',
  typed_config: any('envoy.extensions.filters.http.router.v3.Router', {
    ...(envoyHeaders === 'suppress' && { suppress_envoy_headers: true }),
  }),
});
