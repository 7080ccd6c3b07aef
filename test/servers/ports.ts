import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

/**
 * Finds a TCP port on 127.0.0.1 that nobody listens on. Prefer port 0 wherever the server can say which port it got:
 * between this answer and its use another process could take the port.
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return port;
}

/** Finds so many TCP ports that follow each other, and returns the first. The same is true of them as of one port. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = await freePort();
    if (first + count < 65_536 && (await areFree(first, count))) return first;
  }
}

async function areFree(first: number, count: number): Promise<boolean> {
  for (let port = first; port < first + count; port += 1) {
    const server = createServer();
    try {
      await listen(server, port);
      await close(server);
    } catch {
      return false; // Somebody listens there.
    }
  }
  return true;
}

/** Listens on 127.0.0.1, by default on a port that the kernel chooses, and returns the port. */
export async function listen(server: Server, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return portOf(server);
}

/** Stops listening; the connections that are open must have been ended. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  await closed;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no TCP port');
  return address.port;
}
