/** Puts load assignments that the relay has found among those that a bundle has. */
import { createHash } from 'node:crypto';
import { frame } from '../../compiler/5-pack/frame.ts';
import { readBlock, type Entry } from '../../compiler/5-pack/read.ts';
import { perObject } from '../../compiler/per-object.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import type { FoundEndpoints, LoadAssignmentResource } from '../ads-server.ts';
import { nameSet } from '../name-set.ts';
import { createSection, emptySection, type Part, type Section } from '../section.ts';

/** The sections of a bundle, that of the endpoints with what was found besides. */
export function withFound(sections: readonly Section[], found: FoundEndpoints | undefined): readonly Section[] {
  if (!found || found.resources.length + found.pending.length === 0) return sections;
  const own = sections.find(({ typeUrl }) => typeUrl === TypeUrl.endpoint) ?? emptySection(TypeUrl.endpoint);
  return [...sections.filter((section) => section !== own), merge(own, found)];
}

function merge(own: Section, { resources, pending }: FoundEndpoints): Section {
  const sorted = resources.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const version = createHash('sha256').update(own.version);
  for (const resource of sorted) version.update(`\0${resource.name}\0${resource.version}`);
  version.update('\0');
  for (const name of pending.toSorted()) version.update(`\0${name}`);
  const parts = interleave(own.parts, sorted.map(partOf));
  return createSection(TypeUrl.endpoint, version.digest('base64url').slice(0, 16), parts, nameSet(pending));
}

/** Each is a part of its own, framed as a bundle's resources are, and the same part in each section that has it. */
const partOf = perObject(({ name, version, value }: LoadAssignmentResource): Part => {
  const { head, tail } = frame({ typeUrl: TypeUrl.endpoint, name, value, requires: [] }, version);
  return readBlock(Buffer.concat([head, value, tail]));
});

/** Both lists are in name order; a part of the first is cut where a single entry of the second belongs into it. */
function interleave(own: readonly Part[], single: readonly Part[]): readonly Part[] {
  const parts: Part[] = [];
  let next = 0;
  for (const part of own) {
    let from = 0;
    for (; next < single.length && nameOf(single[next]) < nameOf(part, part.length - 1); next += 1) {
      const to = firstAfter(part, nameOf(single[next]));
      parts.push(cut(part, from, to), single[next] ?? []);
      from = to;
    }
    parts.push(cut(part, from, part.length));
  }
  return [...parts, ...single.slice(next)];
}

const nameOf = (part: Part | undefined, index = 0): string => part?.[index]?.name ?? '';

function firstAfter(part: Part, name: string): number {
  const index = part.findIndex((entry: Entry) => entry.name > name);
  return index < 0 ? part.length : index;
}

const cuts = perObject<Part, Map<string, Part>>(() => new Map());

/** A piece of a part; the same object for the same piece, so that sections that have it both are quick to compare. */
function cut(part: Part, from: number, to: number): Part {
  if (from === 0 && to === part.length) return part;
  const key = `${from}-${to}`;
  const known = cuts(part).get(key) ?? part.slice(from, to);
  cuts(part).set(key, known);
  return known;
}
