/**
 * Reads serialized `FileDescriptorProto`s out of Go code that protoc-gen-go wrote, without compiling it.
 *
 * Each `.pb.go` file holds its descriptor as `<name>_rawDesc`: a sum of string literals in recent versions, a byte
 * slice in older ones.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Every descriptor in the `.pb.go` files below a directory. */
export function descriptorsInGoModule(directory: string): readonly Uint8Array[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.pb.go'))
    .map((path) => readFileSync(`${directory}/${path}`, 'utf8'))
    .flatMap((source) => descriptorInGoSource(source) ?? []);
}

/** The descriptor in one Go file, or nothing if it has none. */
export function descriptorInGoSource(source: string): Uint8Array | undefined {
  const start = /^(?:const|var) \w+_rawDesc = /m.exec(source);
  if (!start) return undefined;
  const body = source.slice(start.index + start[0].length);
  return body.startsWith('[]byte{') ? byteSlice(body) : stringSum(body);
}

function byteSlice(body: string): Uint8Array {
  const literal = body.slice(0, body.indexOf('}'));
  return Uint8Array.from(literal.match(/0x[0-9a-f]{2}/g) ?? [], Number);
}

function stringSum(body: string): Uint8Array {
  const literals = /^"(?:[^"\\]|\\.)*"(?:\s*\+\s*"(?:[^"\\]|\\.)*")*/.exec(body)?.[0] ?? '';
  const parts = [...literals.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => unquote(text));
  return Buffer.concat(parts);
}

const SIMPLE_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['a', 0x07],
  ['b', 0x08],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
  ['\\', 0x5c],
  ['"', 0x22],
]);

/** Undoes Go's `strconv.Quote`: bytes are written as themselves, as `\xNN`, or as a rune in UTF-8. */
function unquote(text: string): Uint8Array {
  const pieces = text.match(/\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}|\\.|[^\\]+/g) ?? [];
  return Buffer.concat(pieces.map(unescape));
}

function unescape(piece: string): Uint8Array {
  if (!piece.startsWith('\\')) return Buffer.from(piece, 'utf8');
  if (piece.startsWith('\\x')) return Buffer.from(piece.slice(2), 'hex');
  if (/^\\u/i.test(piece)) return Buffer.from(String.fromCodePoint(Number.parseInt(piece.slice(2), 16)), 'utf8');
  const byte = SIMPLE_ESCAPES.get(piece.slice(1));
  if (byte === undefined) throw new Error(`unknown Go escape ${piece}`);
  return Buffer.of(byte);
}
