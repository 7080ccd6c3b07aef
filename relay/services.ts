/**
 * The gRPC methods that the relay serves.
 * Source: envoy/service/discovery/v3/ads.proto and its neighbours, one service for each type
 */
import type { Protocol } from './ads-server.ts';

export interface Method {
  /** As HTTP/2 carries it: `/package.Service/Method`. */
  readonly path: string;
  readonly protocol: Protocol;
  /** What a stream of this method is about, so that its requests need not say it; nothing on an aggregated stream. */
  readonly typeUrl: string | null;
}

const ADS = '/envoy.service.discovery.v3.AggregatedDiscoveryService';

export const METHODS: readonly Method[] = [
  { path: `${ADS}/StreamAggregatedResources`, protocol: 'sotw', typeUrl: null },
  { path: `${ADS}/DeltaAggregatedResources`, protocol: 'delta', typeUrl: null },
];
