/** Whatever sources say, fail to say and have said before a restart: what Envoy never gets, and what it does not keep. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Endpoint } from '../../../compiler/discovered.ts';
import { failed } from '../../../relay/discovery/provider.ts';
import { dueOf, stepUpstream, UNKNOWN } from '../../../relay/discovery/upstream-state.ts';

const WAIT = 60;
const listOf = (ports: readonly number[]): readonly Endpoint[] => ports.map((port) => ({ address: '10.0.0.1', port }));

type Happening =
  | { readonly kind: 'found' | 'restored'; readonly after: number; readonly ports: readonly number[] }
  | { readonly kind: 'failed'; readonly after: number };

/** In seconds after the one before; around the guard's time, so that things just meet it and just miss it. */
const after = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(29, 30, 31, 59, 60, 61));
const ports = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 12 }),
  fc.constant<readonly number[]>([]),
);
const found: fc.Arbitrary<Happening> = fc.record({ kind: fc.constant('found' as const), after, ports });
const away: fc.Arbitrary<Happening> = fc.record({ kind: fc.constant('failed' as const), after });
const restored: fc.Arbitrary<Happening> = fc.record({ kind: fc.constant('restored' as const), after, ports });

/** The disk is read once, before or after anything else. */
const histories = fc
  .tuple(fc.array(fc.oneof({ weight: 5, arbitrary: found }, away), { maxLength: 14 }), fc.option(restored), fc.nat(14))
  .map(([said, disk, at]) => (disk ? said.toSpliced(at, 0, disk) : said));

/** What Envoy has after each event, with timers that fire when they are due, as the shell has them. */
function play(history: readonly Happening[], keepAtLeast: number | undefined) {
  const guard = { emptyAfterSeconds: WAIT, ...(keepAtLeast !== undefined && { keepAtLeast }) };
  let state = UNKNOWN;
  let now = 0;
  const moments: {
    readonly now: number;
    readonly happening?: Happening;
    readonly given: readonly number[] | undefined;
  }[] = [];
  const happen = (event: Parameters<typeof stepUpstream>[1], happening?: Happening): void => {
    [state] = stepUpstream(state, event, guard);
    const given = state.endpoints?.map(({ port = 0 }) => port);
    moments.push({ now, given, ...(happening && { happening }) });
  };
  const until = (end: number): void => {
    for (let due = dueOf(state, guard); due !== undefined && due <= end * 1_000; due = dueOf(state, guard)) {
      now = due / 1_000;
      happen({ kind: 'time', now: due });
    }
    now = end;
  };
  for (const happening of history) {
    until(now + happening.after);
    if (happening.kind === 'failed') happen({ kind: 'failed', failure: failed('unavailable', 'away') }, happening);
    else happen({ kind: happening.kind, endpoints: listOf(happening.ports), now: now * 1_000 }, happening);
  }
  until(now + 3 * WAIT);
  return moments;
}

const guards = fc.constantFrom(undefined, 20, 50, 90, 100);

test('Envoy is told of no endpoint only where the source has said so for as long as the guard has it', () => {
  fc.assert(
    fc.property(histories, guards, (history, keepAtLeast) => {
      let emptySince: number | undefined;
      let isKnown = false;
      let before: readonly number[] | undefined;
      for (const { now, happening, given } of play(history, keepAtLeast)) {
        if (happening?.kind === 'failed') emptySince = undefined;
        if (happening?.kind === 'found') emptySince = happening.ports.length > 0 ? undefined : (emptySince ?? now);
        if (happening && 'ports' in happening && happening.ports.length > 0) isKnown = true;
        if (isKnown && given?.length === 0 && before?.length !== 0) {
          expect(emptySince).toBeDefined();
          expect(now - (emptySince ?? now)).toBeGreaterThanOrEqual(WAIT);
        }
        before = given;
      }
    }),
  );
});

test('where all are to be kept, Envoy has as many as a source that answers had at any time that the guard looks back to', () => {
  fc.assert(
    fc.property(histories, (history) => {
      /** What the source has said since it failed last, and until when. */
      let answers: readonly { readonly count: number; readonly until: number }[] = [];
      for (const { now, happening, given } of play(history, 100)) {
        if (happening?.kind === 'failed') answers = [];
        if (happening?.kind === 'found') {
          const { length: count } = happening.ports;
          const ended = answers.map(({ until, ...answer }) => ({ ...answer, until: Math.min(until, now) }));
          answers = [...ended, { count, until: Infinity }];
        }
        const counts = answers.filter(({ until }) => until > now - WAIT).map(({ count }) => count);
        expect(given?.length ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...counts));
      }
    }),
  );
});

test('Envoy keeps no endpoint that a source which answers has not named for longer than that', () => {
  fc.assert(
    fc.property(histories, guards, (history, keepAtLeast) => {
      /** When each was named last; those that the source names now: now. */
      const named = new Map<number, number>();
      let said: readonly number[] = [];
      let answersSince: number | undefined;
      for (const { now, happening, given } of play(history, keepAtLeast)) {
        for (const port of said) named.set(port, now);
        if (happening?.kind === 'found') answersSince ??= now;
        if (happening?.kind === 'failed') answersSince = undefined;
        if (happening && 'ports' in happening) for (const port of happening.ports) named.set(port, now);
        if (happening?.kind === 'found') said = happening.ports;
        if (answersSince === undefined || now - answersSince < WAIT) continue;
        for (const port of given ?? []) expect(now - (named.get(port) ?? -Infinity)).toBeLessThanOrEqual(WAIT);
      }
    }),
  );
});

test('Envoy gets what a source that fails said last, and no more than was believed before', () => {
  fc.assert(
    fc.property(histories, guards, (history, keepAtLeast) => {
      let before: readonly number[] | undefined;
      for (const { happening, given } of play(history, keepAtLeast)) {
        if (happening?.kind === 'failed') expect(given).toEqual(before);
        before = given;
      }
    }),
  );
});
