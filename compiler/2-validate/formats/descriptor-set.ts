/** Descriptors of gRPC services, as protoc writes them. Source: google/protobuf/descriptor.proto, FileDescriptorSet */
import type { Check } from '../formats.ts';
import { Reader, WireError } from '../../xds/wire/reader.ts';
import { isBase64 } from './base64.ts';

/** Full names of the services in a descriptor set; it must be sound. */
export const servicesOf = (base64: string): readonly string[] => filesOf(base64).flatMap(({ services }) => services);

export const checkDescriptorSet: Check = (value, at, report) => {
  const expected = formOf(String(value));
  if (expected !== undefined) report('invalid-format', at, { value, expected });
};

/** What a text should be in order to be a descriptor set in base64, unless it is one. */
function formOf(base64: string): string | undefined {
  if (!isBase64(base64)) return 'a descriptor set in base64 with padding, in one line';
  try {
    return importProblem(filesOf(base64));
  } catch (error) {
    if (error instanceof WireError) return `a descriptor set in base64, and this is none: ${error.message}`;
    throw error;
  }
}

/** Envoy builds the files in their order, so that each has to come after those that it imports. */
function importProblem(files: readonly DescribedFile[]): string | undefined {
  if (files.length === 0) return 'a descriptor set with at least one file';
  const known = new Set<string>();
  for (const { name, imports } of files) {
    const missing = imports.find((path) => !known.has(path));
    if (missing !== undefined)
      return `a descriptor set with all imports, as protoc writes it with --include_imports: ${name} imports ${missing}`;
    known.add(name);
  }
  return undefined;
}

interface DescribedFile {
  readonly name: string;
  readonly imports: readonly string[];
  /** Full names. */
  readonly services: readonly string[];
}

const filesOf = (base64: string): readonly DescribedFile[] =>
  partsOf(
    Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    1,
  ).map(describedFile);

function describedFile(file: Uint8Array): DescribedFile {
  const [packageName = ''] = partsOf(file, 2).map(text);
  const services = partsOf(file, 6).flatMap((service) => partsOf(service, 1).map(text));
  return {
    name: partsOf(file, 1).map(text).at(-1) ?? '',
    imports: partsOf(file, 3).map(text),
    services: services.map((name) => (packageName === '' ? name : `${packageName}.${name}`)),
  };
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The values of a message's field that are texts or messages; all other fields are skipped. */
function partsOf(message: Uint8Array, wanted: number): readonly Uint8Array[] {
  const reader = new Reader(message);
  const parts: Uint8Array[] = [];
  while (!reader.isAtEnd) {
    const tag = reader.varint32();
    if ((tag & 7) !== 2) skip(reader, tag & 7);
    else {
      const bytes = reader.bytes();
      if (tag >>> 3 === wanted) parts.push(bytes);
    }
  }
  return parts;
}

function skip(reader: Reader, wireType: number): void {
  if (wireType === 0) reader.varint64();
  else if (wireType === 1) reader.fixed64();
  else if (wireType === 5) reader.fixed32();
  else throw new WireError(`there is no wire type ${wireType}`);
}
