/** The ADS server: bundles in, gRPC streams out. */
import type { AdsOptions, AdsServer } from './ads-server.ts';
import { serveGrpc } from './grpc/server.ts';
import { createHub } from './hub.ts';

/**
 * Listens, and serves whatever bundles it is given from then on.
 * @throws Error if the address cannot be bound.
 */
export async function serveAds(options: AdsOptions): Promise<AdsServer> {
  const {
    maxBytesInFlight = DEFAULT_BYTES_IN_FLIGHT,
    pushDeadlineMs = DEFAULT_PUSH_DEADLINE_MS,
    drainMs = DEFAULT_DRAIN_MS,
  } = options;
  const hub = createHub({ ...options, maxBytesInFlight, pushDeadlineMs, drainMs });
  const server = await serveGrpc(options, hub.accept);
  return {
    address: server.address,
    setBundle: hub.setBundle,
    setOffer: hub.setOffer,
    confirm: hub.confirm,
    removeGateway: hub.removeGateway,
    setNodePolicy: hub.setNodePolicy,
    nodes: hub.nodes,
    async close(graceMs) {
      hub.dismiss(graceMs);
      await server.close(graceMs);
    },
  };
}

const DEFAULT_BYTES_IN_FLIGHT = 32 * 1024 * 1024;
const DEFAULT_PUSH_DEADLINE_MS = 5_000;
const DEFAULT_DRAIN_MS = 5_000;
