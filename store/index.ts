/** The bucket: opening one, publishing bundles into it, and loading them out of it. */
export { createDirectoryStore } from './directory.ts';
export {
  pushEndpoints,
  readPushedEndpoints,
  withdrawEndpoints,
  type PushedReading,
  type PushOptions,
} from './endpoints.ts';
export { collectGarbage, type CollectOptions, type CollectResult } from './garbage.ts';
export { parsePointer, parseRevision, readHead, readRevision, type Head } from './head.ts';
export { history, walkHistory } from './history.ts';
export * from './keys.ts';
export { bucketTime, COLLECTION, ROLLOUT_STEPS, takeLease, type Lease, type LeaseKind } from './lease.ts';
export { describeLoadFailure, loadBundle, type LoadFailure, type LoadResult } from './load.ts';
export { lossBetween, lossSince, type Loss } from './loss.ts';
export { createMemoryStore } from './memory.ts';
export { openStore } from './open.ts';
export { publish, type PublishOptions, type PublishResult } from './publish.ts';
export type { Pointer, RecordedRevision, Revision, Signature, SignedPointer } from './revision.ts';
export { rollback, type RollbackOptions, type RollbackResult } from './rollback.ts';
export * from './rollout/index.ts';
export type { S3StoreOptions } from './s3.ts';
export type { ListSignature, SignedList } from './signing/endpoint-list.ts';
export * from './signing/keys.ts';
export * from './signing/sign.ts';
export * from './store.ts';
export type { Transfer } from './transfer.ts';
export * from './workspace/index.ts';
