/** Per-route configuration that does no more than switch an entry of the chain on or off. */
import { any, EMPTY_ANY } from '../../xds/index.ts';

export const SWITCHED_ON = any('envoy.config.route.v3.FilterConfig', { config: EMPTY_ANY });
export const SWITCHED_OFF = any('envoy.config.route.v3.FilterConfig', { disabled: true });
