import type { KeyLocation } from '../2-validate/generated/types.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

const API_KEY_AUTH = 'envoy.extensions.filters.http.api_key_auth.v3.ApiKeyAuth';

/**
 * Envoy takes keys nowhere but in the filter's configuration, and so the relay makes that of the Secret.
 *
 * Source: envoy/extensions/filters/http/api_key_auth/v3/api_key_auth.proto
 */
export default defineFilter('api-key', {
  phase: 'authentication',
  envoyFilter: 'envoy.filters.http.api_key_auth',
  lower: ({ keys, from, allowedClients, clientHeader, forwardKey }, { secret }) => ({
    discovered: { name: secret(keys, '/keys', 'api-keys').name ?? '', meanwhile: any(API_KEY_AUTH, {}) },
    perRoute: any('envoy.extensions.filters.http.api_key_auth.v3.ApiKeyAuthPerRoute', {
      key_sources: from.map(sourceOf),
      ...(allowedClients && { allowed_clients: allowedClients }),
      forwarding: {
        ...(clientHeader !== undefined && { header: clientHeader }),
        hide_credentials: !forwardKey,
      },
    }),
  }),
});

type KeySource = Messages['envoy.extensions.filters.http.api_key_auth.v3.KeySource'];

const sourceOf = ({ header, queryParameter, cookie }: KeyLocation): KeySource => ({
  ...(header !== undefined && { header }),
  ...(queryParameter !== undefined && { query: queryParameter }),
  ...(cookie !== undefined && { cookie }),
});
