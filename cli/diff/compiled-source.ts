/** Reads back what `enroutectl compile --out` has written. */
import { join } from 'node:path';
import { isPatchNotes } from '../../compiler/5-pack/manifest.ts';
import { isSdsFile, type PatchNote } from '../../compiler/index.ts';
import { TYPE_URL_PREFIX } from '../../compiler/xds/index.ts';
import { GATEWAY_FILE, readCompiled } from '../compiled-folder.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import { kindOf } from '../../compiler/diff/kinds.ts';
import { marked, sdsFileSnapshot, type GatewaySnapshot, type ResourceSnapshot } from '../../compiler/diff/snapshot.ts';

/** @throws Failure for a file that is not as it was written. */
export async function snapshotsOfCompiled(folder: string): Promise<readonly GatewaySnapshot[]> {
  const gateways = new Map<string, Map<string, unknown>>();
  for (const [path, text] of await readCompiled(folder)) {
    const [name = '', file = ''] = path.split('/');
    const values = gateways.get(name) ?? new Map<string, unknown>();
    gateways.set(name, values.set(file, parse(join(folder, path), text)));
  }
  return [...gateways].map(([name, values]) => snapshot(join(folder, name), values));
}

function snapshot(folder: string, values: ReadonlyMap<string, unknown>): GatewaySnapshot {
  const { gateway, patches, ...settings } = objectOf(values.get(GATEWAY_FILE), join(folder, GATEWAY_FILE));
  const name = String(gateway);
  const resources = [...values].flatMap(([file, value]): readonly ResourceSnapshot[] => {
    if (file === GATEWAY_FILE) return [];
    if (file === 'bootstrap.json') return [{ kind: 'bootstrap', name, value: () => value }];
    if (isSdsFile(file)) return [sdsFileSnapshot(file, () => value)];
    return resourcesIn(join(folder, file), file.replace(/\.json$/, ''), value);
  });
  const all = [{ kind: 'gateway', name, value: () => settings }, ...resources];
  return { gateway: name, resources: marked(notesIn(join(folder, GATEWAY_FILE), patches), all) };
}

/** What the compiler has written of patches. */
function notesIn(path: string, patches: unknown): readonly PatchNote[] | undefined {
  if (patches === undefined) return undefined;
  if (!isPatchNotes(patches)) throw damaged(path);
  return patches;
}

function resourcesIn(path: string, type: string, value: unknown): readonly ResourceSnapshot[] {
  if (!Array.isArray(value)) throw damaged(path);
  // A file has the plural of a short name, or the name of a message: clusters.json, envoy.service.runtime.v3.Runtime.json.
  const kind = type.includes('.') ? kindOf(TYPE_URL_PREFIX + type) : type.replace(/s$/, '');
  return value.map((item: unknown) => {
    const resource = objectOf(item, path);
    const name = resource['name'] ?? resource['cluster_name'];
    if (typeof name !== 'string') throw damaged(path);
    return { kind, name, value: () => resource };
  });
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged(path, cause);
  }
}

function objectOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged(path);
  return { ...value };
}

const damaged = (path: string, cause?: unknown): Failure =>
  new Failure(`${path} is not as enroutectl compile wrote it`, { exit: EXIT.usage, cause });
