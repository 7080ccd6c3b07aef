/** Source: envoy/extensions/filters/listener/proxy_protocol/v3/proxy_protocol.proto */
import type { Listener } from '../2-validate/generated/types.ts';
import { any, type Messages } from '../xds/index.ts';

/** The filter that reads what a load balancer says of a connection, if one does. */
export function proxyProtocolFilters({
  proxyProtocol,
  proxyProtocolValues: values,
}: Listener): readonly Messages['envoy.config.listener.v3.ListenerFilter'][] {
  if (proxyProtocol === 'off') return [];
  return [
    {
      name: 'envoy.filters.listener.proxy_protocol',
      typed_config: any('envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol', {
        ...(proxyProtocol === 'optional' && { allow_requests_without_proxy_protocol: true }),
        ...(values.length > 0 && {
          rules: values.map(({ type, name }) => ({ tlv_type: type, on_tlv_present: { key: name } })),
          // Requests see the filter state of their connection, and not its metadata.
          tlv_location: 'FILTER_STATE' as const,
        }),
      }),
    },
  ];
}
