/** Everything a compile remembers for the next one. Leaving it out changes nothing but the time. */
import { createParseMemo, type ParseMemo } from './1-parse/memo.ts';
import type { Valid } from './2-validate/model.ts';
import { createValidateMemo, type ValidateMemo } from './2-validate/validate.ts';
import { createLinkMemo, type LinkMemo } from './3-link/memo.ts';
import { createLowerMemo, type LowerMemo } from './4-lower/memo.ts';
import type { LoweredResource } from './4-lower/resource.ts';
import type { GatewayName, PackedResource } from './5-pack/bundle.ts';
import type { PackMemo } from './5-pack/memo.ts';
import { createMemo, type Memo } from './xds/index.ts';

export interface CompileMemo {
  readonly parse: ParseMemo;
  readonly validate: ValidateMemo;
  readonly link: LinkMemo;
  readonly lower: LowerMemo;
  readonly encode: Memo;
  /** Resources that keep Envoy's rules, as they go into a bundle. */
  readonly packed: WeakMap<LoweredResource, PackedResource>;
  readonly pack: Map<GatewayName, PackMemo>;
  /** Hashes of documents as they were written, by their contents. */
  readonly hashes: WeakMap<Valid['value'], string>;
}

export const createCompileMemo = (): CompileMemo => ({
  parse: createParseMemo(),
  validate: createValidateMemo(),
  link: createLinkMemo(),
  lower: createLowerMemo(),
  encode: createMemo(),
  packed: new WeakMap(),
  pack: new Map(),
  hashes: new WeakMap(),
});
