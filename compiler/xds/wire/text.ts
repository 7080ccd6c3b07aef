/** Scalars that are not numbers: `bool`, `string` and `bytes`. */
import type { ScalarCodec } from './scalars.ts';
import { shown } from './shown.ts';
import { WIRE } from './wire-type.ts';

declare global {
  interface String {
    /** ECMAScript 2024, in every runtime that we support: whether the string has no half of a surrogate pair. */
    isWellFormed(): boolean;
  }
}

export const boolCodec: ScalarCodec = {
  wireType: WIRE.varint,
  zero: false,
  isZero: (value) => value === false,
  write(writer, value) {
    if (typeof value !== 'boolean') return `expected true or false, got ${shown(value)}`;
    writer.varint(value ? 1 : 0);
    return undefined;
  },
  read: (reader) => reader.varint64() !== 0n,
};

export const stringCodec: ScalarCodec = {
  wireType: WIRE.lengthDelimited,
  zero: '',
  isZero: (value) => value === '',
  write(writer, value) {
    if (typeof value !== 'string') return `expected a string, got ${shown(value)}`;
    if (!value.isWellFormed()) return `is not well-formed Unicode: ${shown(value)}`;
    writer.string(value);
    return undefined;
  },
  read: (reader) => reader.string(),
};

export const bytesCodec: ScalarCodec = {
  wireType: WIRE.lengthDelimited,
  zero: '',
  isZero: (value) => value === '',
  write(writer, value) {
    if (typeof value !== 'string' || !BASE64.test(value)) return `expected base64, got ${shown(value)}`;
    const binary = atob(value);
    writer.bytes(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
    writer.varint(binary.length);
    return undefined;
  },
  read: (reader) => btoa(Array.from(reader.bytes(), (byte) => String.fromCharCode(byte)).join('')),
};

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
