/** The EnvoyPatch that carries what documents have no words for. */
import { canonicalJson } from '../../canonical-json.ts';
import { draft, type AnyDraft } from '../draft.ts';
import type { WrittenSpec } from '../draft.ts';
import { declared } from './raw.ts';
import type { Change } from './residue.ts';

export interface PatchContent {
  readonly changes: readonly Change[];
  readonly resources: readonly object[];
  /** Upstreams that become part of the gateway besides those that are named. */
  readonly clusters: readonly string[];
  /** How many HTTP connection managers there are. */
  readonly managers: number;
}

export function patchDraft(
  {
    name,
    gateway,
    namespace,
  }: { readonly name: string; readonly gateway: string; readonly namespace: string | undefined },
  { changes, resources, clusters, managers }: PatchContent,
): AnyDraft {
  const patches = joined(changes, managers);
  const named = {
    ...declared([patches, resources], 'cluster'),
    ...Object.fromEntries(clusters.map((one) => [one, one])),
  };
  const secrets = declared([patches, resources], 'secret');
  const spec = {
    gateway,
    ...(patches.length > 0 && { patches }),
    ...(resources.length > 0 && { resources }),
    ...(Object.keys(named).length > 0 && { clusters: named }),
    ...(Object.keys(secrets).length > 0 && { secrets }),
  };
  // Each change is of one of the types that the schema knows, and the compiler checks what they hold.
  return draft('EnvoyPatch', { name, namespace }, spec as WrittenSpec<'EnvoyPatch'>, { comments: COMMENTS });
}

const COMMENTS = new Map([
  [
    '',
    'What the configuration says and the other documents do not. A null takes away what we would set and it did not:\ntake out what is as good as ours.',
  ],
]);

/** What is the same for every listener is said once, without naming one. */
function joined(changes: readonly Change[], all: number): readonly Change[] {
  const managers = changes.filter(({ type }) => type === 'HttpConnectionManager');
  const [first] = managers;
  const isSame =
    managers.length === all && managers.every(({ merge }) => canonicalJson(merge) === canonicalJson(first?.['merge']));
  if (!first || !isSame) return changes;
  const others = changes.filter(({ type }) => type !== 'HttpConnectionManager');
  return [{ type: 'HttpConnectionManager', merge: first['merge'] }, ...others];
}
