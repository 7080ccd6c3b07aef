import { headerMutations } from '../4-lower/route/header-mutations.ts';
import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/** Source: envoy/extensions/filters/http/header_mutation/v3/header_mutation.proto */
export default defineFilter('headers', {
  phase: 'transformation',
  envoyFilter: 'envoy.filters.http.header_mutation',
  resting: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', { mutations: {} }),
  mergesLevels: true,
  lower: ({ request, response }) => ({
    perRoute: any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute', {
      mutations: {
        ...(request && { request_mutations: headerMutations(request) }),
        ...(response && { response_mutations: headerMutations(response) }),
      },
    }),
  }),
});
