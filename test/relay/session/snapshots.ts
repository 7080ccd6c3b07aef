/** Snapshots written in a line, with versions that a reader can follow. */
import type { PackedResource } from '../../../compiler/5-pack/bundle.ts';
import { frame } from '../../../compiler/5-pack/frame.ts';
import { readBlock, type Entry } from '../../../compiler/5-pack/read.ts';
import { TypeUrl, type ResourceKind } from '../../../compiler/xds/resource-types.ts';
import { createSection, type Section } from '../../../relay/section.ts';
import { assembleSnapshot, type Snapshot } from '../../../relay/snapshot.ts';

/** Resources by type, and of each type the version by name. */
export type Contents = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The type URL behind a short name such as `cluster`; any other word stands for itself. */
export const typeUrlOf = (kind: string): string => (isKind(kind) ? TypeUrl[kind] : kind);
const isKind = (kind: string): kind is ResourceKind => Object.hasOwn(TypeUrl, kind);

/** The short name of a type URL. */
export const kindOf = (typeUrl: string): string =>
  Object.entries(TypeUrl).find(([, url]) => url === typeUrl)?.[0] ?? typeUrl;

/**
 * Makes a snapshot. A cluster needs the load assignment of its name, if the snapshot has one. A resource is its name
 * and its version; a section's version is all of its resources.
 */
export function snapshotOf(push: number, contents: Contents, previous: Snapshot | null): Snapshot {
  const endpoints = contents.get(TypeUrl.endpoint);
  const sections = [...contents].map(([typeUrl, resources]) => sectionOf(typeUrl, resources, endpoints));
  return assembleSnapshot({
    gateway: 'default/edge',
    bundle: `bundle-${push}`,
    nodes: { clusters: ['edge'], ids: [], labels: {} },
    push,
    identifier: `relay/bundle-${push}`,
    sections,
    parts: new Map(),
    ...(previous && { previous }),
  });
}

function sectionOf(
  typeUrl: string,
  resources: ReadonlyMap<string, string>,
  endpoints: ReadonlyMap<string, string> | undefined,
): Section {
  const sorted = [...resources].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = sorted.map(([name, version]) => {
    const needsEndpoints = typeUrl === TypeUrl.cluster && endpoints?.has(name);
    return [entryOf(typeUrl, name, version, needsEndpoints ? [{ typeUrl: TypeUrl.endpoint, name }] : [])];
  });
  return createSection(typeUrl, versionOf(resources), parts);
}

export const versionOf = (resources: ReadonlyMap<string, string>): string =>
  [...resources]
    .map(([name, version]) => `${name}${version}`)
    .toSorted()
    .join('.') || 'none';

/** A resource whose field 1 is its name and whose field 2 is its version. */
export function entryOf(typeUrl: string, name: string, version: string, requires: PackedResource['requires']): Entry {
  const value = Buffer.concat([field(1, name), field(2, version)]);
  const { head, tail } = frame({ typeUrl, name, value, requires }, version);
  const [entry] = readBlock(Buffer.concat([head, value, tail]));
  if (!entry) throw new Error('a block of one resource has one entry');
  return entry;
}

const field = (number: number, text: string): Buffer =>
  Buffer.concat([Buffer.from([(number << 3) | 2, Buffer.byteLength(text)]), Buffer.from(text)]);
