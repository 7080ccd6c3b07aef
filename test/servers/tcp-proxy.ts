/** A load balancer for TCP that a test holds in its hand. */
import { connect, createServer, type Socket } from 'node:net';
import { close, listen } from './ports.ts';

export interface TcpProxy {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Where new connections go from now on, `host:port`. Until it is said, nowhere. */
  readonly forwardTo: (address: string) => void;
  /** Ends all connections that there are. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

export async function startTcpProxy(): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let target: string | undefined;
  const server = createServer((client) => {
    if (target === undefined) return void client.destroy();
    const at = target.lastIndexOf(':');
    const upstream = connect(Number(target.slice(at + 1)), target.slice(0, at));
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  const port = await listen(server);
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    forwardTo: (address) => void (target = address),
    cut,
    close: () => {
      cut();
      return close(server);
    },
  };
}
