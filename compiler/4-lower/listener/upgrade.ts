/**
 * Protocols that a client may change to, and tunnels.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/intro/arch_overview/http/upgrades
 */
import type { RouteRule } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';

type UpgradeConfig = Messages['envoy.config.route.v3.RouteAction.UpgradeConfig'];

/** What every listener allows, so that a route says only what is different. */
export const ALWAYS_ALLOWED = 'websocket';

/** The upgrades of a route that forwards, where they are other than those of the listener. */
export function lowerUpgrades({ match, forward }: RouteRule): readonly UpgradeConfig[] {
  if (!forward) return [];
  if (match.connect) return [forward.connect === 'pass-on' ? CONNECT : { ...CONNECT, connect_config: {} }];
  const { upgrades } = forward;
  return [
    ...(upgrades.includes(ALWAYS_ALLOWED) ? [] : [{ upgrade_type: ALWAYS_ALLOWED, enabled: false }]),
    ...upgrades.filter((name) => name !== ALWAYS_ALLOWED).map((name) => ({ upgrade_type: name })),
  ];
}

const CONNECT: UpgradeConfig = { upgrade_type: 'CONNECT' };
