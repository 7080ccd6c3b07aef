/** How a workspace is kept. */
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { workspaceSettingsKey } from '../keys.ts';
import { StoreError, type ETag } from '../store.ts';
import { parseObject } from './read-json.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceSettings {
  /** `automatic`: each commit is published at once; `manual`: when somebody says so. */
  readonly publish: PublishPolicy;
}

export const PUBLISH_POLICIES = ['manual', 'automatic'] as const;
export type PublishPolicy = (typeof PUBLISH_POLICIES)[number];

export interface HeldSettings {
  readonly settings: WorkspaceSettings;
  /** Absent: nobody has ever set any. */
  readonly etag?: ETag;
}

const DEFAULTS: WorkspaceSettings = { publish: 'manual' };

/** @throws StoreError if they cannot be read, or are broken. */
export async function readSettings({ store, name }: Workspace): Promise<HeldSettings> {
  const key = workspaceSettingsKey(name);
  const found = await store.get(key);
  if (found.status !== 'found') return { settings: DEFAULTS };
  const publish = PUBLISH_POLICIES.find((known) => known === parseObject(found.bytes)['publish']);
  if (publish) return { settings: { publish }, etag: found.etag };
  throw new StoreError(`${store.location}: ${key} is broken: it says nothing of publishing`, { retryable: false });
}

/** Replaces the settings; says whether they still were as they were read. Without `from`, they are replaced in any case. */
export async function writeSettings(
  { store, name }: Workspace,
  settings: WorkspaceSettings,
  from?: HeldSettings,
): Promise<boolean> {
  const condition = from && (from.etag === undefined ? ({ absent: true } as const) : { match: from.etag });
  return (await store.put(workspaceSettingsKey(name), canonicalBytes(settings), condition)).status === 'written';
}
