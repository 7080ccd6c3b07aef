/** A bundle as the relay serves it: immutable, shared by all streams of its gateway. */
import { createHash } from 'node:crypto';
import type { Bundle, Digest, GatewayName, NodeSelector, Section as PackedSection } from '../compiler/5-pack/bundle.ts';
import { frame } from '../compiler/5-pack/frame.ts';
import { blockBytes, readBlock } from '../compiler/5-pack/read.ts';
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import type { FoundEndpoints, SecretResource } from './ads-server.ts';
import { createDeliveryCache, type DeliveryCache } from './delivery-cache.ts';
import { withFound } from './discovery/section.ts';
import { inSendOrder, isKnownType, SECRET_TYPES } from './resource-roles.ts';
import { sectionOfVersion } from './section-diff.ts';
import { createSection, emptySection, type Part, type Section } from './section.ts';

export interface Snapshot {
  readonly gateway: GatewayName;
  readonly bundle: Digest;
  readonly nodes: NodeSelector;
  /** Counts the snapshots of this process: later ones have larger numbers. Nonces are made of it. */
  readonly push: number;
  /** `control_plane.identifier` of each response. */
  readonly identifier: string;
  /** By type URL, in send order. */
  readonly sections: ReadonlyMap<string, Section>;
  /** Parsed blocks, by what they were parsed from: the next snapshot takes over those that it has too. */
  readonly parts: ReadonlyMap<string, Part>;
  /** The sections of the snapshots before this one, the latest first: clients that connect anew may have them. */
  readonly earlier: readonly ReadonlyMap<string, Section>[];
  readonly deliver: DeliveryCache;
}

export interface SnapshotInput {
  readonly bundle: Bundle;
  readonly secrets: readonly SecretResource[];
  /** Endpoints that are not in the bundle. */
  readonly endpoints?: FoundEndpoints | undefined;
  /** The relay's name. */
  readonly identifier: string;
  readonly push: number;
  /** The gateway's snapshot before this one: of the same bundle, if there was one. */
  readonly previous?: Snapshot;
  /** Its other snapshots until now, which some of its clients have. */
  readonly others?: readonly Snapshot[];
}

/** How many snapshots are remembered for clients that connect anew. Their unchanged blocks are shared. */
const REMEMBERED = 4;

/**
 * Reads a bundle. Blocks that the previous snapshot has are taken from it, so that a small change costs little.
 * @throws MalformedBlock if a chunk is missing or a block is not laid out as it should be.
 * @throws Error if a section is not in name order.
 */
export function createSnapshot({ bundle, secrets, endpoints, identifier, push, ...before }: SnapshotInput): Snapshot {
  const { manifest } = bundle;
  const others = [...(before.previous ? [before.previous] : []), ...(before.others ?? [])];
  const parts = new Map<string, Part>();
  const take = (key: string, read: () => Part): Part => {
    const part = first(others, ({ parts: known }) => known.get(key)) ?? read();
    parts.set(key, part);
    return part;
  };
  const sections = manifest.sections.map((section) => readSection(section, bundle, take));
  return assembleSnapshot({
    gateway: manifest.gateway,
    bundle: bundle.id,
    nodes: manifest.nodes,
    push,
    identifier: `${identifier}/${bundle.id.slice(0, 12)}`,
    sections: [...withFound(sections, endpoints), ...secretSections(secrets, take)],
    parts,
    ...before,
  });
}

type SnapshotParts = Omit<Snapshot, 'sections' | 'earlier' | 'deliver'> & {
  readonly sections: readonly Section[];
  readonly previous?: Snapshot;
  readonly others?: readonly Snapshot[];
};

export function assembleSnapshot({ sections, previous, others = [], ...rest }: SnapshotParts): Snapshot {
  const sorted = sections.toSorted((a, b) => inSendOrder(a.typeUrl, b.typeUrl));
  const before = previous ? [previous, ...others] : others;
  const own = new Map(sorted.map((section) => [section.typeUrl, unchanged(section, before)]));
  return { ...rest, sections: own, earlier: earlierThan(own, before), deliver: createDeliveryCache() };
}

/** What clients may have that connect anew: what was served last of each release, and before. */
function earlierThan(sections: Snapshot['sections'], before: readonly Snapshot[]): Snapshot['earlier'] {
  const known = [...before.map((snapshot) => snapshot.sections), ...before.flatMap(({ earlier }) => earlier)];
  const different = known.filter((each, index) => known.indexOf(each) === index && !isSame(each, sections));
  return different.slice(0, REMEMBERED);
}

/** Whether a client that has one snapshot lacks nothing of the other. */
export const isSameSnapshot = (a: Snapshot, b: Snapshot): boolean =>
  a.bundle === b.bundle && isSame(a.sections, b.sections);

const isSame = (a: Snapshot['sections'], b: Snapshot['sections']): boolean =>
  a.size === b.size && [...a].every(([typeUrl, section]) => b.get(typeUrl) === section);

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Take = (key: string, read: () => Part) => Part;

function readSection(packed: PackedSection, { chunks }: Bundle, take: Take): Section {
  const { typeUrl, version, blocks } = packed;
  const parts = blocks.map((block) => take(block.chunks.join(), () => readBlock(blockBytes(block, chunks))));
  const known = sectionsRead.get(packed);
  if (known?.parts.length === parts.length && known.parts.every((part, index) => part === parts[index])) return known;
  const section = createSection(typeUrl, version, parts);
  sectionsRead.set(packed, section);
  return section;
}

/** A bundle is read again whenever a secret or endpoints of it are others. */
const sectionsRead = new WeakMap<PackedSection, Section>();

/** Secrets always have a section, lest an Envoy wait; bundles have no extension configurations of their own. */
const secretSections = (secrets: readonly SecretResource[], take: Take): readonly Section[] =>
  SECRET_TYPES.filter((type) => type === TypeUrl.secret || secrets.some(({ typeUrl }) => typeUrl === type)).map(
    (typeUrl) => secretSection(typeUrl, secrets, take),
  );

/** Each secret is a part of its own, framed as a bundle's resources are. */
function secretSection(typeUrl: string, secrets: readonly SecretResource[], take: Take): Section {
  const sorted = secrets.filter((secret) => typeOf(secret) === typeUrl).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const version = createHash('sha256');
  for (const secret of sorted) version.update(`${secret.name}\0${secret.version}\0`);
  const parts = sorted.map((secret) =>
    take(`secret ${typeUrl} ${secret.name} ${secret.version}`, () => frameSecret(secret)),
  );
  return createSection(typeUrl, version.digest('base64url').slice(0, 16), parts);
}

const typeOf = ({ typeUrl = TypeUrl.secret }: SecretResource): string => typeUrl;

function frameSecret(secret: SecretResource): Part {
  const { name, version, value } = secret;
  const { head, tail } = frame({ typeUrl: typeOf(secret), name, value, requires: [] }, version);
  return readBlock(Buffer.concat([head, value, tail]));
}

/** The section of a snapshot before, if this one is the same: what was worked out for it then still holds. */
function unchanged(section: Section, before: readonly Snapshot[]): Section {
  const known = before.map(({ sections }) => sections.get(section.typeUrl));
  return known.find((each) => each?.version === section.version) ?? section;
}

/** The section of a type; an empty one if it is a type of xDS that the bundle has nothing of; else nothing. */
export function sectionOf({ sections }: Snapshot, typeUrl: string): Section | undefined {
  return sections.get(typeUrl) ?? (isKnownType(typeUrl) ? noResources(typeUrl) : undefined);
}

const empty = new Map<string, Section>();

function noResources(typeUrl: string): Section {
  const known = empty.get(typeUrl) ?? emptySection(typeUrl);
  empty.set(typeUrl, known);
  return known;
}

/** The section that a client has which reports this version, if it is one of the last. */
export function sectionOfReport(snapshot: Snapshot, typeUrl: string, version: string): Section | undefined {
  const served = [snapshot.sections, ...snapshot.earlier].flatMap((sections) => sections.get(typeUrl) ?? []);
  // A client that was told that there is nothing has that.
  const candidates = isKnownType(typeUrl) ? [...served, noResources(typeUrl)] : served;
  return sectionOfVersion(version, (wanted) => candidates.find((section) => section.version === wanted));
}
