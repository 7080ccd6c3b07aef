/** Reads `initial_resource_versions`: what a delta client that connects anew has already. */
import { bytesTag, openField, readFields, readText, type Cursor } from './protobuf.ts';
import { createRecentRuns, type ReadRun } from './recent-runs.ts';

export interface KnownVersions {
  /** Differs from object to object: stands for it in the keys of caches. */
  readonly key: number;
  /** Resource names and the versions that the client has of them. */
  readonly versions: ReadonlyMap<string, string>;
}

export const NO_VERSIONS: KnownVersions = { key: 0, versions: new Map() };

/** @param field The number of the map field, below 16. */
export const createVersionReader = (field: number): { readonly readRun: ReadRun<KnownVersions> } => ({
  readRun: createRecentRuns(bytesTag(field), readVersions),
});

/** Adds the versions of another run, should a client write its map in several. */
export const joinVersions = (known: KnownVersions, run: KnownVersions): KnownVersions =>
  known === NO_VERSIONS ? run : knownVersions(new Map([...known.versions, ...run.versions]));

export const knownVersions = (versions: ReadonlyMap<string, string>): KnownVersions => ({ key: ++lastKey, versions });
let lastKey = 0;

function readVersions(cursor: Cursor, tag: number): KnownVersions {
  const versions = new Map<string, string>();
  while (cursor.at < cursor.end && cursor.bytes[cursor.at] === tag) {
    cursor.at++;
    const entry = openField(cursor);
    let name = '';
    let version = '';
    readFields(entry, (inner) => {
      if (inner === bytesTag(1)) name = readText(entry);
      else if (inner === bytesTag(2)) version = readText(entry);
      else return false;
      return true;
    });
    versions.set(name, version);
  }
  return knownVersions(versions);
}
