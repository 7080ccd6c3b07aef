import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/** Source: envoy/extensions/filters/http/credential_injector/v3/credential_injector.proto */
export default defineFilter('credential-injector', {
  phase: 'credentials',
  envoyFilter: 'envoy.filters.http.credential_injector',
  lower: ({ credential, header, prefix, whenPresent, whenUnavailable }, { secret }) => ({
    chain: any('envoy.extensions.filters.http.credential_injector.v3.CredentialInjector', {
      ...(whenPresent === 'overwrite' && { overwrite: true }),
      ...(whenUnavailable === 'allow' && { allow_request_without_credential: true }),
      credential: {
        name: 'envoy.http.injected_credentials.generic',
        typed_config: any('envoy.extensions.http.injected_credentials.generic.v3.Generic', {
          credential: secret(credential, '/credential', 'generic'),
          header,
          ...(prefix !== '' && { header_value_prefix: prefix }),
        }),
      },
    }),
  }),
});
