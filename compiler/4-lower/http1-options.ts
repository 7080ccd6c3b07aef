/** Source: envoy/config/core/v3/protocol.proto, Http1ProtocolOptions. */
import type { Http } from '../2-validate/generated/types.ts';
import type { Messages } from '../xds/index.ts';
import { HEADER_CASES } from './cluster/http-protocol-options.ts';
import type { HttpSettings } from './listener/http-settings.ts';

export function http1Options({ http1 }: Http): HttpSettings {
  const { http10, headerCase, trailers, chunkedWithLength, absoluteUrls } = http1;
  const options: Messages['envoy.config.core.v3.Http1ProtocolOptions'] = {
    ...(!absoluteUrls && { allow_absolute_url: false }),
    ...(http10 && { accept_http_10: true }),
    ...(http10?.defaultHost !== undefined && { default_host_for_http_10: http10.defaultHost }),
    ...HEADER_CASES[headerCase],
    ...(trailers && { enable_trailers: true }),
    ...(chunkedWithLength === 'allow' && { allow_chunked_length: true }),
  };
  return Object.keys(options).length > 0 ? { http_protocol_options: options } : {};
}
