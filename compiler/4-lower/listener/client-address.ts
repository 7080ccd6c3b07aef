/**
 * Who the client is.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/http/http_conn_man/headers#x-forwarded-for
 */
import type { ClientAddress, Http } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { cidrRange } from '../cidr.ts';
import type { HttpSettings } from './http-settings.ts';

export const clientAddress = (http: Http): HttpSettings => ({
  ...(http.clientAddress ? detected(http.clientAddress, http) : believedPeer(http)),
  ...(http.internalAddresses && { internal_address_config: { cidr_ranges: http.internalAddresses.map(cidrRange) } }),
  ...(!http.appendForwardedFor && { skip_xff_append: true }),
  ...(http.forwardedPort && { append_x_forwarded_port: true }),
});

/** The peer is the client, or the one that so many proxies before it say is. */
const believedPeer = ({ trustedHops }: Http): HttpSettings => ({
  use_remote_address: true,
  ...(trustedHops > 0 && { xff_num_trusted_hops: trustedHops }),
});

type Extension = Messages['envoy.config.core.v3.TypedExtensionConfig'];

/** Envoy refuses `use_remote_address` beside these. */
const detected = ({ trustedProxies, header, whenMissing }: ClientAddress, http: Http): HttpSettings => ({
  original_ip_detection_extensions: [
    ...(trustedProxies ? [fromForwardedFor(trustedProxies, http)] : []),
    ...(header === undefined ? [] : [fromHeader(header, whenMissing)]),
  ],
});

const fromForwardedFor = (proxies: readonly string[], { appendForwardedFor }: Http): Extension => ({
  name: 'trusted-proxies',
  typed_config: any('envoy.extensions.http.original_ip_detection.xff.v3.XffConfig', {
    xff_trusted_cidrs: { cidrs: proxies.map(cidrRange) },
    // Envoy's default is true here.
    skip_xff_append: !appendForwardedFor,
  }),
});

const fromHeader = (name: string, whenMissing: ClientAddress['whenMissing']): Extension => ({
  name: 'header',
  typed_config: any('envoy.extensions.http.original_ip_detection.custom_header.v3.CustomHeaderConfig', {
    header_name: name,
    ...(whenMissing === 'refuse' && { reject_with_status: { code: 'Forbidden' } }),
  }),
});
