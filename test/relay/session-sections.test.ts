/** Names, sections and snapshots: what is shared, and what is told apart. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedBlock } from '../../compiler/5-pack/read.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { difference, intersection, nameSet, NO_NAMES, union } from '../../relay/name-set.ts';
import { diffSections, overlay, sectionOfVersion } from '../../relay/section-diff.ts';
import { createSection, entriesOf, findEntry, type Section } from '../../relay/section.ts';
import { createSnapshot } from '../../relay/snapshot.ts';
import { clusterName, createFixture } from './probe/fixture.ts';
import { entryOf, versionOf } from './session/snapshots.ts';

const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'ü', '__proto__', 'constructor'), { maxLength: 6 });

describe('a set of names', () => {
  test('is the same object for the same names, however it came about', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const [first, second] = [nameSet(a), nameSet(b)];
        expect(union(first, second)).toBe(nameSet([...b, ...a]));
        expect(difference(first, second)).toBe(nameSet(a.filter((name) => !b.includes(name))));
        expect(intersection(first, second)).toBe(nameSet(b.filter((name) => a.includes(name))));
      }),
    );
  });

  test('without names is one', () => {
    expect(difference(nameSet(['a']), nameSet(['a', 'b']))).toBe(NO_NAMES);
  });
});

const contents = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'), fc.constantFrom('1', '2'))
  .map((entries) => new Map(Object.entries(entries)));

/** Two entries a part, so that parts have borders. */
function sectionOf(resources: ReadonlyMap<string, string>): Section {
  const entries = [...resources]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, version]) => entryOf(TypeUrl.cluster, name, version, []));
  const parts = [entries.slice(0, 2), entries.slice(2, 4), entries.slice(4)].filter((part) => part.length > 0);
  return createSection(TypeUrl.cluster, versionOf(resources), parts);
}

const contentOf = (section: Section): Map<string, string> =>
  new Map([...entriesOf(section)].map(({ name, version }) => [name, version]));

describe('sections', () => {
  test('a difference, applied to the older one, gives the newer one', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const { changed, removed } = diffSections(sectionOf(before), sectionOf(after));
        const patched = new Map<string, string>(before);
        for (const name of removed.names) patched.delete(name);
        for (const { name, version } of changed) patched.set(name, version);
        expect(patched).toEqual(after);
        expect(changed.filter(({ name, version }) => before.get(name) === version)).toEqual([]);
      }),
    );
  });

  test('an overlay has all of the newer one and what only older ones have', () => {
    fc.assert(
      fc.property(contents, contents, contents, (oldest, older, newer) => {
        const all = overlay(sectionOf(newer), overlay(sectionOf(older), sectionOf(oldest)));
        expect(contentOf(all)).toEqual(new Map([...oldest, ...older, ...newer]));
        for (const [name, version] of contentOf(all)) expect(findEntry(all, name)?.version).toBe(version);
        expect(findEntry(all, 'nobody')).toBeUndefined();
      }),
    );
  });

  test('an overlay is found again by its version', () => {
    fc.assert(
      fc.property(contents, contents, contents, (oldest, older, newer) => {
        const plain = [oldest, older, newer].map(sectionOf);
        const all = overlay(sectionOf(newer), overlay(sectionOf(older), sectionOf(oldest)));
        const found = sectionOfVersion(all.version, (version) => plain.find((section) => section.version === version));
        expect(found && contentOf(found)).toEqual(contentOf(all));
      }),
    );
  });

  test('names out of order are refused, for nothing could be found by name', () => {
    const [b, a] = [entryOf(TypeUrl.cluster, 'b', '1', []), entryOf(TypeUrl.cluster, 'a', '1', [])];
    expect(() => createSection(TypeUrl.cluster, 'v', [[b, a]])).toThrow('"a" stands after "b"');
    expect(() => createSection(TypeUrl.cluster, 'v', [[b], [b]])).toThrow('"b" stands after "b"');
  });
});

describe('a snapshot', () => {
  const fixture = createFixture();
  const secrets = [{ name: 's', version: '1', value: Buffer.from([0x0a, 0x01, 0x73]) }];
  const first = createSnapshot({ bundle: fixture({ clusters: 500 }), secrets, identifier: 'r', push: 1 });

  test('takes over what has not changed from the one before', () => {
    const bundle = fixture({ clusters: 500, generations: { endpoint: 1 }, changed: 1 });
    const second = createSnapshot({ bundle, secrets, identifier: 'r', push: 2, previous: first });
    expect(second.sections.get(TypeUrl.cluster)).toBe(first.sections.get(TypeUrl.cluster));
    expect(second.sections.get(TypeUrl.secret)).toBe(first.sections.get(TypeUrl.secret));
    const [before, after] = [first, second].map(({ sections }) => sections.get(TypeUrl.endpoint)?.parts ?? []);
    expect(before?.length).toBeGreaterThan(2);
    expect(after?.filter((part) => !before?.includes(part))).toHaveLength(1);
  });

  test('has secrets as resources beside those of the bundle', () => {
    const section = first.sections.get(TypeUrl.secret);
    expect(section && findEntry(section, 's')).toMatchObject({ name: 's', version: '1' });
    expect([...first.sections.keys()].slice(0, 4)).toEqual([
      TypeUrl.cluster,
      TypeUrl.endpoint,
      TypeUrl.secret,
      TypeUrl.listener,
    ]);
  });

  test('cannot be made of a bundle that lacks a chunk', () => {
    const bundle = fixture({ clusters: 3 });
    const chunks = new Map([...bundle.chunks].slice(1));
    expect(() => createSnapshot({ bundle: { ...bundle, chunks }, secrets: [], identifier: 'r', push: 1 })).toThrow(
      MalformedBlock,
    );
  });

  test('says of each cluster which endpoints it needs', () => {
    const section = first.sections.get(TypeUrl.cluster);
    const entry = section && findEntry(section, clusterName(7));
    expect(entry?.requires).toEqual([{ typeUrl: TypeUrl.endpoint, name: clusterName(7) }]);
  });
});
