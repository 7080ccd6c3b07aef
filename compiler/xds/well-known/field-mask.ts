/** `google.protobuf.FieldMask`: paths in lowerCamelCase joined by commas in JSON, a list of proto paths on the wire. */
import { readFields } from '../wire/fields.ts';
import { shown } from '../wire/shown.ts';
import type { WellKnownCodec } from './index.ts';

export const fieldMaskCodec: WellKnownCodec = {
  write(writer, value) {
    if (typeof value !== 'string' || !/^[\w.,]*$/.test(value)) return `expected field paths, got ${shown(value)}`;
    const paths = value === '' ? [] : value.split(',');
    for (const path of paths.reverse()) {
      writer.string(path.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
      writer.varint(PATHS_TAG);
    }
    return undefined;
  },
  read(reader) {
    const paths: string[] = [];
    readFields(reader, new Map([[1, () => paths.push(camelCase(reader.string()))]]), 'FieldMask');
    return paths.join(',');
  },
};

const PATHS_TAG = 0x0a;

const camelCase = (path: string): string =>
  path.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
