/** Whether the ports of a configuration are to be had on this machine. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { CompiledBundle, GatewayName } from '../../compiler/index.ts';
import { failedWith, reasonOf } from '../failure.ts';
import { addressesOf, type BoundAddress } from './trial.ts';

export interface PortTrouble {
  readonly message: string;
  readonly help: string;
}

export interface PortGuard {
  /**
   * The first port that cannot be had, if any. Two Envoys would share a port without a word, each getting some of the
   * connections, and what is bound by others Envoy refuses: so it is looked at before.
   */
  check(bundles: readonly CompiledBundle[]): Promise<PortTrouble | undefined>;
  /** Says that these bundles run, so that their ports are ours. */
  own(bundles: readonly CompiledBundle[]): void;
}

export function createPortGuard(): PortGuard {
  /** Ports that an Envoy of ours has, or may still have while it drains. */
  const owners = new Map<number, GatewayName>();
  return {
    async check(bundles) {
      const claims = new Map(owners);
      for (const { gateway, address } of bundles.flatMap(claimsOf)) {
        const owner = claims.get(address.port);
        if (owner === gateway) continue;
        const trouble = owner === undefined ? await tryToBind(gateway, address) : shared(gateway, owner, address);
        if (trouble) return trouble;
        claims.set(address.port, gateway);
      }
      return undefined;
    },
    own(bundles) {
      for (const { gateway, address } of bundles.flatMap(claimsOf)) owners.set(address.port, gateway);
    },
  };
}

const claimsOf = (
  bundle: CompiledBundle,
): readonly { readonly gateway: GatewayName; readonly address: BoundAddress }[] =>
  addressesOf(bundle)
    .filter(({ protocol, port }) => protocol === 'TCP' && port !== 0)
    .map((address) => ({ gateway: bundle.manifest.gateway, address }));

async function tryToBind(
  gateway: GatewayName,
  { listener, host, port }: BoundAddress,
): Promise<PortTrouble | undefined> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return undefined;
  } catch (error) {
    const about = `of listener ${listener} of ${gateway}`;
    if (failedWith(error, 'EADDRINUSE')) {
      const help = `end the process that has it (lsof -i :${port} names it), or give the listener another port`;
      return { message: `port ${port} ${about} is taken by another process`, help };
    }
    if (failedWith(error, 'EACCES')) {
      return { message: `port ${port} ${about} is not for everybody`, help: 'give the listener a port above 1023' };
    }
    return {
      message: `${host}:${port} ${about} cannot be had: ${reasonOf(error)}`,
      help: 'give the listener another address',
    };
  }
}

const shared = (gateway: GatewayName, owner: GatewayName, { listener, port }: BoundAddress): PortTrouble => ({
  message: `port ${port} of listener ${listener} of ${gateway} is that of ${owner}, and here both are on one machine`,
  help: 'give one of the two another port',
});
