import type { GatewayRequest, RunningGateway } from './harness.ts';

/** Sends requests one after the other, and counts by the upstream that answered, or by status if none did. */
export async function sharesOf(
  gateway: RunningGateway,
  count: number,
  wanted: (index: number) => GatewayRequest,
): Promise<ReadonlyMap<string, number>> {
  const shares = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const { headers, status } = await gateway.request(wanted(index));
    const name = headers.get('x-upstream') ?? String(status);
    shares.set(name, (shares.get(name) ?? 0) + 1);
  }
  return shares;
}

/** Who answers, in order of their names. */
export const answering = async (
  gateway: RunningGateway,
  count: number,
  wanted: (index: number) => GatewayRequest,
): Promise<readonly string[]> => [...(await sharesOf(gateway, count, wanted)).keys()].toSorted();
