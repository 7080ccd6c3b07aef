import type { GeoipDatabases, GeoipHeaders } from '../2-validate/generated/types.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type Provider = Messages['envoy.extensions.geoip_providers.maxmind.v3.MaxMindConfig'];
type FieldKeys = Messages['envoy.extensions.geoip_providers.common.v3.CommonGeoipProviderConfig.GeolocationFieldKeys'];

/**
 * Two of Envoy's filters in one entry: the one that looks up leaves alone the headers whose value it does not find, so
 * before it they are removed from what the client sends.
 *
 * Source: envoy/extensions/filters/http/geoip/v3/geoip.proto and envoy/extensions/filters/http/filter_chain/v3/filter_chain.proto
 */
export default defineFilter('geoip', {
  phase: 'metadata',
  envoyFilter: 'envoy.filters.http.geoip',
  lower: ({ databases, headers }, context) => {
    checkUse(databases, headers, context);
    const filters = [
      { name: 'removal', typed_config: removal(headers) },
      { name: 'geoip', typed_config: lookup(databases, headers) },
    ];
    return {
      chain: any('envoy.extensions.filters.http.filter_chain.v3.FilterChainConfig', {
        default_filter_chain: { filters },
      }),
    };
  },
});

const removal = (headers: GeoipHeaders) =>
  any('envoy.extensions.filters.http.header_mutation.v3.HeaderMutation', {
    mutations: {
      request_mutations: fields.flatMap(([field]) =>
        headers[field] === undefined ? [] : [{ remove: headers[field] }],
      ),
    },
  });

const lookup = (databases: GeoipDatabases, headers: GeoipHeaders) =>
  any('envoy.extensions.filters.http.geoip.v3.Geoip', {
    provider: {
      name: 'envoy.geoip_providers.maxmind',
      typed_config: any('envoy.extensions.geoip_providers.maxmind.v3.MaxMindConfig', {
        ...paths(databases),
        common_provider_config: { geo_field_keys: fieldKeys(headers) },
      }),
    },
  });

const paths = ({ city, country, asn, isp, anonymous }: GeoipDatabases): Omit<Provider, 'common_provider_config'> => ({
  ...(city !== undefined && { city_db_path: city }),
  ...(asn !== undefined && { asn_db_path: asn }),
  ...(anonymous !== undefined && { anon_db_path: anonymous }),
  ...(isp !== undefined && { isp_db_path: isp }),
  ...(country !== undefined && { country_db_path: country }),
});

/** Each of our fields: what Envoy calls it, and the databases that tell it, the first that is there. */
const FIELDS = {
  country: ['country', ['country', 'city']],
  region: ['region', ['city']],
  city: ['city', ['city']],
  asn: ['asn', ['asn', 'isp']],
  asnOrganization: ['asn_org', ['asn', 'isp']],
  isp: ['isp', ['isp']],
  privateRelay: ['apple_private_relay', ['isp']],
  anonymous: ['anon', ['anonymous']],
  vpn: ['anon_vpn', ['anonymous']],
  hosting: ['anon_hosting', ['anonymous']],
  tor: ['anon_tor', ['anonymous']],
  proxy: ['anon_proxy', ['anonymous']],
} as const satisfies Record<keyof GeoipHeaders, readonly [keyof FieldKeys, readonly (keyof GeoipDatabases)[]]>;

const fields = Object.entries(FIELDS) as readonly (readonly [
  keyof GeoipHeaders,
  readonly [keyof FieldKeys, readonly (keyof GeoipDatabases)[]],
])[];

const fieldKeys = (headers: GeoipHeaders): FieldKeys =>
  Object.fromEntries(
    fields.flatMap(([field, [key]]) => (headers[field] === undefined ? [] : [[key, headers[field].toLowerCase()]])),
  );

/** What has no database is never known, and a database that tells nothing is read for nothing. */
function checkUse(databases: GeoipDatabases, headers: GeoipHeaders, { report }: FilterContext): void {
  const used = new Set<string>();
  for (const [field, [, tellers]] of fields) {
    if (headers[field] === undefined) continue;
    const teller = tellers.find((database) => databases[database] !== undefined);
    if (teller !== undefined) used.add(teller);
    else
      report('needs-field', `/headers/${field}`, {
        what: `"${field}"`,
        needs: `a database: ${tellers.map((database) => `"${database}"`).join(' or ')}`,
      });
  }
  for (const database of Object.keys(databases)) {
    if (used.has(database)) continue;
    report('needs-field', `/databases/${database}`, {
      what: `the database "${database}"`,
      needs: 'a header that no other database tells',
    });
  }
}
