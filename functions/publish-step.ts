/** Publishes workspaces whose commits are published by themselves: to be called when the bucket tells of a new commit. */
import type { GatewayName } from '../compiler/index.ts';
import {
  openWorkspace,
  publishWorkspace,
  readSettings,
  workspaceOfHead,
  type PublishWorkspaceResult,
  type SignKey,
  type Store,
} from '../store/index.ts';
import type { Notifier } from './notify.ts';

export interface PublishStepOptions {
  readonly store: Store;
  /** Names of workspaces, of which something may be new. */
  readonly workspaces: readonly string[];
  /** Who publishes, for the history. */
  readonly author: string;
  readonly signKeys?: readonly SignKey[];
  /** Tells relays of what was published; absent: they find out by polling. */
  readonly notifier?: Notifier;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface PublishStepResult {
  readonly workspace: string;
  /** `manual`: its commits are published when somebody says so. */
  readonly status: PublishWorkspaceResult['status'] | 'manual';
  /** Those that were published now. */
  readonly published: readonly GatewayName[];
}

/**
 * Does nothing for what is published already, so that an event may come twice or late.
 * @throws StoreError if the bucket cannot be reached.
 */
export async function publishStep(options: PublishStepOptions): Promise<readonly PublishStepResult[]> {
  const results: PublishStepResult[] = [];
  for (const workspace of new Set(options.workspaces)) results.push(await publishOne(workspace, options));
  await options.notifier?.tell(results.flatMap(({ published }) => published));
  return results;
}

async function publishOne(
  name: string,
  { store, author, signKeys = [], now }: PublishStepOptions,
): Promise<PublishStepResult> {
  const workspace = openWorkspace(store, name);
  const { settings } = await readSettings(workspace);
  if (settings.publish !== 'automatic') return { workspace: name, status: 'manual', published: [] };
  const result = await publishWorkspace(workspace, { author, time: new Date(now).toISOString(), signKeys });
  const gateways = result.status === 'done' ? result.gateways : [];
  const published = gateways.filter(({ status }) => status === 'published').map(({ gateway }) => gateway);
  return { workspace: name, status: result.status, published };
}

/** The workspaces whose head is among the keys of objects, which may stand under a prefix. */
export const workspacesOf = (keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => workspaceOfHead(key.slice(Math.max(0, key.lastIndexOf('workspaces/')))) ?? []);
