/**
 * What is in a bundle, decoded by protobuf-es's reader: by another implementation of the wire format, and in any order
 * of fields, as Envoy would.
 */
import { BinaryReader } from '@bufbuild/protobuf/wire';
import type { Bundle, Requirement } from '../../compiler/5-pack/bundle.ts';
import { blockBytes, readBlock } from '../../compiler/5-pack/read.ts';

export interface DecodedEntry {
  readonly typeUrl: string;
  readonly name: string;
  readonly version: string;
  readonly value: Uint8Array;
  readonly requires: readonly Requirement[];
}

/**
 * Reads all entries, and decodes them both as parts of a delta and of a State-of-the-World response.
 * @throws Error where the two differ, or where a view says something else than the message in it.
 */
export const entriesOf = (bundle: Pick<Bundle, 'manifest' | 'chunks'>): DecodedEntry[] =>
  bundle.manifest.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      readBlock(blockBytes(block, bundle.chunks)).map(({ name, version, resource, any, requires }) => {
        const delta = onlyField(fields(resource), 2);
        const inner = fields(delta);
        const fromDelta = fields(onlyField(inner, 2));
        const fromSotw = fields(onlyField(fields(any), 2));
        const typeUrl = text(onlyField(fromDelta, 1));
        const value = onlyField(fromDelta, 2);
        same([name, text(onlyField(inner, 3))], [version, text(onlyField(inner, 1))], [typeUrl, section.typeUrl]);
        same([typeUrl, text(onlyField(fromSotw, 1))], [hex(value), hex(onlyField(fromSotw, 2))]);
        return { typeUrl, name, version, value: Uint8Array.from(value), requires };
      }),
    ),
  );

/** The length-delimited fields of a message, by number. */
function fields(message: Uint8Array): ReadonlyMap<number, Uint8Array[]> {
  const reader = new BinaryReader(message);
  const found = new Map<number, Uint8Array[]>();
  while (reader.pos < reader.len) {
    const [number] = reader.tag();
    found.set(number, [...(found.get(number) ?? []), reader.bytes()]);
  }
  return found;
}

function onlyField(message: ReadonlyMap<number, Uint8Array[]>, number: number): Uint8Array {
  const [value, ...others] = message.get(number) ?? [];
  if (!value || others.length > 0) throw new Error(`field ${number} is there ${others.length} times`);
  return value;
}

function same(...pairs: readonly (readonly [string, string])[]): void {
  for (const [a, b] of pairs) if (a !== b) throw new Error(`${a} is not ${b}`);
}

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
