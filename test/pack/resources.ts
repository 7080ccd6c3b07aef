/** Resources to pack, made up but of real types. */
import type { PackInput } from '../../compiler/5-pack/pack.ts';
import type { PackedResource } from '../../compiler/5-pack/bundle.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';

/** A cluster that requires a load assignment of the same name. */
export const cluster = (name: string, value: Uint8Array): PackedResource => ({
  typeUrl: TypeUrl.cluster,
  name,
  value,
  requires: [{ typeUrl: TypeUrl.endpoint, name }],
});

export const endpoint = (name: string, value: Uint8Array): PackedResource => ({
  typeUrl: TypeUrl.endpoint,
  name,
  value,
  requires: [],
});

export const route = (name: string, value: Uint8Array): PackedResource => ({
  typeUrl: TypeUrl.route,
  name,
  value,
  requires: [],
});

/** `count` clusters and as many load assignments. */
export const manyResources = (count: number): PackedResource[] =>
  Array.from({ length: count }, (_, index) => `team-${index % 97}/service-${index}`).flatMap((name, index) => [
    cluster(name, noise(300, index)),
    endpoint(name, noise(80, index)),
  ]);

/** Bytes without a pattern, the same for the same seed. */
export function noise(length: number, seed: number): Uint8Array {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  });
}

export const input = (resources: readonly PackedResource[], more: Partial<PackInput> = {}): PackInput => ({
  gateway: 'default/edge',
  nodes: { clusters: ['edge'], ids: [], labels: {} },
  compiler: '0.1.0',
  envoy: '1.40.0',
  source: '0'.repeat(64),
  secrets: [],
  ...more,
  resources,
});

/** The same bytes but for a few in the middle. */
export function changed(bytes: Uint8Array, by: number): Uint8Array {
  const copy = bytes.slice();
  copy.fill(by, copy.length / 2, copy.length / 2 + 20);
  return copy;
}

/** Every third from the front, then the rest, the other way round. */
export const shuffled = <T>(items: readonly T[]): T[] => [
  ...items.filter((_, index) => index % 3 === 0),
  ...items.filter((_, index) => index % 3 !== 0).reverse(),
];
