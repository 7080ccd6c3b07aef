/** Load assignments that are not known yet: what clients are told of them. */
import { describe, expect, test } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/index.ts';
import type { FoundEndpoints } from '../../../relay/ads-server.ts';
import { deliver, NOTHING_HELD, type Held } from '../../../relay/delivery.ts';
import { withFound } from '../../../relay/discovery/section.ts';
import { nameSet, NO_NAMES } from '../../../relay/name-set.ts';
import { overlay } from '../../../relay/section-diff.ts';
import { createSection, entriesOf, findEntry, type Section } from '../../../relay/section.ts';
import { createSnapshot } from '../../../relay/snapshot.ts';
import { pack } from '../../../compiler/5-pack/pack.ts';
import { cluster, endpoint, input, noise } from '../../pack/resources.ts';

const resource = (name: string, edition = 1) => ({ name, version: `v${edition}`, value: noise(20, edition) });
const found = (resources: FoundEndpoints['resources'], pending: readonly string[] = []): FoundEndpoints => ({
  resources,
  pending,
});
const sectionOf = (endpoints: FoundEndpoints, own: readonly Section[] = []): Section => {
  const [section] = withFound(own, endpoints);
  if (!section) throw new Error('there is no section');
  return section;
};
const names = (section: Section): readonly string[] => [...entriesOf(section)].map(({ name }) => name);

const asks = (target: Section, held: Held, pending: 'told' | 'silent', subscribed: readonly string[]) =>
  deliver({
    protocol: 'delta',
    identifier: 'test',
    held,
    target,
    subscription: { wildcard: false, explicit: true, names: nameSet(subscribed) },
    removals: 'sent',
    pending,
    answer: 'if-any',
  }).response;
const asked = (...forgotten: readonly string[]): Held => ({ ...NOTHING_HELD, forgotten: nameSet(forgotten) });

describe('a load assignment that is not known yet', () => {
  const section = sectionOf(found([resource('a')], ['b']));

  test('is not said to be away to a client that has been connected before', () => {
    const response = asks(section, asked('a', 'b', 'c'), 'silent', ['a', 'b', 'c']);
    expect(response?.entries.map(({ name }) => name)).toEqual(['a']);
    expect(response?.removed).toEqual(['c']);
  });

  test('does not keep a new client waiting', () => {
    expect(asks(section, asked('b'), 'told', ['b'])?.removed).toEqual(['b']);
  });

  test('is not taken from a client that has it, new or not', () => {
    const before = sectionOf(found([resource('a'), resource('b')]));
    const held: Held = { base: before, forgotten: NO_NAMES, rejected: null, stray: NO_NAMES };
    for (const pending of ['told', 'silent'] as const) expect(asks(section, held, pending, ['a', 'b'])).toBeNull();
    const gone = sectionOf(found([resource('a')]));
    expect(asks(gone, held, 'silent', ['a', 'b'])?.removed).toEqual(['b']);
  });

  test('stays so while the client moves between bundles', () => {
    const older = createSection(TypeUrl.endpoint, 'older', []);
    expect(asks(overlay(section, older), asked('b'), 'silent', ['b'])).toBeNull();
  });
});

describe('found endpoints', () => {
  const bundle = pack(
    input(
      ['a', 'c', 'e'].flatMap((name) => [cluster(name, noise(20, 1)), endpoint(name, noise(20, 1))]),
      {},
    ),
  );
  const snapshot = (endpoints: FoundEndpoints, previous?: ReturnType<typeof createSnapshot>) =>
    createSnapshot({ bundle, secrets: [], endpoints, identifier: 'r', push: 1, ...(previous && { previous }) });
  const endpointsIn = ({ sections }: ReturnType<typeof snapshot>): Section => {
    const section = sections.get(TypeUrl.endpoint);
    if (!section) throw new Error('there are no endpoints');
    return section;
  };

  test('stand in order among those of the bundle, and are found by name', () => {
    const section = endpointsIn(snapshot(found([resource('f'), resource('b'), resource('aa')])));
    expect(names(section)).toEqual(['a', 'aa', 'b', 'c', 'e', 'f']);
    for (const name of names(section)) expect(findEntry(section, name)?.name).toBe(name);
  });

  test('that change leave all other parts as they were', () => {
    const [kept, changed] = [resource('b'), resource('d')];
    const first = snapshot(found([kept, changed]));
    const second = snapshot(found([kept, resource('d', 2)]), first);
    const [before, after] = [endpointsIn(first), endpointsIn(second)];
    expect(after.version).not.toBe(before.version);
    const news = after.parts.filter((part) => !before.parts.includes(part));
    expect(news.flat().map(({ name }) => name)).toEqual(['d']);
    expect(
      [...second.sections].filter(([typeUrl, each]) => first.sections.get(typeUrl) !== each).map(([url]) => url),
    ).toEqual([TypeUrl.endpoint]);
  });

  test('that are the same are the same section', () => {
    const first = snapshot(found([resource('b')], ['d']));
    expect(endpointsIn(snapshot(found([resource('b')], ['d']), first))).toBe(endpointsIn(first));
    expect(endpointsIn(snapshot(found([resource('b')]), first))).not.toBe(endpointsIn(first));
  });
});
