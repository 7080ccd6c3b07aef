/** Importers: documents of other systems → documents of ours. `enroute/adapt`. Pure, like the compiler. */
export { adapt, type Adaptation, type Adapter, type AdaptOptions, type GatewayChoice } from './adapter.ts';
export { draft, type AnyDraft, type Draft, type DraftMetadata, type Written, type WrittenSpec } from './draft.ts';
export { sortDrafts } from './order.ts';
export { REMARK_KINDS, type MakeRemark, type Remark, type RemarkKind, type RemarkPlace } from './remark.ts';
export { tidy } from './tidy.ts';
export { writeDraft, writeFiles, writeStream } from './write.ts';
export { openapiAdapter } from './openapi/adapter.ts';
export type { OpenapiOptions } from './openapi/options.ts';
export { parseServerOption, type ServerOption } from './openapi/servers.ts';
