/**
 * Finds the serialized `FileDescriptorProto`s that protoc embeds in C++ programs, here in the Envoy binary itself.
 *
 * A descriptor begins with field 1, the file's name, which ends in `.proto`. Its end is not marked: fields are read
 * on for as long as they are fields that a `FileDescriptorProto` has, in ascending order, as protoc writes them.
 *
 * Source: google/protobuf/descriptor.proto, message FileDescriptorProto.
 */

/** Every descriptor found in a program's bytes. */
export function descriptorsInBinary(binary: Uint8Array): readonly Uint8Array[] {
  const buffer = Buffer.from(binary.buffer, binary.byteOffset, binary.length);
  const found: Uint8Array[] = [];
  const suffix = '.proto';
  for (let at = buffer.indexOf(suffix); at >= 0; at = buffer.indexOf(suffix, at + 1)) {
    const nameEnd = at + suffix.length;
    const start = startOfName(buffer, nameEnd);
    if (start !== undefined) found.push(buffer.subarray(start, endOfFields(buffer, nameEnd)));
  }
  return found.filter((bytes) => bytes.length > LONGEST_NAME);
}

const LONGEST_NAME = 127;
const NAME_TAG = 0x0a;

/** Where the tag and length stand that announce exactly the name ending here. */
function startOfName(buffer: Buffer, nameEnd: number): number | undefined {
  for (let length = '.proto'.length + 1; length <= LONGEST_NAME; length++) {
    const start = nameEnd - length - 2;
    if (start < 0 || !isNameCharacter(buffer[start + 2])) continue;
    if (buffer[start] === NAME_TAG && buffer[start + 1] === length && isName(buffer, start + 2, nameEnd)) return start;
  }
  return undefined;
}

const isName = (buffer: Buffer, start: number, end: number): boolean =>
  /^[\w\-./]+$/.test(buffer.toString('latin1', start, end));

const isNameCharacter = (byte: number | undefined): boolean => byte !== undefined && byte > 0x20 && byte < 0x7f;

/** Field number to wire type, of every field that follows the name. */
const FIELDS: ReadonlyMap<number, number> = new Map([
  [2, 2],
  [3, 2],
  [4, 2],
  [5, 2],
  [6, 2],
  [7, 2],
  [8, 2],
  [9, 2],
  [10, 0],
  [11, 0],
  [12, 2],
  [14, 0],
]);

function endOfFields(buffer: Buffer, start: number): number {
  let end = start;
  let lastField = 1;
  for (;;) {
    const tag = readVarint(buffer, end);
    const field = tag && tag.value >>> 3;
    if (!tag || !field || field < lastField || FIELDS.get(field) !== (tag.value & 7)) return end;
    const value = readVarint(buffer, tag.end);
    const next = value && (tag.value & 7) === 2 ? value.end + value.value : value?.end;
    if (next === undefined || next > buffer.length) return end;
    end = next;
    lastField = field;
  }
}

function readVarint(buffer: Buffer, start: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let at = start; at < start + 4; at++) {
    const byte = buffer[at];
    if (byte === undefined) return undefined;
    value |= (byte & 0x7f) << (7 * (at - start));
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return undefined;
}
