/**
 * Mutual TLS towards the relay, by files on the machine of the Envoy.
 *
 * Envoy reads the files that a bootstrap names once. It reads them again when they are replaced, if what names them is a
 * file of its own, with one secret in it.
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/operations/certificates
 */
import { isIpAddress } from '../../2-validate/formats/address.ts';
import type { RelayTls } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';

type Secret = Messages['envoy.extensions.transport_sockets.tls.v3.Secret'];
type CommonTlsContext = Messages['envoy.extensions.transport_sockets.tls.v3.CommonTlsContext'];
type ValidationContext = Messages['envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext'];

/** A file that has to lie in `sdsFolder` on the machine of the Envoy. There is no secret in it, only where it lies. */
export interface SdsFile {
  readonly name: string;
  readonly message: Messages['envoy.service.discovery.v3.DiscoveryResponse'];
}

export function relayTransportSocket(
  tls: RelayTls,
  serverName: string,
): Messages['envoy.config.core.v3.TransportSocket'] {
  const sanType = isIpAddress(serverName) ? 'IP_ADDRESS' : 'DNS';
  const names: ValidationContext = {
    match_typed_subject_alt_names: [{ san_type: sanType, matcher: { exact: serverName } }],
  };
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: any('envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext', {
      ...(sanType === 'DNS' && { sni: serverName }),
      common_tls_context: {
        tls_params: { tls_minimum_protocol_version: 'TLSv1_2', tls_maximum_protocol_version: 'TLSv1_3' },
        ...(tls.sdsFolder === undefined ? inPlace(tls, names) : byFile(tls.sdsFolder, names)),
      },
    }),
  };
}

/** Nothing unless the document names a folder for them. */
export function sdsFiles(tls: RelayTls | undefined): readonly SdsFile[] {
  if (tls?.sdsFolder === undefined) return [];
  const { certificateChain, privateKey, certificateAuthority } = tls;
  const certificate = {
    certificate_chain: { filename: certificateChain },
    private_key: { filename: privateKey },
    watched_directory: { path: folderOf(certificateChain) },
  };
  const authority = {
    trusted_ca: { filename: certificateAuthority },
    watched_directory: { path: folderOf(certificateAuthority) },
  };
  return [
    sdsFile({ name: CERTIFICATE, tls_certificate: certificate }),
    sdsFile({ name: AUTHORITY, validation_context: authority }),
  ];
}

const CERTIFICATE = 'relay-certificate';
const AUTHORITY = 'relay-authority';

const fileOf = (name: string): string => `${name}.json`;

export const isSdsFile = (name: string): boolean => [CERTIFICATE, AUTHORITY].some((each) => fileOf(each) === name);

const sdsFile = (secret: Secret & { readonly name: string }): SdsFile => ({
  name: fileOf(secret.name),
  message: { resources: [any('envoy.extensions.transport_sockets.tls.v3.Secret', secret)] },
});

const inPlace = (
  { certificateChain, privateKey, certificateAuthority }: RelayTls,
  names: ValidationContext,
): CommonTlsContext => ({
  tls_certificates: [{ certificate_chain: { filename: certificateChain }, private_key: { filename: privateKey } }],
  validation_context: { trusted_ca: { filename: certificateAuthority }, ...names },
});

function byFile(folder: string, names: ValidationContext): CommonTlsContext {
  const secret = (name: string) => ({
    name,
    sds_config: {
      path_config_source: { path: `${folder.replace(/\/+$/, '')}/${fileOf(name)}` },
      resource_api_version: 'V3' as const,
    },
  });
  return {
    tls_certificate_sds_secret_configs: [secret(CERTIFICATE)],
    combined_validation_context: {
      default_validation_context: names,
      validation_context_sds_secret_config: secret(AUTHORITY),
    },
  };
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '.';
