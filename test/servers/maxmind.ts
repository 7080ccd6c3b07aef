/**
 * Databases in MaxMind's format, for as few networks as a test needs.
 *
 * Source: https://maxmind.github.io/MaxMind-DB/
 */
import { rename, writeFile } from 'node:fs/promises';

/** What a database says of a network: texts, whole numbers, truths, and lists and maps of them. */
export type Entry = string | number | boolean | readonly Entry[] | { readonly [key: string]: Entry };

/** Writes a database of IPv4 networks, by ranges such as `127.0.0.0/16` of which none lies in another. */
export async function writeDatabase(path: string, networks: Readonly<Record<string, Entry>>): Promise<void> {
  // Another process that writes the same or reads it sees it whole.
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, encodeDatabase(networks));
  await rename(unfinished, path);
}

const RECORD_BITS = 24;
const SEPARATOR = Buffer.alloc(16);
const MARK = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');

function encodeDatabase(networks: Readonly<Record<string, Entry>>): Buffer {
  const data: Buffer[] = [];
  let length = 0;
  const nodes: Node[] = [[undefined, undefined]];
  for (const [range, entry] of Object.entries(networks)) {
    insert(nodes, range, { offset: length });
    const encoded = encode(entry);
    data.push(encoded);
    length += encoded.length;
  }
  return Buffer.concat([encodeTree(nodes), SEPARATOR, ...data, MARK, encode(metadata(nodes.length))]);
}

type Child = number | { readonly offset: number } | undefined;
type Node = [zero: Child, one: Child];

/** Goes down the tree bit by bit, and makes the nodes that are missing. */
function insert(nodes: Node[], range: string, leaf: { readonly offset: number }): void {
  const [address = '', length = '32'] = range.split('/');
  const bits = address.split('.').map((part) => Number(part).toString(2).padStart(8, '0'));
  const path = [...bits.join('').slice(0, Number(length))].map((bit) => (bit === '1' ? 1 : 0));
  let at = 0;
  for (const [depth, bit] of path.entries()) {
    const node = nodes[at];
    if (!node) throw new Error('a node is missing');
    if (depth === path.length - 1) {
      node[bit] = leaf;
      return;
    }
    const next = node[bit];
    at = typeof next === 'number' ? next : nodes.push([undefined, undefined]) - 1;
    node[bit] = at;
  }
}

function encodeTree(nodes: readonly Node[]): Buffer {
  const bytes = Buffer.alloc(nodes.length * 6);
  const value = (child: Child): number => {
    if (child === undefined) return nodes.length;
    return typeof child === 'number' ? child : nodes.length + SEPARATOR.length + child.offset;
  };
  for (const [place, [zero, one]] of nodes.entries()) {
    bytes.writeUIntBE(value(zero), place * 6, 3);
    bytes.writeUIntBE(value(one), place * 6 + 3, 3);
  }
  return bytes;
}

/** Whole numbers stand in 32 bits, but for those of which the format wants others. */
type Typed = Entry | { readonly uint16: number } | { readonly uint64: number };

const metadata = (nodeCount: number): Readonly<Record<string, Typed>> => ({
  binary_format_major_version: { uint16: 2 },
  binary_format_minor_version: { uint16: 0 },
  build_epoch: { uint64: 1 },
  database_type: 'Test',
  description: { en: 'Networks of a test' },
  ip_version: { uint16: 4 },
  languages: ['en'],
  node_count: nodeCount,
  record_size: { uint16: RECORD_BITS },
});

function encode(value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.concat([head(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') return whole(6, value, 4);
  if (typeof value === 'boolean') return head(14, value ? 1 : 0);
  if (Array.isArray(value)) return Buffer.concat([head(11, value.length), ...value.map(encode)]);
  if (typeof value !== 'object' || value === null) throw new Error(`nothing stands for ${String(value)}`);
  if ('uint16' in value) return whole(5, Number(value.uint16), 2);
  if ('uint64' in value) return whole(9, Number(value.uint64), 4);
  const entries = Object.entries(value);
  return Buffer.concat([head(7, entries.length), ...entries.flatMap(([key, child]) => [encode(key), encode(child)])]);
}

function whole(type: number, value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return Buffer.concat([head(type, length), bytes]);
}

/** Type and size; types above 7 stand in a byte of their own. */
function head(type: number, size: number): Buffer {
  const short = size < 29 ? size : 29;
  return Buffer.from([
    ((type > 7 ? 0 : type) << 5) | short,
    ...(type > 7 ? [type - 7] : []),
    ...(size < 29 ? [] : [size - 29]),
  ]);
}
