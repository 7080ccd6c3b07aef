/** The folder that `enroutectl compile --out` writes: one folder a gateway, one file a resource type. */
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleFiles, type CompiledBundle } from '../compiler/index.ts';
import { failedWith } from './failure.ts';

/** Says which gateway a folder is of; every compiled gateway has it. */
export const GATEWAY_FILE = 'gateway.json';

/** How one file of a compiled folder differs from what the documents give now. */
export interface FileDifference {
  /** Within the folder, for example `default.edge/routes.json`. */
  readonly path: string;
  /** `stale`: compiled once, and no part of the output any more. */
  readonly status: 'changed' | 'missing' | 'stale';
  readonly before: string;
  readonly after: string;
}

/** Whether a folder holds a compiled gateway. Documents have an `apiVersion`, which `gateway.json` has not. */
export async function isCompiledGateway(folder: string): Promise<boolean> {
  const value = parseJson(await readIfThere(join(folder, GATEWAY_FILE)));
  return isObject(value) && typeof value['gateway'] === 'string' && !('apiVersion' in value);
}

/** Whether a folder is one that was compiled into. */
export async function isCompiledFolder(folder: string): Promise<boolean> {
  for (const name of await namesIn(folder)) if (await isCompiledGateway(join(folder, name))) return true;
  return false;
}

/** The files of all gateways in a compiled folder, path within it → text, in the order of the paths. */
export async function readCompiled(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const gateway of (await namesIn(folder)).sort()) {
    if (!(await isCompiledGateway(join(folder, gateway)))) continue;
    for (const name of (await namesIn(join(folder, gateway))).sort()) {
      const text = name.endsWith('.json') ? await readIfThere(join(folder, gateway, name)) : undefined;
      if (text !== undefined) files.set(`${gateway}/${name}`, text);
    }
  }
  return files;
}

/** What would have to change in a folder for it to hold these bundles and nothing else; in the order of the paths. */
export async function compareCompiled(
  folder: string,
  bundles: readonly CompiledBundle[],
): Promise<readonly FileDifference[]> {
  const wanted = filesOf(bundles);
  const present = await readCompiled(folder);
  const paths = [...new Set([...wanted.keys(), ...present.keys()])].sort();
  return paths.flatMap((path) => {
    const before = present.get(path);
    const after = wanted.get(path);
    if (before === after) return [];
    const status = before === undefined ? 'missing' : after === undefined ? 'stale' : 'changed';
    return [{ path, status, before: before ?? '', after: after ?? '' }];
  });
}

/**
 * Makes a folder hold these bundles. Only files that differ are written, and of what is there only what an earlier
 * compilation wrote is removed.
 */
export async function writeCompiled(
  folder: string,
  bundles: readonly CompiledBundle[],
): Promise<readonly FileDifference[]> {
  const differences = await compareCompiled(folder, bundles);
  await mkdir(folder, { recursive: true });
  for (const { path, status, after } of differences) {
    const file = join(folder, path);
    await (status === 'stale' ? remove(file) : write(file, after));
  }
  return differences;
}

const filesOf = (bundles: readonly CompiledBundle[]): ReadonlyMap<string, string> =>
  new Map(bundles.flatMap((bundle) => [...bundleFiles(bundle)]));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Takes the folder along when nothing is left in it. */
async function remove(file: string): Promise<void> {
  await rm(file);
  try {
    await rmdir(dirname(file));
  } catch (error) {
    if (!failedWith(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
    throw error;
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined; // Not JSON, and so not written by us.
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
