/** Source: envoy/extensions/transport_sockets/tls/v3/common.proto, TlsParameters.TlsProtocol. */
export const TLS_VERSIONS = { '1.0': 'TLSv1_0', '1.1': 'TLSv1_1', '1.2': 'TLSv1_2', '1.3': 'TLSv1_3' } as const;
