/** Where the two sides of a comparison come from: documents, a compiled folder, or a bucket. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { GatewayName } from '../../compiler/index.ts';
import { readHead, type Store } from '../../store/index.ts';
import { findRevision, gatewayName, gatewaysIn, isUrl, loadWhole, openBucket } from '../bucket.ts';
import { compileOrFail } from '../diagnostics.ts';
import { STANDARD_INPUT } from '../documents.ts';
import { failedWith } from '../failure.ts';
import type { Host } from '../host.ts';
import { isCompiledFolder } from '../compiled-folder.ts';
import { snapshotsOfCompiled } from './compiled-source.ts';
import { snapshotOfBundle, snapshotOfCompiled, type GatewaySnapshot } from '../../compiler/diff/snapshot.ts';

/** One side, before its gateways are loaded. */
export interface Source {
  readonly gateways: readonly GatewayName[];
  /** Others may publish into a bucket too, so what only a bucket has is not the other side's removal. */
  readonly isShared: boolean;
  readonly load: (gateway: GatewayName) => Promise<GatewaySnapshot>;
}

export interface SourceOptions {
  /** The bucket that `@revision` is of. */
  readonly store?: string;
}

/**
 * Finds out what text names:
 *
 * - `@12`, `@3f9a2c1b`, `@head`: that revision of each gateway, in the bucket that the options name
 * - a URL, or a directory that is a bucket: the head of each gateway in it
 * - a folder that `enroutectl compile` has written
 * - any other path: documents
 *
 * @throws Failure if there is nothing of the kind, or documents do not compile.
 */
export async function openSource(text: string, { store }: SourceOptions, host: Host): Promise<Source> {
  if (text.startsWith('@')) return bucketSource(await openBucket(store, host), text.slice(1));
  if (isUrl(text) || (await isBucket(text, host))) return bucketSource(await openBucket(text, host), 'head');
  const folder = resolve(host.cwd, text);
  if (text !== STANDARD_INPUT && (await isCompiledFolder(folder))) return listSource(await snapshotsOfCompiled(folder));
  return listSource((await compileOrFail([text], host)).bundles.map(snapshotOfCompiled));
}

/** The gateways of two sides that are to be compared, by their names. */
export function comparedGateways(from: Source, to: Source, wanted: readonly string[]): readonly GatewayName[] {
  const names = new Set([...from.gateways, ...to.gateways]);
  if (wanted.length > 0) return wanted.map(gatewayName).filter((gateway) => names.has(gateway));
  if (from.isShared === to.isShared) return [...names];
  return from.isShared ? to.gateways : from.gateways;
}

/** A gateway that a side does not have is no snapshot. */
export const loadGateways = (source: Source, gateways: readonly GatewayName[]): Promise<readonly GatewaySnapshot[]> =>
  Promise.all(gateways.filter((gateway) => source.gateways.includes(gateway)).map(source.load));

async function bucketSource(store: Store, revision: string): Promise<Source> {
  return {
    gateways: await gatewaysIn(store),
    isShared: true,
    load: async (gateway) => snapshotOfBundle(await loadWhole(store, await bundleOf(store, gateway, revision))),
  };
}

/** The head's bundle is known without its revision, which may have been collected. */
async function bundleOf(store: Store, gateway: GatewayName, revision: string) {
  const head = revision === 'head' ? await readHead(store, gateway) : undefined;
  return head ? head.pointer.bundle : (await findRevision(store, gateway, revision)).bundle;
}

const listSource = (snapshots: readonly GatewaySnapshot[]): Source => {
  const byName = new Map(snapshots.map((snapshot) => [snapshot.gateway, snapshot]));
  return {
    gateways: [...byName.keys()],
    isShared: false,
    load: async (gateway) => byName.get(gateway) ?? { gateway, resources: [] },
  };
};

/** Whether a path is a directory that bundles were published into. */
async function isBucket(path: string, host: Host): Promise<boolean> {
  if (path === STANDARD_INPUT) return false;
  try {
    return (await stat(join(resolve(host.cwd, path), 'pointers'))).isDirectory();
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}
