/** Where Envoy gets resources that others name: always from the relay, on the one ADS stream. */
import type { Messages } from '../xds/index.ts';

export const ads: Messages['envoy.config.core.v3.ConfigSource'] = { ads: {}, resource_api_version: 'V3' };

/** A secret that the relay serves, by the key of its Secret document. */
export const sdsSecret = (key: string): Messages['envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig'] => ({
  name: key,
  sds_config: ads,
});
