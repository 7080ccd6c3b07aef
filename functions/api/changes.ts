/** What has happened in a bucket between two looks at it. */
import {
  FLEET,
  gatewayOfPointer,
  POINTERS,
  readHead,
  readRevision,
  ROLLOUTS,
  type ETag,
  type Store,
} from '../../store/index.ts';
import { inParallel } from '../../store/parallel.ts';
import { PARALLEL } from '../../store/transfer.ts';
import { readWorkspaceHead } from '../../store/workspace/head.ts';

/** What there was at one look. */
export interface Look {
  /** The newest commit; absent: there is none. */
  readonly commit?: string;
  /** Numbers of the newest publications, by gateway. */
  readonly publications: ReadonlyMap<string, number>;
  /** Etags by the gateway that has a rollout, whose nodes are reported. */
  readonly rollouts: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, string>;
}

export type Happening =
  | { readonly kind: 'commits'; readonly after?: string; readonly to: string }
  /** `after`: the number of the last one that was seen; 0: none was. */
  | { readonly kind: 'publications'; readonly gateway: string; readonly after: number; readonly to: number }
  | { readonly kind: 'rollout' | 'nodes'; readonly gateway: string };

/** Commits first, as publications follow from them. */
export function happenings(before: Look, after: Look): readonly Happening[] {
  const commits: Happening[] =
    after.commit !== undefined && after.commit !== before.commit
      ? [{ kind: 'commits', to: after.commit, ...(before.commit !== undefined && { after: before.commit }) }]
      : [];
  return [
    ...commits,
    ...published(before.publications, after.publications),
    ...changed('rollout', before.rollouts, after.rollouts),
    ...changed('nodes', before.nodes, after.nodes),
  ];
}

const published = (before: Look['publications'], after: Look['publications']): readonly Happening[] =>
  [...after].flatMap(([gateway, to]): readonly Happening[] => {
    const seen = before.get(gateway) ?? 0;
    // Who has deleted a gateway from the bucket begins to count anew.
    return seen === to ? [] : [{ kind: 'publications', gateway, after: seen < to ? seen : 0, to }];
  });

const changed = (
  kind: 'rollout' | 'nodes',
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Happening[] =>
  [...after].filter(([gateway, etag]) => before.get(gateway) !== etag).map(([gateway]) => ({ kind, gateway }));

/** What somebody has seen who has been told of something. */
export function withHappening(look: Look, happening: Happening, now: Look): Look {
  switch (happening.kind) {
    case 'commits':
      return { ...look, commit: happening.to };
    case 'publications':
      return { ...look, publications: new Map(look.publications).set(happening.gateway, happening.to) };
    case 'rollout':
      return { ...look, rollouts: withEntry(look.rollouts, now.rollouts, happening.gateway) };
    case 'nodes':
      return { ...look, nodes: withEntry(look.nodes, now.nodes, happening.gateway) };
  }
}

const withEntry = (map: ReadonlyMap<string, string>, from: ReadonlyMap<string, string>, key: string) =>
  new Map(map).set(key, from.get(key) ?? '');

/** @throws StoreError if the bucket cannot be read. */
export async function look(store: Store, workspace: string): Promise<Look> {
  const held = await readWorkspaceHead(store, workspace);
  return {
    ...(held && { commit: held.head.commit }),
    publications: await publicationsIn(store),
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

interface Numbered {
  readonly etag: ETag;
  readonly number: number;
}

/** What was read last: a pointer that has not moved is not read again. */
const known = new WeakMap<Store, Map<string, Numbered>>();

async function publicationsIn(store: Store): Promise<ReadonlyMap<string, number>> {
  const read = known.get(store) ?? new Map<string, Numbered>();
  known.set(store, read);
  const listed: { readonly gateway: string; readonly etag: ETag }[] = [];
  for await (const { key, etag } of store.list(POINTERS)) {
    const gateway = gatewayOfPointer(key);
    if (gateway !== undefined) listed.push({ gateway, etag });
  }
  const numbers = await inParallel(PARALLEL, listed, async ({ gateway, etag }) => {
    const before = read.get(gateway);
    if (before?.etag === etag) return [gateway, before.number] as const;
    const head = await readHead(store, gateway);
    const number = head ? ((await readRevision(store, head.pointer.revision))?.number ?? 0) : 0;
    if (head) read.set(gateway, { etag: head.etag, number });
    return [gateway, number] as const;
  });
  return new Map(numbers);
}
