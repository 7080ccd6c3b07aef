/**
 * Changes to requests before anything else sees them.
 *
 * Source: envoy/extensions/http/early_header_mutation/header_mutation/v3/header_mutation.proto
 */
import type { Http } from '../../2-validate/generated/types.ts';
import { any } from '../../xds/index.ts';
import { headerMutations } from '../route/header-mutations.ts';
import type { HttpSettings } from './http-settings.ts';

export function earlyHeaders(http: Http): HttpSettings {
  const { earlyRequestHeaders } = http;
  const mutations = [
    ...removedFromClients(http).map((name) => ({ remove: name })),
    ...(earlyRequestHeaders ? headerMutations(earlyRequestHeaders) : []),
  ];
  if (mutations.length === 0) return {};
  return {
    early_header_mutation_extensions: [
      {
        name: 'early-request-headers',
        typed_config: any('envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation', {
          mutations,
        }),
      },
    ],
  };
}

/** What Envoy takes from a client where the peer is one, and leaves where it is told to find the client otherwise. */
const INTERNAL_HEADERS = [
  'x-envoy-decorator-operation',
  'x-envoy-downstream-service-cluster',
  'x-envoy-downstream-service-node',
  'x-envoy-external-address',
  'x-envoy-original-host',
  'x-envoy-original-path',
];

/** Envoy replaces an identity only where the peer is the client, and only by one that it generates. */
const removedFromClients = ({ clientAddress, requestId: { generate, fromClients } }: Http): readonly string[] => [
  ...(clientAddress ? INTERNAL_HEADERS : []),
  ...(fromClients === 'replace' && (clientAddress || !generate) ? ['x-request-id'] : []),
];
