/** Answers that never end and upgraded connections, to see which of them a change closes. */
import { createServer, type ServerResponse } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import type { Socket } from 'node:net';
import { openConnection, type RequestOptions } from './http-client.ts';
import { close, listen } from './ports.ts';

export interface StreamingServer {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Writes a line into every answer and upgraded connection. */
  readonly tell: (line: string) => void;
  readonly stop: () => Promise<void>;
}

/** Every request gets an answer that never ends; an upgrade to a websocket becomes a connection of plain lines. */
export async function startStreamingServer(): Promise<StreamingServer> {
  const open = new Set<ServerResponse | Socket>();
  const keep = (one: ServerResponse | Socket): void => {
    open.add(one);
    one.once('close', () => open.delete(one));
    one.on('error', () => one.destroy());
  };
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write('hello\n');
    keep(response);
  });
  server.on('upgrade', (_, socket: Socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\nhello\n');
    socket.resume();
    keep(socket);
  });
  const port = await listen(server);
  return {
    port,
    tell: (line) => {
      for (const one of open) one.write(`${line}\n`);
    },
    stop: async () => {
      const closed = close(server);
      for (const one of open) one.destroy();
      server.closeAllConnections();
      await closed;
    },
  };
}

export interface LongLived {
  /** Settles when a line has come; rejects when the connection has ended before. */
  readonly heard: (line: string) => Promise<void>;
  readonly close: () => void;
}

/** Asks for an answer that never ends. Over HTTP/2 if the options say so. */
export async function openStream(options: RequestOptions): Promise<LongLived> {
  const socket = await openConnection(options);
  if (options.protocol === 'http2') return overHttp2(options, socket);
  socket.write(`GET ${options.path ?? '/'} HTTP/1.1\r\nhost: ${options.host}\r\n${headerLines(options)}\r\n`);
  return started(linesOf(socket), () => socket.destroy());
}

/** Upgrades a connection to a websocket. */
export async function openWebsocket(options: RequestOptions): Promise<LongLived> {
  const socket = await openConnection(options);
  const upgrade = 'connection: upgrade\r\nupgrade: websocket\r\n';
  socket.write(`GET ${options.path ?? '/'} HTTP/1.1\r\nhost: ${options.host}\r\n${upgrade}${headerLines(options)}\r\n`);
  return started(linesOf(socket), () => socket.destroy());
}

/** Says something and nothing more, for servers that answer with lines of their own. */
export async function openPlain(options: RequestOptions): Promise<LongLived> {
  const socket = await openConnection(options);
  socket.write('GET / HTTP/1.1\r\nhost: plain\r\n\r\n');
  return started(linesOf(socket), () => socket.destroy());
}

const headerLines = ({ headers = {} }: RequestOptions): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${String(value)}\r\n`)
    .join('');

async function overHttp2(options: RequestOptions, socket: Socket): Promise<LongLived> {
  const session = connectHttp2(`https://${options.host}`, { createConnection: () => socket });
  session.on('error', () => session.destroy());
  const stream = session.request({ ':path': '/', ':authority': options.host });
  stream.on('error', () => session.destroy());
  return started(linesOf(stream), () => session.destroy());
}

async function started(lines: Lines, close: () => void): Promise<LongLived> {
  await lines.heard('hello');
  return { ...lines, close };
}

type Lines = Pick<LongLived, 'heard'>;

function linesOf(stream: NodeJS.ReadableStream): Lines {
  let text = '';
  let isOver = false;
  let wake = (): void => undefined;
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    text += chunk;
    wake();
  });
  for (const event of ['end', 'close', 'error'])
    stream.on(event, () => {
      isOver = true;
      wake();
    });
  return {
    heard: async (line) => {
      while (!text.includes(`${line}\n`)) {
        if (isOver) throw new Error(`the connection ended before "${line}"; it began with ${text.slice(0, 300)}`);
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
