/** Publishes workspaces whose commits are published by themselves: to be called when the bucket tells of a new commit. */
import type { GatewayName } from '../compiler/index.ts';
import { describeMistakes } from '../compiler/settings.ts';
import {
  openWorkspace,
  publishNewest,
  readSettings,
  type GatewayPublication,
  type PublishWorkspaceResult,
  type SignKey,
  type Store,
  type VerifyKey,
} from '../store/index.ts';
import type { Notifier } from './notify.ts';

export interface PublishStepOptions {
  readonly store: Store;
  /** Names of workspaces, of which something may be new. */
  readonly workspaces: readonly string[];
  /** Who publishes, for the history. */
  readonly author: string;
  readonly signKeys?: readonly SignKey[];
  /** Keys that may have signed what nodes may be put back on, beside `signKeys`, which then sign it too. */
  readonly verifyKeys?: readonly VerifyKey[];
  /** Tells relays of what was published; absent: they find out by polling. */
  readonly notifier?: Notifier;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface PublishStepResult {
  readonly workspace: string;
  /**
   * `manual`: its commits are published when somebody says so. `empty`: it has none. `failed`: something of it is not
   * published, and `message` says why.
   */
  readonly status: 'done' | 'manual' | 'empty' | 'failed';
  /** Those that were published now. */
  readonly published: readonly GatewayName[];
  readonly message?: string;
  /** What relays could not put nodes back on: no key that was given vouches for it. */
  readonly warning?: string;
}

/** Does nothing for what is published already, so that an event may come twice or late. What fails keeps nothing else back. */
export async function publishStep(options: PublishStepOptions): Promise<readonly PublishStepResult[]> {
  const results: PublishStepResult[] = [];
  for (const workspace of new Set(options.workspaces)) results.push(await attempt(workspace, options));
  await options.notifier?.tell(results.flatMap(({ published }) => published));
  return results;
}

async function attempt(workspace: string, options: PublishStepOptions): Promise<PublishStepResult> {
  try {
    return await publishOne(workspace, options);
  } catch (error) {
    return failed(workspace, error instanceof Error ? error.message : String(error));
  }
}

async function publishOne(
  name: string,
  { store, author, signKeys = [], verifyKeys = [], now }: PublishStepOptions,
): Promise<PublishStepResult> {
  const workspace = openWorkspace(store, name);
  const { settings } = await readSettings(workspace);
  if (settings.publish !== 'automatic') return { workspace: name, status: 'manual', published: [] };
  const time = new Date(now).toISOString();
  const result = await publishNewest(workspace, { author, time, signKeys, verifyKeys });
  if (result.status === 'empty') return { workspace: name, status: 'empty', published: [] };
  const problem = problemOf(result);
  const gateways = result.status === 'done' ? result.gateways : [];
  const published = gateways.filter(({ status }) => status === 'published').map(({ gateway }) => gateway);
  const warning = gateways.flatMap(warningOf).join('; ');
  const done = problem === undefined ? ({ workspace: name, status: 'done', published } as const) : undefined;
  return { ...(done ?? failed(name, problem ?? '', published)), ...(warning !== '' && { warning }) };
}

function warningOf(publication: GatewayPublication): readonly string[] {
  const unvouched = publication.status === 'conflict' ? [] : (publication.unvouched ?? []);
  return unvouched.map(
    ({ number }) =>
      `nodes of ${publication.gateway} may be put back on revision ${number}, which these keys have not signed`,
  );
}

function problemOf(result: PublishWorkspaceResult): string | undefined {
  switch (result.status) {
    case 'done': {
      const lost = result.gateways.filter(({ status }) => status === 'conflict').map(({ gateway }) => gateway);
      return lost.length > 0 ? `others publish ${lost.join(', ')} again and again` : undefined;
    }
    case 'invalid':
      return `the newest commit does not compile:\n${describeMistakes(result.diagnostics)}`;
    case 'unsigned':
      return `${result.gateway} was signed before, and there is no key to sign it with`;
    case 'lossy':
      return `${result.losses.map(({ gateway }) => gateway).join(', ')} would lose most of what Envoys have`;
    case 'unknown-gateway':
      return `there is no gateway ${result.gateway}`;
    case 'empty':
      return undefined;
  }
}

const failed = (workspace: string, message: string, published: readonly GatewayName[] = []): PublishStepResult => ({
  workspace,
  status: 'failed',
  published,
  message,
});
