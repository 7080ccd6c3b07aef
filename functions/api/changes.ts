/** What has happened in a bucket between two looks at it. */
import { gatewayOfPointer, POINTERS, ROLLOUTS, FLEET, type Store } from '../../store/index.ts';
import { readWorkspaceHead } from '../../store/workspace/head.ts';

/** What there was at one look. */
export interface Look {
  /** The newest commit; absent: there is none. */
  readonly commit?: string;
  /** Etags by the gateway that was published, that has a rollout, whose nodes are reported. */
  readonly publications: ReadonlyMap<string, string>;
  readonly rollouts: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, string>;
}

export type Happening =
  | { readonly kind: 'commits'; readonly after?: string; readonly to: string }
  | { readonly kind: 'publication' | 'rollout' | 'nodes'; readonly gateway: string };

/** Commits first, as publications follow from them. */
export function happenings(before: Look, after: Look): readonly Happening[] {
  const commits: Happening[] =
    after.commit !== undefined && after.commit !== before.commit
      ? [{ kind: 'commits', to: after.commit, ...(before.commit !== undefined && { after: before.commit }) }]
      : [];
  return [
    ...commits,
    ...changed('publication', before.publications, after.publications),
    ...changed('rollout', before.rollouts, after.rollouts),
    ...changed('nodes', before.nodes, after.nodes),
  ];
}

const changed = (
  kind: 'publication' | 'rollout' | 'nodes',
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Happening[] =>
  [...after].filter(([gateway, etag]) => before.get(gateway) !== etag).map(([gateway]) => ({ kind, gateway }));

/** @throws StoreError if the bucket cannot be read. */
export async function look(store: Store, workspace: string): Promise<Look> {
  const held = await readWorkspaceHead(store, workspace);
  return {
    ...(held && { commit: held.head.commit }),
    publications: await etagsOf(store, POINTERS, gatewayOfPointer),
    rollouts: await etagsOf(store, ROLLOUTS, (key) => /^rollouts\/([^/]+\/[^/]+)\.json$/.exec(key)?.[1]),
    nodes: await etagsOf(store, FLEET, (key) => /^fleet\/([^/]+\/[^/]+)\//.exec(key)?.[1]),
  };
}

/** Several objects of one gateway count as one. */
async function etagsOf(
  store: Store,
  prefix: string,
  gatewayOf: (key: string) => string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const etags = new Map<string, string>();
  for await (const { key, etag } of store.list(prefix)) {
    const gateway = gatewayOf(key);
    if (gateway !== undefined) etags.set(gateway, `${etags.get(gateway) ?? ''} ${etag}`);
  }
  return etags;
}
