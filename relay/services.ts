/**
 * The gRPC methods that the relay serves. Services of single types are none of them: streams of their own allow no order
 * between types, and so no make-before-break.
 * Source: envoy/service/discovery/v3/ads.proto
 */
import type { Protocol } from './ads-server.ts';

export interface Method {
  /** As HTTP/2 carries it: `/package.Service/Method`. */
  readonly path: string;
  readonly protocol: Protocol;
}

const ADS = '/envoy.service.discovery.v3.AggregatedDiscoveryService';

export const METHODS: readonly Method[] = [
  { path: `${ADS}/StreamAggregatedResources`, protocol: 'sotw' },
  { path: `${ADS}/DeltaAggregatedResources`, protocol: 'delta' },
];
