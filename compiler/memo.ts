/** Everything a compile remembers for the next one. Leaving it out changes nothing but the time. */
import { createParseMemo, type ParseMemo } from './1-parse/memo.ts';
import { createValidateMemo, type ValidateMemo } from './2-validate/validate.ts';
import { createLinkMemo, type LinkMemo } from './3-link/memo.ts';
import { createLowerMemo, type LowerMemo } from './4-lower/memo.ts';
import type { Digest, GatewayName } from './5-pack/bundle.ts';
import type { PackMemo } from './5-pack/memo.ts';
import { createMemo, type Memo } from './xds/index.ts';

export interface CompileMemo {
  readonly parse: ParseMemo;
  readonly validate: ValidateMemo;
  readonly link: LinkMemo;
  readonly lower: LowerMemo;
  readonly encode: Memo;
  readonly pack: Map<GatewayName, PackMemo>;
  /** Digests of documents, by their values. */
  readonly digests: WeakMap<object, Digest>;
}

export const createCompileMemo = (): CompileMemo => ({
  parse: createParseMemo(),
  validate: createValidateMemo(),
  link: createLinkMemo(),
  lower: createLowerMemo(),
  encode: createMemo(),
  pack: new Map(),
  digests: new WeakMap(),
});
