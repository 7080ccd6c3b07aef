/** Takes documents back to what they were. */
import { viewCommit, type Workspace } from './workspace.ts';
import { commitChanges, type Propose, type WriteOptions, type WriteResult } from './write.ts';
import type { RecordedCommit } from './commit.ts';

/**
 * Commits the documents of an earlier commit again, as a new one: history only grows. They are compiled anew, since a
 * newer compiler may see what an older one did not.
 * @throws StoreError as `commitChanges` does.
 */
export const rollbackTo = <R = never>(
  workspace: Workspace,
  target: RecordedCommit,
  options: WriteOptions<R>,
): Promise<WriteResult<R>> => commitChanges<R>(workspace, proposeRollback(workspace, target), options);

/** What a rollback changes. */
export const proposeRollback =
  (workspace: Workspace, target: RecordedCommit): Propose<never> =>
  async (view) => {
    const differences = await view.differences(viewCommit(workspace, target));
    return { status: 'changes', changes: differences.map(({ id, after }) => ({ id, value: after?.value })) };
  };
