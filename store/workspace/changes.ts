/** What somebody wants to do to documents, and what would become of them. */
import { compare } from '../../compiler/compare.ts';
import type { Digest } from '../../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { hasErrors } from '../../compiler/diagnostics/diagnostic.ts';
import type { Compilation, GatewayName } from '../../compiler/index.ts';
import { documentKey, treeKey } from '../keys.ts';
import type { ImmutableObject } from '../upload.ts';
import type { WorkspaceCompiler } from './compiled.ts';
import { treeKeyOf, type DocumentId, type DocumentValue } from './document.ts';
import { changeTree } from './tree/change.ts';
import { createView, type DocumentDifference, type WorkspaceView } from './view.ts';
import type { Workspace } from './workspace.ts';

/** A document that is put, or, without a value, deleted. */
export interface DocumentChange {
  readonly id: DocumentId;
  readonly value: DocumentValue | undefined;
  /** What must be there before; absent: anything. */
  readonly expect?: Expectation;
}

/** `etags`: one of these versions; `present`: any; `absent`: none. */
export type Expectation = { readonly etags: readonly Digest[] } | { readonly state: 'present' | 'absent' };

/** What changes would do, to documents and to what Envoys get. */
export interface Plan {
  readonly before: WorkspaceView;
  readonly after: WorkspaceView;
  readonly documents: readonly DocumentDifference[];
  /** Of what there would be. */
  readonly compilation: Compilation;
  /** Of what there is; nothing is compiled until somebody asks. */
  readonly compileBefore: () => Promise<Compilation>;
  /** The gateways whose bundles would be others, come or go; `all` if that cannot be told, since something does not compile. */
  readonly gateways: () => Promise<readonly GatewayName[] | 'all'>;
}

export interface MadePlan extends Plan {
  /** What has to be written for others to see it. */
  readonly objects: readonly ImmutableObject[];
  /** To be called once that is written. */
  readonly remember: () => void;
}

/** Makes the documents as they would be, and compiles them. Of two changes of one document the later counts. */
export async function planChanges(
  { objects, compiler }: Workspace,
  before: WorkspaceView,
  changes: readonly DocumentChange[],
): Promise<MadePlan> {
  const items = new Map(
    changes.map(({ id, value }) => [treeKeyOf(id), value && objects.adopt(treeKeyOf(id), value)] as const),
  );
  const { root, made } = await changeTree(before.load, before.tree, items);
  const load = async (node: Digest) => made.get(node)?.node ?? before.load(node);
  const after = createView(objects, load, root, before.commit);
  const large = changes.flatMap(({ id, value }) => {
    const item = items.get(treeKeyOf(id));
    return value && item && !item.document ? [{ key: documentKey(item.etag), bytes: canonicalBytes(value) }] : [];
  });
  return {
    ...(await planBetween(compiler, before, after)),
    objects: [...large, ...[...made.values()].map(({ digest, bytes }) => ({ key: treeKey(digest), bytes }))],
    remember: () => {
      for (const { digest, node, bytes } of made.values()) objects.remember(digest, node, bytes.length);
    },
  };
}

/** What leads from one state of a workspace to another. */
export async function planBetween(
  compiler: WorkspaceCompiler,
  before: WorkspaceView,
  after: WorkspaceView,
): Promise<Plan> {
  const compilation = await compiler.compile(after);
  const compileBefore = () => compiler.compile(before);
  return {
    before,
    after,
    documents: await before.differences(after),
    compilation,
    compileBefore,
    gateways: async () => gatewaysBetween(await compileBefore(), compilation),
  };
}

function gatewaysBetween(before: Compilation, after: Compilation): readonly GatewayName[] | 'all' {
  if (hasErrors(before.diagnostics) || hasErrors(after.diagnostics)) return 'all';
  const bundles = ({ bundles: list }: Compilation) => new Map(list.map(({ id, manifest }) => [manifest.gateway, id]));
  const [old, now] = [bundles(before), bundles(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name)).sort(compare);
}
