/** Where Envoy gets resources that others name: always from the relay, on the one ADS stream. */
import type { Messages } from '../xds/index.ts';

export const ads: Messages['envoy.config.core.v3.ConfigSource'] = { ads: {}, resource_api_version: 'V3' };

/** A secret that the relay serves, by the key of its Secret document. */
export const sdsSecret = (key: string): Messages['envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig'] => ({
  name: key,
  sds_config: { ...ads, initial_fetch_timeout: SECRET_PATIENCE },
});

/**
 * How long a listener or cluster waits for a secret before it goes on without, which then refuses connections. Envoy's
 * own 15 seconds would hold up all else that changes on the listener, every time, while somebody's secret is missing;
 * the relay has looked for it already when it sends the listener.
 */
const SECRET_PATIENCE = '2s';
