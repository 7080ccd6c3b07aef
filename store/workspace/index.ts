/** Workspaces: sets of documents with a history. */
export * from './changes.ts';
export { parseCommit, type Commit, type RecordedCommit } from './commit.ts';
export type { WorkspaceCompiler } from './compiled.ts';
export * from './document.ts';
export { MAX_REQUESTS, readWorkspaceHead, REQUESTS_LAST_MS, type WriteRequest } from './head.ts';
export * from './publish.ts';
export { createReferences, type References, type Referrer } from './references.ts';
export { proposeRollback, rollbackTo } from './rollback.ts';
export * from './settings.ts';
export type { DocumentDifference, ScanRange, WorkspaceView } from './view.ts';
export {
  findCommit,
  findInHistory,
  openWorkspace,
  viewCommit,
  viewHead,
  walkCommits,
  type Workspace,
  type WorkspaceOptions,
} from './workspace.ts';
export { commitChanges, type Propose, type Proposal, type WriteOptions, type WriteResult } from './write.ts';
