/** Publishes what a workspace compiles to: each gateway of which the bucket has another bundle, or none. */
import { hasErrors } from '../../compiler/diagnostics/diagnostic.ts';
import type { Diagnostic, GatewayName } from '../../compiler/index.ts';
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import type { CompiledBundle } from '../../compiler/5-pack/gateway.ts';
import { readHead, type Head } from '../head.ts';
import { lossSince, type Loss } from '../loss.ts';
import { publish, type PublishResult } from '../publish.ts';
import type { SignKey, VerifyKey } from '../signing/keys.ts';
import { isSigned } from '../signing/sign.ts';
import type { Store } from '../store.ts';
import type { RecordedCommit } from './commit.ts';
import type { WorkspaceView } from './view.ts';
import { viewCommit, viewHead, type Workspace } from './workspace.ts';

export interface PublishWorkspaceOptions {
  readonly author: string;
  /** Why; absent: the message of the commit. */
  readonly message?: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** Absent: every gateway that there is. */
  readonly gateways?: readonly GatewayName[];
  /** The commit to publish; absent: the newest when publishing begins. */
  readonly commit?: RecordedCommit;
  /** Revisions that gateways must still be at, `null` for none; others are a conflict. Absent: wherever they are. */
  readonly expect?: ReadonlyMap<GatewayName, Digest | null>;
  /** Whether gateways may lose most of what their Envoys have; absent: they may. */
  readonly losses?: 'refuse' | 'allow';
  /** Absent or empty: nothing is signed. */
  readonly signKeys?: readonly SignKey[];
  /** Keys that may have signed what nodes may be put back on; see `PublishOptions`. */
  readonly verifyKeys?: readonly VerifyKey[];
}

export type PublishWorkspaceResult =
  | {
      readonly status: 'done';
      readonly commit: RecordedCommit;
      readonly gateways: readonly GatewayPublication[];
    }
  /** Nothing was ever committed. */
  | { readonly status: 'empty' }
  /** No Gateway has this name. */
  | { readonly status: 'unknown-gateway'; readonly gateway: GatewayName; readonly known: readonly GatewayName[] }
  /** The gateway was signed before and would not be any more, which relays that want signatures refuse. */
  | { readonly status: 'unsigned'; readonly gateway: GatewayName }
  /** These gateways would lose most of what their Envoys have; nothing was published. */
  | { readonly status: 'lossy'; readonly losses: readonly GatewayLoss[] }
  /** The commit does not compile, for example with a newer compiler than when it was made. */
  | { readonly status: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

export type GatewayLoss = Loss & { readonly gateway: GatewayName };

export type GatewayPublication = PublishResult & { readonly gateway: GatewayName };

/**
 * Publishes gateways, one after the other, each atomically. One that somebody else has published since this began is a
 * conflict of its own and keeps no other from being published.
 * @throws StoreError as `publish` does.
 */
export async function publishWorkspace(
  workspace: Workspace,
  options: PublishWorkspaceOptions,
): Promise<PublishWorkspaceResult> {
  // Heads are read before documents, so that who publishes newer documents meanwhile is not overwritten by older ones.
  const heads = new Map<GatewayName, Promise<Head | undefined>>();
  const headOf = (gateway: GatewayName) => {
    const head = heads.get(gateway) ?? readHead(workspace.store, gateway);
    heads.set(gateway, head);
    return head;
  };
  const first = options.commit ? viewCommit(workspace, options.commit) : await viewHead(workspace);
  await Promise.all((await gatewaysIn(first)).map(headOf));
  const view = options.commit ? first : await viewHead(workspace);
  if (!view.commit) return { status: 'empty' };

  const { bundles, diagnostics } = await workspace.compiler.compile(view);
  if (hasErrors(diagnostics)) return { status: 'invalid', diagnostics };
  const chosen = choose(bundles, options.gateways);
  if ('status' in chosen) return chosen;
  const planned = await Promise.all(
    chosen.map(async (bundle) => ({ bundle, head: await headOf(bundle.manifest.gateway) })),
  );
  const unsigned = planned.find(({ head }) => head && isSigned(head.pointer) && !options.signKeys?.length);
  if (unsigned) return { status: 'unsigned', gateway: unsigned.bundle.manifest.gateway };
  const losses = options.losses === 'refuse' ? await lossesOf(workspace.store, planned) : [];
  if (losses.length > 0) return { status: 'lossy', losses };
  return { status: 'done', commit: view.commit, gateways: await publishAll(workspace, planned, view.commit, options) };
}

/** How often others may come between. */
const MOST_ROUNDS = 5;

/**
 * Publishes the newest commit, and does so again where somebody else has published meanwhile: it may have been an older one.
 * @throws StoreError as `publish` does.
 */
export async function publishNewest(
  workspace: Workspace,
  options: Omit<PublishWorkspaceOptions, 'commit'>,
): Promise<PublishWorkspaceResult> {
  const gateways = new Map<GatewayName, GatewayPublication>();
  for (let round = 1; ; round++) {
    const result = await publishWorkspace(workspace, options);
    if (result.status !== 'done') return result;
    for (const publication of result.gateways) {
      const before = gateways.get(publication.gateway)?.status;
      if (publication.status !== 'unchanged' || before !== 'published') gateways.set(publication.gateway, publication);
    }
    if (round === MOST_ROUNDS || result.gateways.every(({ status }) => status !== 'conflict'))
      return { ...result, gateways: [...gateways.values()] };
  }
}

async function gatewaysIn(view: WorkspaceView): Promise<readonly GatewayName[]> {
  const names: GatewayName[] = [];
  for await (const { id } of view.scan({ kind: 'Gateway' })) names.push(`${id.namespace}/${id.name}`);
  return names;
}

function choose(
  bundles: readonly CompiledBundle[],
  wanted: readonly GatewayName[] | undefined,
): readonly CompiledBundle[] | Extract<PublishWorkspaceResult, { status: 'unknown-gateway' }> {
  const byName = new Map(bundles.map((bundle) => [bundle.manifest.gateway, bundle]));
  const unknown = wanted?.find((gateway) => !byName.has(gateway));
  if (unknown !== undefined) return { status: 'unknown-gateway', gateway: unknown, known: [...byName.keys()] };
  return bundles.filter(({ manifest }) => !wanted || wanted.includes(manifest.gateway));
}

interface Planned {
  readonly bundle: CompiledBundle;
  readonly head: Head | undefined;
}

async function lossesOf(store: Store, planned: readonly Planned[]): Promise<readonly GatewayLoss[]> {
  const losses = await Promise.all(planned.map(async ({ bundle, head }) => lossSince(store, head, bundle)));
  return planned.flatMap(({ bundle }, index) => {
    const loss = losses[index];
    return loss ? [{ gateway: bundle.manifest.gateway, ...loss }] : [];
  });
}

async function publishAll(
  { store }: Workspace,
  planned: readonly Planned[],
  commit: RecordedCommit,
  { author, message = commit.message, time, signKeys = [], verifyKeys = [], expect: wanted }: PublishWorkspaceOptions,
): Promise<readonly GatewayPublication[]> {
  const gateways: GatewayPublication[] = [];
  for (const { bundle, head } of planned) {
    const { gateway } = bundle.manifest;
    const expect = wanted?.has(gateway) ? (wanted.get(gateway) ?? null) : (head?.pointer.revision ?? null);
    const keys = { signKeys, verifyKeys };
    const result = await publish(store, bundle, { author, message, time, expect, commit: commit.digest, ...keys });
    gateways.push({ ...result, gateway });
  }
  return gateways;
}
