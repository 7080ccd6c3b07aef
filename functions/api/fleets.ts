/** The Envoys of the gateways that a caller may see. */
import type { GatewayName } from '../../compiler/index.ts';
import { bucketTime, gatewayOfPointer, mergeReports, POINTERS, readReports } from '../../store/index.ts';
import type { Call } from './operation.ts';
import { mayReadGateway } from './permit.ts';

/** What the nodes of one gateway, or of each, run, as relays report it; by gateway. */
export async function readFleets(call: Call, wanted?: GatewayName): Promise<readonly object[]> {
  const gateways = (await publishedGateways(call)).filter((name) => wanted === undefined || name === wanted);
  const { store } = call.services;
  const now = gateways.length > 0 ? await bucketTime(store) : 0;
  return Promise.all(
    gateways.map(async (gateway) => {
      const { relays, connected, bundles, nodes, rejections } = mergeReports(await readReports(store, gateway), now);
      return { gateway, relays, connected, bundles: [...bundles.values()], nodes, rejections };
    }),
  );
}

/** Those of all that were ever published that the caller may see. */
export async function publishedGateways(call: Call): Promise<readonly GatewayName[]> {
  const gateways: GatewayName[] = [];
  for await (const { key } of call.services.store.list(POINTERS)) {
    const gateway = gatewayOfPointer(key);
    if (gateway !== undefined && (await mayReadGateway(call, gateway))) gateways.push(gateway);
  }
  return gateways;
}
