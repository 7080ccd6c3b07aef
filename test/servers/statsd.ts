/** A statsd server over UDP and TCP, of which every dialect is lines of text. It keeps the lines. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { close, listen } from './ports.ts';

export interface Statsd {
  /** Ports on 127.0.0.1. */
  readonly ports: { readonly udp: number; readonly tcp: number };
  /** What came over UDP. */
  readonly datagrams: readonly string[];
  /** What came over TCP, as it came. */
  readonly text: () => string;
  readonly stop: () => Promise<void>;
}

export async function startStatsd(): Promise<Statsd> {
  const datagrams: string[] = [];
  let text = '';
  const udp = createSocket('udp4', (message) => datagrams.push(message.toString('utf8')));
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)));
    socket.on('error', () => socket.destroy());
  });
  const ports = { udp: udp.address().port, tcp: await listen(tcp) };
  const stop = async () => {
    udp.close();
    for (const socket of sockets) socket.destroy();
    await close(tcp);
  };
  return { ports, datagrams, text: () => text, stop };
}
