/** What is believed of what sources say. */
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../compiler/discovered.ts';
import { failed } from '../../../relay/discovery/provider.ts';
import {
  dueOf,
  stepUpstream,
  UNKNOWN,
  type UpstreamChange,
  type UpstreamEvent,
  type UpstreamState,
} from '../../../relay/discovery/upstream-state.ts';

const GUARD = { emptyAfterSeconds: 60, keepAtLeast: 50 };
const list = (...ports: readonly number[]): readonly Endpoint[] => ports.map((port) => ({ address: '10.0.0.1', port }));
const found = (now: number, ...ports: readonly number[]): UpstreamEvent => ({
  kind: 'found',
  endpoints: list(...ports),
  now,
});
const restored: UpstreamEvent = { kind: 'restored', endpoints: list(9), now: 0 };
const sorted = (ports: readonly number[]): readonly number[] => ports.toSorted((a, b) => a - b);
const AWAY: UpstreamEvent = { kind: 'failed', failure: failed('unavailable', 'it is away') };

/** The ports that Envoy gets after each event, and what is told at the last. */
function play(events: readonly UpstreamEvent[], guard: Parameters<typeof stepUpstream>[2] = GUARD) {
  let state: UpstreamState = UNKNOWN;
  let changes: readonly UpstreamChange[] = [];
  const ports = events.map((event) => {
    [state, changes] = stepUpstream(state, event, guard);
    return state.endpoints?.map(({ port }) => port);
  });
  return { ports, changes: changes.map(({ kind }) => kind), state };
}

describe('a source', () => {
  test('that has endpoints is believed, and the same again is no news', () => {
    expect(play([found(0, 1, 2), found(1, 1, 2)])).toMatchObject({
      ports: [
        [1, 2],
        [1, 2],
      ],
      changes: [],
    });
    expect(play([found(0, 1, 2), found(1, 2, 3)])).toMatchObject({
      ports: [
        [1, 2],
        [2, 3],
      ],
      changes: ['changed'],
    });
  });

  test('that has none all of a sudden is believed when it has said so for long enough', () => {
    const events = [found(0, 1), found(1_000), found(30_000), { kind: 'time', now: 60_999 } as const];
    const { ports, state } = play(events);
    expect(ports).toEqual([[1], [1], [1], [1]]);
    expect(dueOf(state, GUARD)).toBe(61_000);
    expect(play([...events, { kind: 'time', now: 61_000 }])).toMatchObject({
      ports: [[1], [1], [1], [1], []],
      changes: ['changed'],
    });
    expect(play([...events, found(61_000)]).ports.at(-1)).toEqual([]);
  });

  test('that has some again in time has lost nothing, and begins anew', () => {
    const { ports, state } = play([found(0, 1), found(1_000), found(2_000, 1), found(50_000)]);
    expect(ports).toEqual([[1], [1], [1], [1]]);
    expect(dueOf(state, GUARD)).toBe(110_000);
  });

  test('that has lost many may add some meanwhile', () => {
    const { ports, changes } = play([found(0, 1, 2, 3, 4), found(1, 5), found(2, 5, 6)]);
    expect(ports).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4, 5],
      [5, 6],
    ]);
    expect(changes).toEqual(['changed']);
    expect(play([found(0, 1, 2, 3, 4), found(1, 5)]).changes).toEqual(['changed', 'doubted']);
    expect(play([found(0, 1, 2, 3, 4), found(1, 2)]).changes).toEqual(['doubted']);
  });

  test('that loses still more is doubted anew, and believed as far as it has said so for long enough', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const events = [found(0, ...ten), found(1_000, 1, 2, 3, 4), found(60_500), { kind: 'time', now: 61_000 } as const];
    const { ports, changes, state } = play(events);
    expect(ports).toEqual([ten, ten, ten, [1, 2, 3, 4]].map(sorted));
    expect(changes).toEqual(['changed']);
    expect(dueOf(state, GUARD)).toBe(120_500);
    expect(play([...events, { kind: 'time', now: 120_500 }]).ports.at(-1)).toEqual([]);
    expect(play([...events, found(120_500)]).ports.at(-1)).toEqual([]);
    // All of a process may have stood still meanwhile.
    expect(play([...events.slice(0, 3), { kind: 'time', now: 200_000 }]).ports.at(-1)).toEqual([]);
  });

  test('whose list goes up and down while it is doubted is believed in the end', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const waves = [1, 2, 3, 4, 5].flatMap((wave) => [
      found(wave * 10_000, 1, 2, 3, 4),
      found(wave * 10_000 + 5_000, 1),
    ]);
    expect(play([found(0, ...ten), ...waves, { kind: 'time', now: 69_999 }]).ports.at(-1)).toEqual(ten);
    const { ports, state } = play([found(0, ...ten), ...waves, { kind: 'time', now: 70_000 }]);
    expect(ports.at(-1)).toEqual([1, 2, 3, 4]);
    expect(dueOf(state, GUARD)).toBe(115_000);
  });

  test('that has none from the beginning is doubted too: Envoys may have some of before', () => {
    expect(play([found(0)])).toMatchObject({ ports: [undefined], changes: ['doubted'] });
    expect(play([found(0), { kind: 'time', now: 60_000 }]).ports).toEqual([undefined, []]);
    expect(play([found(0), found(1, 7)]).ports).toEqual([undefined, [7]]);
  });

  test('is believed at once if the document says so', () => {
    const guard = { emptyAfterSeconds: 0 };
    expect(play([found(0, 1), found(0)], guard).ports).toEqual([[1], []]);
    expect(play([found(0, 1, 2, 3), found(0, 1)], { emptyAfterSeconds: 60 }).ports).toEqual([[1, 2, 3], [1]]);
  });

  test('that fails takes nothing away, is told once, and does not go on saying what it said', () => {
    const { ports, changes } = play([found(0, 1), AWAY, AWAY]);
    expect({ ports, changes }).toEqual({ ports: [[1], [1], [1]], changes: [] });
    expect(play([found(0, 1), AWAY]).changes).toEqual(['failed']);
    expect(play([found(0, 1), AWAY, found(1, 1)]).changes).toEqual(['recovered']);
    const interrupted = play([found(0, 1), found(1_000), AWAY, { kind: 'time', now: 99_000 }, found(100_000)]);
    expect(interrupted.ports.at(-1)).toEqual([1]);
    expect(dueOf(interrupted.state, GUARD)).toBe(160_000);
  });

  test('that does not answer leaves what the disk has; one that was faster is not put back', () => {
    expect(play([restored, AWAY]).ports).toEqual([[9], [9]]);
    expect(play([restored]).state.origin).toBe('disk');
    expect(play([found(0, 1), restored]).ports).toEqual([[1], [1]]);
    expect(play([restored, found(0)]).ports).toEqual([[9], [9]]);
    expect(play([restored, found(0, 1)]).state.origin).toBe('source');
  });

  test('that has lost all when the relay starts is doubted, whether it answers before the disk or after it', () => {
    expect(play([found(0), restored]).ports).toEqual([undefined, [9]]);
    expect(play([found(0), restored]).state.origin).toBe('disk');
    expect(play([found(0), restored, { kind: 'time', now: 60_000 }]).ports.at(-1)).toEqual([]);
    expect(play([found(0), AWAY, restored]).ports.at(-1)).toEqual([9]);
    const many: UpstreamEvent = { kind: 'restored', endpoints: list(1, 2, 3, 4), now: 10 };
    for (const events of [
      [many, found(10, 1)],
      [found(0, 1), many],
    ]) {
      expect(play(events).ports.at(-1)).toEqual([1, 2, 3, 4]);
      expect(play([...events, { kind: 'time', now: 60_010 }]).ports.at(-1)).toEqual([1]);
    }
  });

  test('that fails now and then collects no endpoints that are gone', () => {
    const pairs = [1, 2, 3, 4, 5].flatMap((second) => [found(second * 1_000, 100 + second), AWAY]);
    expect(play([found(0, 1, 2, 3, 4), ...pairs]).ports.at(-1)).toEqual([1, 2, 3, 4, 105]);
  });
});
