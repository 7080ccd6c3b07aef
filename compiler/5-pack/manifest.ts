/** Reads a manifest back from its bytes. */
import {
  isCount,
  isDigest,
  isMapOfStrings,
  isNumber,
  isObject,
  isString,
  listOf,
  matches,
  oneOf,
  optional,
  type Check,
  type JsonObject,
} from '../shape.ts';
import { BUNDLE_FORMAT, type Digest, type Manifest, type PatchNote } from './bundle.ts';
import type { DiscoveryReference } from './discovery-reference.ts';
import type { RolloutPolicy } from './rollout-policy.ts';

/** The manifest, or why the bytes are none that this version can use. */
export type ParsedManifest =
  | { readonly status: 'parsed'; readonly manifest: Manifest }
  | { readonly status: 'malformed'; readonly reason: string }
  | { readonly status: 'unsupported'; readonly format: string };

/** Parses a manifest. Fields that it does not know are left alone: the format's name says when meaning changes. */
export function parseManifest(bytes: Uint8Array): ParsedManifest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return malformed(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(value)) return malformed('it is not a JSON object');
  if (typeof value['format'] !== 'string') return malformed('it names no format');
  if (value['format'] !== BUNDLE_FORMAT) return { status: 'unsupported', format: value['format'] };
  return isManifest(value) ? { status: 'parsed', manifest: value } : malformed(`it is no manifest of ${BUNDLE_FORMAT}`);
}

const malformed = (reason: string): ParsedManifest => ({ status: 'malformed', reason });

/** The digests of all chunks that a manifest names, each once, in their order. */
export const chunksOfManifest = ({ sections }: Manifest): Digest[] => [
  ...new Set(sections.flatMap(({ blocks }) => blocks.flatMap(({ chunks }) => chunks))),
];

const isManifest = (value: JsonObject): value is JsonObject & Manifest =>
  matches(value, {
    gateway: isString,
    nodes: (nodes) => matches(nodes, { clusters: listOf(isString), ids: listOf(isString), labels: isMapOfStrings }),
    compiler: isString,
    envoy: isString,
    source: isString,
    sections: listOf(isSection),
    secrets: listOf(isSecret),
    discovery: optional(isDiscovery),
    rollout: optional(isRolloutPolicy),
    patches: optional(isPatchNotes),
  });

export const isPatchNotes = (value: unknown): value is readonly PatchNote[] => listOf(isPatchNote)(value);

const isPatchNote: Check = (note) =>
  matches(note, {
    name: isString,
    resources: listOf((resource) => matches(resource, { typeUrl: isString, name: isString })),
  });

const isSection: Check = (section) =>
  matches(section, { typeUrl: isString, version: isString, resources: isCount, blocks: listOf(isBlock) });

const isBlock: Check = (block) => matches(block, { resources: isCount, bytes: isCount, chunks: listOf(isDigest) });

const isSecret: Check = (secret) =>
  matches(secret, {
    name: isString,
    type: isString,
    provider: (provider) => matches(provider, { type: isString }),
  });

export const isDiscovery = (value: unknown): value is readonly DiscoveryReference[] =>
  listOf(isDiscoveryReference)(value);

const isDiscoveryReference: Check = (reference) =>
  matches(reference, {
    name: isString,
    source: (source) => matches(source, { type: isString }),
    emptyAfterSeconds: isNumber,
    keepAtLeast: optional(isNumber),
    assignment: (settings) => matches(settings, { overprovisioningFactor: isNumber }),
  });

export const isRolloutPolicy = (value: unknown): value is RolloutPolicy =>
  matches(value, {
    steps: listOf((step) =>
      matches(step, {
        nodes: (nodes) => matches(nodes, { percentage: isNumber }) || matches(nodes, { labels: isMapOfStrings }),
        bakeSeconds: isNumber,
        approval: oneOf('automatic', 'manual'),
      }),
    ),
    bakeSeconds: isNumber,
    health: isRolloutHealth,
    onFailure: oneOf('rollback', 'pause'),
  });

const isRolloutHealth: Check = (health) =>
  matches(health, {
    rejectedNodes: isCount,
    connectedPercentage: isNumber,
    metrics: listOf((metric) =>
      matches(metric, { name: isString, query: isString, atMost: optional(isNumber), atLeast: optional(isNumber) }),
    ),
  });
