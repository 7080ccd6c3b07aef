/** A server that reads a PROXY protocol header from each connection before it speaks HTTP, HTTPS or plain TCP. */
import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import type { Certificate } from './certificates.ts';
import { close, listen } from './ports.ts';

export interface ProxyHeader {
  readonly version: 1 | 2;
  /** Absent where the proxy speaks for itself. */
  readonly source?: string;
}

export interface ProxyProtocolUpstreamOptions {
  /** With a certificate TLS follows the header. */
  readonly certificate?: Certificate;
  /** After the header: answer requests with it, or say it in a line and send back what comes. Default: `http`. */
  readonly speaks?: 'http' | 'tcp';
}

export interface ProxyProtocolUpstream {
  readonly port: number;
  /** The header of each connection, in order; `undefined` where something else came. */
  readonly headers: readonly (ProxyHeader | undefined)[];
  readonly stop: () => Promise<void>;
}

export async function startProxyProtocolUpstream(
  options: ProxyProtocolUpstreamOptions = {},
): Promise<ProxyProtocolUpstream> {
  const headers: (ProxyHeader | undefined)[] = [];
  const sockets = new Set<Socket>();
  const http = options.speaks === 'tcp' ? undefined : httpServer(options, headers);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    // The header comes in one piece, since it is sent in one on a fresh connection.
    socket.once('data', (chunk: Buffer) => {
      const { header, length } = parse(chunk);
      headers.push(header);
      if (!header) return void socket.destroy();
      if (http) return void handOver(socket, chunk.subarray(length), http);
      socket.write(`${JSON.stringify(header)}\n`);
      socket.pipe(socket);
    });
  });
  const port = await listen(server);
  return {
    port,
    headers,
    stop: async () => {
      const closed = close(server);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function httpServer({ certificate }: ProxyProtocolUpstreamOptions, headers: readonly unknown[]): HttpServer {
  const answer: RequestListener = (_, response) => void response.end(JSON.stringify(headers.at(-1)));
  if (!certificate) return createHttpServer(answer);
  return createHttpsServer({ cert: certificate.certificate, key: certificate.privateKey }, answer);
}

function handOver(socket: Socket, rest: Buffer, server: HttpServer): void {
  socket.pause();
  if (rest.length > 0) socket.unshift(rest);
  server.emit('connection', socket);
  // TLS reads from the handle itself, and would miss what the socket reads.
  if (!(server instanceof TlsServer)) socket.resume();
}

const SIGNATURE = Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1');

function parse(chunk: Buffer): { readonly header?: ProxyHeader; readonly length: number } {
  if (chunk.subarray(0, 12).equals(SIGNATURE)) return parseBinary(chunk);
  const line = /^PROXY (?:UNKNOWN|TCP4 (\S+) \S+ \d+ \d+)\r\n/.exec(chunk.toString('latin1'));
  if (!line) return { length: 0 };
  const [text, source] = line;
  return { header: { version: 1, ...(source !== undefined && { source }) }, length: text.length };
}

function parseBinary(chunk: Buffer): { readonly header: ProxyHeader; readonly length: number } {
  const length = 16 + chunk.readUInt16BE(14);
  const isProxied = chunk.readUInt8(12) === 0x21 && chunk.readUInt8(13) === 0x11;
  const source = [...chunk.subarray(16, 20)].join('.');
  return { header: { version: 2, ...(isProxied && { source }) }, length };
}
