/** Which resources EnvoyPatch documents have changed or added: what a reader should look at twice. */
import type { PatchNote } from '../index.ts';
import { kindOf } from './kinds.ts';
import type { ResourceSnapshot } from './snapshot.ts';

/** Names of the patches of a resource: `default/fine-tuning`. */
export type PatchesOf = (resource: Pick<ResourceSnapshot, 'kind' | 'name'>) => Pick<ResourceSnapshot, 'patchedBy'>;

export function patchesOf(notes: readonly PatchNote[] = []): PatchesOf {
  const marks = new Map<string, string[]>();
  for (const { name: patch, resources } of notes) {
    for (const { typeUrl, name } of resources) {
      const key = `${kindOf(typeUrl)} ${name}`;
      marks.set(key, [...(marks.get(key) ?? []), patch]);
    }
  }
  return ({ kind, name }) => {
    const patchedBy = marks.get(`${kind} ${name}`);
    return patchedBy ? { patchedBy } : {};
  };
}

/** ` (patched by default/a, default/b; no longer patched by default/c)`, or nothing. */
export function markOf(now: readonly string[] = [], before: readonly string[] = []): string {
  const gone = before.filter((name) => !now.includes(name));
  const parts = [
    ...(now.length > 0 ? [`patched by ${now.join(', ')}`] : []),
    ...(gone.length > 0 ? [`no longer patched by ${gone.join(', ')}`] : []),
  ];
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}
