import { stringMatch } from '../4-lower/string-match.ts';
import { milliseconds, wholeSeconds } from '../4-lower/quantities.ts';
import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/** Source: envoy/extensions/filters/http/cors/v3/cors.proto */
export default defineFilter('cors', {
  phase: 'cors',
  envoyFilter: 'envoy.filters.http.cors',
  resting: any('envoy.extensions.filters.http.cors.v3.Cors', {}),
  mergesLevels: true,
  lower: (cors, { report }) => {
    const { maximumAge } = cors;
    if (maximumAge !== undefined && milliseconds(maximumAge) % 1000 !== 0)
      report('invalid-format', '/maximumAge', { value: maximumAge, expected: 'whole seconds' });
    return {
      perRoute: any('envoy.extensions.filters.http.cors.v3.CorsPolicy', {
        allow_origin_string_match: cors.allowOrigins.map(stringMatch),
        allow_methods: cors.allowMethods.join(', '),
        ...(cors.allowHeaders.length > 0 && { allow_headers: cors.allowHeaders.join(', ') }),
        ...(cors.exposeHeaders.length > 0 && { expose_headers: cors.exposeHeaders.join(', ') }),
        ...(maximumAge !== undefined && { max_age: String(wholeSeconds(maximumAge)) }),
        allow_credentials: cors.allowCredentials,
        ...(cors.allowPrivateNetworkAccess && { allow_private_network_access: true }),
      }),
    };
  },
});
