/** What is believed of what sources say. */
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../compiler/discovered.ts';
import { failed } from '../../../relay/discovery/provider.ts';
import {
  dueOf,
  endpointsOf,
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
const AWAY: UpstreamEvent = { kind: 'failed', failure: failed('unavailable', 'it is away') };

/** The ports that Envoy gets after each event, and what is told at the last. */
function play(events: readonly UpstreamEvent[], guard: Parameters<typeof stepUpstream>[2] = GUARD) {
  let state: UpstreamState = UNKNOWN;
  let changes: readonly UpstreamChange[] = [];
  const ports = events.map((event) => {
    [state, changes] = stepUpstream(state, event, guard);
    return endpointsOf(state)?.map(({ port }) => port);
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
      [5, 1, 2, 3, 4],
      [5, 6],
    ]);
    expect(changes).toEqual(['changed']);
    expect(play([found(0, 1, 2, 3, 4), found(1, 5)]).changes).toEqual(['doubted']);
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
    const restored: UpstreamEvent = { kind: 'restored', endpoints: list(9) };
    expect(play([restored, AWAY]).ports).toEqual([[9], [9]]);
    expect(play([restored]).state.origin).toBe('disk');
    expect(play([found(0, 1), restored]).ports).toEqual([[1], [1]]);
    expect(play([restored, found(0)]).ports).toEqual([[9], [9]]);
    expect(play([restored, found(0, 1)]).state.origin).toBe('source');
  });
});
