/**
 * TCP ports for the servers of tests. Where a server can say which port it got, and does not come back to it later, let it
 * listen on port 0; reserve one where it must be told.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

/**
 * Ports that no kernel gives away, to whoever listens on port 0 or connects to somewhere: another process could have such
 * a one before it is used. Linux begins at 32768.
 */
const FIRST_PORT = 10_000;
const END_OF_PORTS = 32_000;

/** How many ports a process takes for itself at once. */
const BLOCK = 100;
const BLOCKS = (END_OF_PORTS - FIRST_PORT) / BLOCK;

/** What this process has taken and not given out yet. */
let own = { next: 0, end: 0 };

/** A port on which nobody listens, and that nobody else is given here as long as this process lives. */
export const reservePort = (): Promise<number> => reservePorts(1);

/** So many ports that follow each other, 99 at most; returns the first. */
export async function reservePorts(count: number): Promise<number> {
  for (;;) {
    if (own.next + count > own.end) own = await takeBlock();
    const first = own.next;
    own.next += count;
    if (await areFree(first, count)) return first;
  }
}

/** A block belongs to the process that listens on its first port: no process can forget to give it back. */
async function takeBlock(): Promise<typeof own> {
  const begin = Math.floor(Math.random() * BLOCKS);
  for (let at = 0; at < BLOCKS; at += 1) {
    const first = FIRST_PORT + ((begin + at) % BLOCKS) * BLOCK;
    if (await canListen(createServer().unref(), first)) return { next: first + 1, end: first + BLOCK };
  }
  throw new Error(`each block of ports from ${FIRST_PORT} to ${END_OF_PORTS} is taken`);
}

async function areFree(first: number, count: number): Promise<boolean> {
  for (let port = first; port < first + count; port += 1) {
    const server = createServer();
    if (!(await canListen(server, port))) return false;
    await close(server);
  }
  return true;
}

/** Listens on all addresses of the machine. */
async function canListen(server: Server, port: number): Promise<boolean> {
  try {
    server.listen(port);
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
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
