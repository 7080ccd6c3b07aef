/** How many secrets a store is asked for at once, and when it is left alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPEN, stepGate, type GateEffect, type GateEvent, type GateState } from '../../relay/secrets/gate.ts';
import { storeFailed } from '../../relay/secrets/provider.ts';

const failure = storeFailed('the vault is sealed');
const asked = (question: number, now = 0): GateEvent => ({ kind: 'asked', question, now });
const answered = (now = 0): GateEvent => ({ kind: 'answered', now, random: 0 });
const broken = (now = 0, random = 0): GateEvent => ({ kind: 'answered', now, failure, random });

function play(events: readonly GateEvent[], most: number): readonly [GateState, readonly string[]] {
  const words = (effect: GateEffect): string =>
    'question' in effect ? `${effect.kind} ${effect.question}` : effect.kind;
  return events.reduce<[GateState, string[]]>(
    ([state, said], event) => {
      const [next, effects] = stepGate(state, event, most);
      return [next, [...said, ...effects.map(words)]];
    },
    [OPEN, []],
  );
}

const said = (events: readonly GateEvent[], most = 1): readonly string[] => play(events, most)[1];

describe('a store', () => {
  test('gets so many questions at once, the others in turn', () => {
    expect(said([asked(1), asked(2), asked(3)], 2)).toEqual(['put 1', 'put 2']);
    expect(said([asked(1), asked(2), asked(3), answered()], 2)).toEqual(['put 1', 'put 2', 'put 3']);
  });

  test('gets no question that was withdrawn', () => {
    const events: readonly GateEvent[] = [asked(1), asked(2), { kind: 'withdrawn', question: 2 }, answered(), asked(3)];
    expect(said(events)).toEqual(['put 1', 'put 3']);
  });

  test('that fails three times in a row is left alone, and whoever waits hears of it', () => {
    const events = [asked(1), asked(2), asked(3), asked(4), asked(5), broken(), broken(), broken(), asked(6, 999)];
    expect(said(events)).toEqual(['put 1', 'put 2', 'put 3', 'shut', 'refused 4', 'refused 5', 'refused 6']);
  });

  test('that fails now and then is not', () => {
    const events = [asked(1), broken(), asked(2), broken(), asked(3), answered(), asked(4), broken(), asked(5)];
    expect(said(events).filter((each) => each.startsWith('refused'))).toEqual([]);
  });

  const down = [asked(1), broken(), asked(2), broken(), asked(3), broken()];

  test('is tried by one question then, longer and longer apart', () => {
    expect(said([...down, asked(4, 1_000), asked(5, 1_000)]).slice(4)).toEqual(['put 4', 'refused 5']);
    const twice = [...down, asked(4, 1_000), broken(1_000)];
    expect(said([...twice, asked(5, 2_999), asked(6, 3_000)]).slice(5)).toEqual(['refused 5', 'put 6']);
  });

  test('is not left alone longer for what was under way then', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8].map((question) => asked(question));
    const [state] = play([...all, ...all.map(() => broken(10))], 8);
    expect(state).toMatchObject({ running: 0, shut: { until: 1_010 } });
  });

  test('is not thought to fail because questions are broken off', () => {
    const off: GateEvent = { kind: 'broken-off' };
    const events = [asked(1), asked(2), asked(3), asked(4), off, off, off, asked(5)];
    expect(said(events, 2)).toEqual(['put 1', 'put 2', 'put 3', 'put 4', 'put 5']);
    expect(said([...down, asked(4, 1_000), off, asked(5, 1_000)]).slice(4)).toEqual(['put 4', 'put 5']);
  });

  test('that answers again gets all questions', () => {
    const events = [...down, asked(4, 1_000), answered(1_001), asked(5, 1_001), answered(1_002), asked(6, 1_002)];
    expect(said(events).slice(4)).toEqual(['put 4', 'opened', 'put 5', 'put 6']);
  });

  test('never has more questions than it may, and each is put, refused or withdrawn once', () => {
    const step = fc.record({
      what: fc.constantFrom('ask', 'answer', 'break', 'break off', 'withdraw'),
      wait: fc.integer({ min: 0, max: 5_000 }),
      random: fc.double({ min: 0, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, most) => {
        let state = OPEN;
        let now = 0;
        let last = 0;
        const open = new Set<number>();
        for (const { what, wait, random } of steps) {
          now += wait;
          const waiting = state.waiting[0];
          const event: GateEvent | undefined =
            what === 'ask'
              ? asked(++last, now)
              : what === 'withdraw'
                ? waiting === undefined
                  ? undefined
                  : { kind: 'withdrawn', question: waiting }
                : state.running === 0
                  ? undefined
                  : what === 'break'
                    ? broken(now, random)
                    : what === 'break off'
                      ? { kind: 'broken-off' }
                      : answered(now);
          if (!event) continue;
          if (event.kind === 'asked') open.add(event.question);
          if (event.kind === 'withdrawn') expect(open.delete(event.question)).toBe(true);
          const [next, effects] = stepGate(state, event, most);
          for (const effect of effects) if ('question' in effect) expect(open.delete(effect.question)).toBe(true);
          state = next;
          expect(state.running).toBeLessThanOrEqual(most);
          expect([...open]).toEqual(state.waiting);
          // Nobody waits for nothing.
          if (state.waiting.length > 0) expect(state.running).toBe(most);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
