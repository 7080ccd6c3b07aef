/** A DNS server for tests: it knows the addresses that it is told, and what it was asked. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import type { Socket } from 'node:net';
import { close, listen } from './ports.ts';

export interface DnsServer {
  /** On 127.0.0.1, over UDP and TCP. */
  readonly port: number;
  /** Every question, in order. */
  readonly questions: readonly Question[];
  readonly count: (name: string) => number;
  /** Says what a name leads to from now on; no addresses mean that nobody has the name. */
  readonly set: (name: string, addresses: readonly string[], ttlSeconds?: number) => void;
  /** Answers questions for a name with an error of the server from now on. */
  readonly fail: (name: string) => void;
  readonly stop: () => Promise<void>;
}

export interface Question {
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'other';
  readonly transport: 'udp' | 'tcp';
}

type Known = 'failure' | { readonly addresses: readonly string[]; readonly ttl: number };

export async function startDnsServer(): Promise<DnsServer> {
  const known = new Map<string, Known>();
  const questions: Question[] = [];
  const answer = (message: Buffer, transport: Question['transport']): Buffer => {
    const { name, type, end } = readQuestion(message);
    questions.push({ name, type, transport });
    return reply(message.subarray(0, end), type, known.get(name));
  };
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
    // Questions are short, and come in one piece each.
    socket.on('data', (chunk: Buffer) => {
      const answered = answer(chunk.subarray(2), 'tcp');
      const length = Buffer.alloc(2);
      length.writeUInt16BE(answered.length);
      socket.write(Buffer.concat([length, answered]));
    });
  });
  const port = await listen(tcp);
  const udp = createSocket('udp4', (message, { port: from, address }) => {
    udp.send(answer(message, 'udp'), from, address);
  });
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    port,
    questions,
    count: (name) => questions.filter((question) => question.name === name).length,
    set: (name, addresses, ttl = 3600) => void known.set(name, { addresses, ttl }),
    fail: (name) => void known.set(name, 'failure'),
    stop: async () => {
      const closed = close(tcp);
      for (const socket of sockets) socket.destroy();
      udp.close();
      await closed;
    },
  };
}

const HEADER_BYTES = 12;
const TYPES: ReadonlyMap<number, Question['type']> = new Map([
  [1, 'A'],
  [28, 'AAAA'],
]);

/** The first question of a message, and where it ends (RFC 1035, section 4.1). */
function readQuestion(message: Buffer): Omit<Question, 'transport'> & { readonly end: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return {
    name: labels.join('.').toLowerCase(),
    type: TYPES.get(message.readUInt16BE(at + 1)) ?? 'other',
    end: at + 5,
  };
}

/** RFC 1035, section 4.1.1. */
const CODES = { failure: 2, nobody: 3 };

function reply(question: Buffer, type: Question['type'], known: Known = { addresses: [], ttl: 0 }): Buffer {
  const { addresses, ttl } = known === 'failure' ? { addresses: [], ttl: 0 } : known;
  const code = known === 'failure' ? CODES.failure : addresses.length === 0 ? CODES.nobody : 0;
  const fitting = addresses.filter((address) => type === (isIPv6(address) ? 'AAAA' : 'A'));
  const header = Buffer.from(question);
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(fitting.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, ...fitting.map((address) => record(address, ttl))]);
}

function record(address: string, ttl: number): Buffer {
  const bytes = isIPv6(address) ? ipv6Bytes(address) : Buffer.from(address.split('.').map(Number));
  const record = Buffer.alloc(12);
  record.writeUInt16BE(0xc00c, 0); // The name of the question.
  record.writeUInt16BE(isIPv6(address) ? 28 : 1, 2);
  record.writeUInt16BE(1, 4);
  record.writeUInt32BE(ttl, 6);
  record.writeUInt16BE(bytes.length, 10);
  return Buffer.concat([record, bytes]);
}

function ipv6Bytes(address: string): Buffer {
  const [head = '', tail = ''] = address.split('::');
  const groups = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  const [first, last] = [groups(head), groups(tail)];
  const middle = Array.from({ length: 8 - first.length - last.length }, () => 0);
  return Buffer.from([...first, ...middle, ...last].flatMap((group) => [group >> 8, group & 0xff]));
}
