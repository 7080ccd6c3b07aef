/**
 * Reads of `envoy.config.core.v3.Node` what a relay uses.
 *
 * Envoy's own Node has some 60 KB, nearly all of it the list of its extensions; that is stepped over.
 * Source: envoy/config/core/v3/base.proto, google/protobuf/struct.proto
 */
import type { NodeIdentity } from '../ads-server.ts';
import {
  bytesTag,
  cursorOver,
  openField,
  readFields,
  readText,
  readVarint,
  varintTag,
  type Cursor,
} from './protobuf.ts';

/** @throws WireError if the bytes are no such message. */
export function readNode(bytes: Buffer): NodeIdentity {
  const cursor = cursorOver(bytes);
  const node = { id: '', cluster: '', locality: NOWHERE, metadata: new Map<string, string>(), version: '' };
  readFields(cursor, (tag) => {
    switch (tag) {
      case bytesTag(1):
        node.id = readText(cursor);
        return true;
      case bytesTag(2):
        node.cluster = readText(cursor);
        return true;
      case bytesTag(3):
        readStruct(openField(cursor), node.metadata);
        return true;
      case bytesTag(4):
        node.locality = readLocality(openField(cursor));
        return true;
      case bytesTag(7): // user_agent_version
        node.version = readText(cursor);
        return true;
      case bytesTag(8): // user_agent_build_version
        node.version = readBuildVersion(openField(cursor));
        return true;
      default:
        return false;
    }
  });
  return node;
}

type Locality = NodeIdentity['locality'];
const NOWHERE: Locality = { region: '', zone: '', subZone: '' };

function readLocality(cursor: Cursor): Locality {
  const [region = '', zone = '', subZone = ''] = readTexts(cursor, 3);
  return { region, zone, subZone };
}

/** The first text fields of a message, by number. */
function readTexts(cursor: Cursor, count: number): string[] {
  const texts: string[] = Array.from({ length: count }, () => '');
  readFields(cursor, (tag) => {
    if ((tag & 7) !== 2 || tag >>> 3 > count) return false;
    texts[(tag >>> 3) - 1] = readText(cursor);
    return true;
  });
  return texts;
}

/** `BuildVersion.version`, a `SemanticVersion` of three numbers. */
function readBuildVersion(cursor: Cursor): string {
  const numbers = [0, 0, 0];
  readFields(cursor, (tag) => {
    if (tag !== bytesTag(1)) return false;
    const version = openField(cursor);
    readFields(version, (inner) => {
      const index = (inner >>> 3) - 1;
      if ((inner & 7) !== 0 || index >= numbers.length) return false;
      numbers[index] = readVarint(version);
      return true;
    });
    return true;
  });
  return numbers.join('.');
}

/** The entries of a Struct that are strings, numbers or booleans. */
function readStruct(cursor: Cursor, entries: Map<string, string>): void {
  readFields(cursor, (tag) => {
    if (tag !== bytesTag(1)) return false;
    const entry = openField(cursor);
    let key = '';
    let value: string | undefined;
    readFields(entry, (inner) => {
      if (inner === bytesTag(1)) key = readText(entry);
      else if (inner === bytesTag(2)) value = readScalar(openField(entry));
      else return false;
      return true;
    });
    if (value !== undefined) entries.set(key, value);
    return true;
  });
}

const NUMBER_TAG = (2 << 3) | 1;

function readScalar(cursor: Cursor): string | undefined {
  let value: string | undefined;
  readFields(cursor, (tag) => {
    switch (tag) {
      case bytesTag(3):
        value = readText(cursor);
        return true;
      case varintTag(4):
        value = String(readVarint(cursor) !== 0);
        return true;
      case NUMBER_TAG:
        value = readDouble(cursor);
        return false; // Stepped over by the caller, which also checks that it is there whole.
      default:
        return false;
    }
  });
  return value;
}

const readDouble = ({ bytes, at, end }: Cursor): string | undefined =>
  at + 8 <= end ? String(bytes.readDoubleLE(at)) : undefined;
