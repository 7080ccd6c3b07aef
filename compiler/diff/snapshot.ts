/** One gateway's configuration, wherever it comes from, ready to be compared. */
import type { Bundle, GatewayName, Manifest, PatchNote } from '../index.ts';
import { blockBytes, readBlock, type Entry } from '../5-pack/read.ts';
import type { CompiledBundle } from '../5-pack/gateway.ts';
import { canonical, decode, WireError } from '../xds/index.ts';
import { kindOf } from './kinds.ts';
import { patchesOf } from './marks.ts';

export interface GatewaySnapshot {
  readonly gateway: GatewayName;
  /** In the order in which they are shown. */
  readonly resources: readonly ResourceSnapshot[];
}

export interface ResourceSnapshot {
  /** For people: `cluster`, `route`, and besides xDS `bootstrap` and `gateway`. */
  readonly kind: string;
  readonly name: string;
  /** Content hash, where it is known: equal versions mean equal values. */
  readonly version?: string;
  /** EnvoyPatch documents that changed or added it; absent if none did. */
  readonly patchedBy?: readonly string[];
  /** Canonical ProtoJSON, made when it is asked for. */
  readonly value: () => unknown;
}

/** What is known of a gateway besides its resources. */
export type GatewaySettings = Pick<Manifest, 'nodes' | 'secrets' | 'discovery' | 'rollout'>;

/** @throws MalformedBlock if the bundle is not whole. */
export const snapshotOfBundle = ({ manifest, chunks }: Bundle): GatewaySnapshot => ({
  gateway: manifest.gateway,
  resources: marked(manifest.patches, [
    settingsSnapshot(manifest),
    ...manifest.sections.flatMap(({ typeUrl, blocks }) =>
      blocks.flatMap((block) => readBlock(blockBytes(block, chunks)).map((entry) => entrySnapshot(typeUrl, entry))),
    ),
  ]),
});

/** Of a bundle that was just compiled, whose bootstrap is known too. */
export function snapshotOfCompiled(bundle: CompiledBundle): GatewaySnapshot {
  const { gateway, resources } = snapshotOfBundle(bundle);
  const value = () => canonical('envoy.config.bootstrap.v3.Bootstrap', bundle.bootstrap);
  const files = bundle.sdsFiles.map(({ name, message }) =>
    sdsFileSnapshot(name, () => canonical('envoy.service.discovery.v3.DiscoveryResponse', message)),
  );
  return {
    gateway,
    resources: [
      ...marked(bundle.manifest.patches, [{ kind: 'bootstrap', name: gateway, value }]),
      ...files,
      ...resources,
    ],
  };
}

/** A file that lies beside the bootstrap. */
export const sdsFileSnapshot = (name: string, value: () => unknown): ResourceSnapshot => ({
  kind: 'sds-file',
  name,
  value,
});

/** Resources with the names of the patches that changed or added them. */
export function marked(
  patches: readonly PatchNote[] | undefined,
  resources: readonly ResourceSnapshot[],
): readonly ResourceSnapshot[] {
  if (!patches) return resources;
  const of = patchesOf(patches);
  return resources.map((resource) => ({ ...resource, ...of(resource) }));
}

const settingsSnapshot = ({ gateway, nodes, secrets, discovery, rollout }: Manifest): ResourceSnapshot => ({
  kind: 'gateway',
  name: gateway,
  value: () => ({ nodes, secrets, ...(discovery && { discovery }), ...(rollout && { rollout }) }),
});

const entrySnapshot = (typeUrl: string, entry: Entry): ResourceSnapshot => ({
  kind: kindOf(typeUrl),
  name: entry.name,
  version: entry.version,
  value: () => valueOf(entry),
});

/** The message without its type. A bundle may come from another version of the compiler, and hold what this one cannot read. */
function valueOf({ any, version }: Entry): unknown {
  try {
    const [resource] = decode('envoy.service.discovery.v3.DiscoveryResponse', any).resources ?? [];
    const { '@type': _, ...message } = resource ?? {};
    return message;
  } catch (error) {
    if (error instanceof WireError) return { unreadable: error.message, version };
    throw error;
  }
}
