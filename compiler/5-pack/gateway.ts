/** Stage 5: one gateway's Envoy resources → its bundle. */
import type { Valid } from '../2-validate/model.ts';
import type { SdsFile } from '../4-lower/bootstrap/relay-tls.ts';
import type { LoweredGateway, LoweredResource } from '../4-lower/resource.ts';
import type { CompileMemo } from '../memo.ts';
import { ENVOY_VERSION, COMPILER_VERSION } from '../version.ts';
import { encode, TYPE_URL_PREFIX, type Messages } from '../xds/index.ts';
import type { Bundle, Digest, PackedResource } from './bundle.ts';
import { canonicalJson } from '../canonical-json.ts';
import { textDigest, textVersion } from '../hash.ts';
import { createPackMemo } from './memo.ts';
import { pack } from './pack.ts';

/** A bundle, and what it was packed from: for people to read. */
export interface CompiledBundle extends Bundle {
  /** What each Envoy of the gateway is started with. */
  readonly bootstrap: Messages['envoy.config.bootstrap.v3.Bootstrap'];
  /** Files that have to lie on the machine of the Envoy, in the folder that the Gateway's `relay.tls.sdsFolder` names. */
  readonly sdsFiles: readonly SdsFile[];
  readonly resources: readonly LoweredResource[];
}

export function packGateway(lowered: LoweredGateway, memo: CompileMemo): CompiledBundle {
  const { gateway, nodes, secrets, discovery, bootstrap, sdsFiles, resources, rollout, patches } = lowered;
  const packMemo = memo.pack.get(gateway) ?? createPackMemo();
  memo.pack.set(gateway, packMemo);
  const bundle = pack(
    {
      gateway,
      nodes,
      compiler: COMPILER_VERSION,
      envoy: ENVOY_VERSION,
      source: sourceDigest(lowered.documents, memo.hashes),
      resources: resources.map((resource) => encodeResource(resource, memo)),
      secrets,
      ...(discovery.length > 0 && { discovery }),
      ...(rollout && { rollout }),
      ...(patches.length > 0 && { patches }),
    },
    packMemo,
  );
  return { ...bundle, bootstrap, sdsFiles, resources };
}

function encodeResource(resource: LoweredResource, { packed, encode: encoded }: CompileMemo): PackedResource {
  const known = packed.get(resource);
  if (known) return known;
  const { type, name, message, requires } = resource;
  const made = { typeUrl: TYPE_URL_PREFIX + type, name, value: encode(type, message, encoded), requires };
  packed.set(resource, made);
  return made;
}

/**
 * A digest over the documents that the gateway was made of, as they were written, whatever files they lay in.
 *
 * @param documents in the order of the graph, which depends on their contents only
 */
function sourceDigest(documents: Iterable<Valid>, hashes: CompileMemo['hashes']): Digest {
  const all = [...documents].map(({ document, value }) => {
    const known = hashes.get(value) ?? textVersion(canonicalJson(document.value));
    hashes.set(value, known);
    return known;
  });
  return textDigest(all.join());
}
