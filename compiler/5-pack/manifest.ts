/** Reads a manifest back from its bytes. */
import { BUNDLE_FORMAT, type Digest, type Manifest, type PatchNote } from './bundle.ts';

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

type JsonObject = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isManifest = (value: JsonObject): value is JsonObject & Manifest =>
  matches(value, {
    gateway: isString,
    nodes: (nodes) => matches(nodes, { clusters: listOf(isString), ids: listOf(isString), labels: isMapOfStrings }),
    compiler: isString,
    envoy: isString,
    source: isString,
    sections: listOf(isSection),
    secrets: listOf(isSecret),
  }) &&
  (value['patches'] === undefined || isPatchNotes(value['patches']));

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

const isString: Check = (value) => typeof value === 'string';
/** A chunk's digest becomes part of a key in the bucket, so nothing else may stand there. */
const isDigest: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isMapOfStrings: Check = (value) => isObject(value) && Object.values(value).every(isString);

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const matches = (value: unknown, checks: Readonly<Record<string, Check>>): boolean =>
  isObject(value) && Object.entries(checks).every(([key, check]) => Object.hasOwn(value, key) && check(value[key]));
