/** Revisions of the documents, arranged for the fields of GraphQL. */
import type { Kind, Valid } from '../../compiler/2-validate/model.ts';
import { findCommit, viewCommit, viewHead, type References, type WorkspaceView } from '../../store/index.ts';
import { KINDS } from '../api/kinds.ts';
import type { Call } from '../api/operation.ts';
import { noRevision } from '../api/problem.ts';
import { LOOK_COST, OPERATION_COST, type Budget } from './budget.ts';
import type { GraphqlDocument } from './documents.ts';

export interface Opened {
  readonly view: WorkspaceView;
  /** The newest revision: what it holds is in no other of the request, unless that is a copy. */
  readonly isHead: boolean;
  readonly byKey: ReadonlyMap<Kind, ReadonlyMap<string, Valid>>;
  /** By their keys, as they are validated. */
  readonly inOrder: ReadonlyMap<Kind, readonly Valid[]>;
  readonly references: References;
  /** What was made of documents for the request. */
  readonly shown: WeakMap<Valid, Promise<GraphqlDocument | null>>;
}

/**
 * Opens each revision once; without one the newest. One that is named has to be read and validated, and costs as much as a
 * search through all of it.
 */
export function createOpen(call: Call, spend: Budget['spend']): (revision: string | undefined) => Promise<Opened> {
  const opened = new Map<string | undefined, Promise<Opened>>();
  return (revision) => {
    const found = opened.get(revision) ?? open(call, revision, spend);
    opened.set(revision, found);
    return found;
  };
}

async function open(call: Call, revision: string | undefined, spend: Budget['spend']): Promise<Opened> {
  const { workspace } = call.services;
  const view = revision === undefined ? await viewHead(workspace) : await viewOfRevision(call, revision);
  if (revision !== undefined) spend(OPERATION_COST + LOOK_COST * (await view.count()));
  return {
    view,
    isHead: revision === undefined,
    ...arranged(await workspace.compiler.validate(view)),
    references: await workspace.compiler.references(view),
    shown: new WeakMap(),
  };
}

async function viewOfRevision({ services: { workspace } }: Call, revision: string): Promise<WorkspaceView> {
  const commit = await findCommit(workspace, revision);
  if (!commit) throw noRevision(revision);
  return viewCommit(workspace, commit);
}

type Arranged = Pick<Opened, 'byKey' | 'inOrder'>;

const known = new WeakMap<readonly Valid[], Arranged>();

/** Done once for what was validated once. */
function arranged(valid: readonly Valid[]): Arranged {
  const found = known.get(valid);
  if (found) return found;
  const inOrder = new Map(KINDS.map((kind) => [kind, valid.filter((one) => one.kind === kind)]));
  const byKey = new Map([...inOrder].map(([kind, ones]) => [kind, new Map(ones.map((one) => [one.key, one]))]));
  const made = { byKey, inOrder };
  known.set(valid, made);
  return made;
}

/** Those of a namespace, after a key. What stands before and behind them is not looked at. */
export function* inRange(
  inOrder: readonly Valid[],
  namespace: string | undefined,
  after: string | undefined,
): Generator<Valid> {
  const prefix = namespace === undefined ? '' : `${namespace}/`;
  let [index, end] = [0, inOrder.length];
  while (index < end) {
    const middle = Math.floor((index + end) / 2);
    const key = inOrder[middle]?.key ?? '';
    if (key < prefix || (after !== undefined && key <= after)) index = middle + 1;
    else end = middle;
  }
  for (let at = inOrder[index]; at?.key.startsWith(prefix); at = inOrder[++index]) yield at;
}
