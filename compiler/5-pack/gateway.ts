/** Stage 5: one gateway's Envoy resources → its bundle. */
import type { Valid } from '../2-validate/model.ts';
import { compare } from '../compare.ts';
import type { LoweredGateway, LoweredResource } from '../4-lower/resource.ts';
import type { CompileMemo } from '../memo.ts';
import { ENVOY_VERSION, COMPILER_VERSION } from '../version.ts';
import { encode, TYPE_URL_PREFIX, type Messages } from '../xds/index.ts';
import type { Bundle, Digest, PackedResource } from './bundle.ts';
import { canonicalJson } from './canonical-json.ts';
import { textDigest } from './hash.ts';
import { createPackMemo } from './memo.ts';
import { pack } from './pack.ts';

/** A bundle, and what it was packed from: for people to read. */
export interface CompiledBundle extends Bundle {
  /** What each Envoy of the gateway is started with. */
  readonly bootstrap: Messages['envoy.config.bootstrap.v3.Bootstrap'];
  readonly resources: readonly LoweredResource[];
}

export function packGateway(lowered: LoweredGateway, memo: CompileMemo): CompiledBundle {
  const { gateway, nodes, secrets, bootstrap, resources } = lowered;
  const packMemo = memo.pack.get(gateway) ?? createPackMemo();
  memo.pack.set(gateway, packMemo);
  const bundle = pack(
    {
      gateway,
      nodes,
      compiler: COMPILER_VERSION,
      envoy: ENVOY_VERSION,
      source: sourceDigest(lowered.documents, memo.digests),
      resources: resources.map((resource) => encodeResource(resource, memo)),
      secrets,
    },
    packMemo,
  );
  return { ...bundle, bootstrap, resources };
}

const encodeResource = ({ type, name, message, requires }: LoweredResource, memo: CompileMemo): PackedResource => ({
  typeUrl: TYPE_URL_PREFIX + type,
  name,
  value: encode(type, message, memo.encode),
  requires,
});

/** A digest over the documents that the gateway was made of, whatever files they lay in. */
function sourceDigest(documents: Iterable<Valid>, digests: WeakMap<object, Digest>): Digest {
  const lines = [...documents].map(({ kind, key, value }) => {
    const known = digests.get(value) ?? textDigest(canonicalJson(value));
    digests.set(value, known);
    return `${kind} ${key} ${known}`;
  });
  return textDigest(lines.toSorted(compare).join('\n'));
}
