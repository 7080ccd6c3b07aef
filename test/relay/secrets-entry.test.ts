/** What is known of one secret, as answers come and time passes. */
import { describe, expect, test } from 'vitest';
import { TypeUrl } from '../../compiler/xds/index.ts';
import {
  delayUntilNext,
  nextExpiryChange,
  stepClock,
  stepSecret,
  UNRESOLVED,
  type Answer,
  type SecretState,
} from '../../relay/secrets/entry.ts';
import { failed } from '../../relay/secrets/provider.ts';

const DAY = 86_400_000;

const certificate = (version: string, notBefore: number, notAfter: number): Answer => ({
  status: 'usable',
  resource: { name: 'default/a', version, typeUrl: TypeUrl.secret, value: new Uint8Array() },
  validity: { notBefore, notAfter },
});

/** The state after some answers, and what is said of the last. */
function after(answers: readonly (readonly [Answer, number])[]): readonly [SecretState, readonly string[]] {
  let state = UNRESOLVED;
  let said: readonly string[] = [];
  for (const [answer, now] of answers) {
    const [next, changes] = stepSecret(state, answer, now);
    state = next;
    said = changes.map((change) =>
      change.kind === 'expiry' ? change.expiry : change.kind === 'failed' ? change.message : change.kind,
    );
  }
  return [state, said];
}

describe('a certificate', () => {
  test('of a year is about to expire two weeks before its end, one of a day six hours before', () => {
    const [year] = after([[certificate('a', 0, 365 * DAY), 0]]);
    expect(nextExpiryChange(year, 0)).toBe((365 - 14) * DAY);
    const [day] = after([[certificate('a', 0, DAY), 0]]);
    expect(nextExpiryChange(day, 0)).toBe(DAY * 0.75);
  });

  test('expires though nobody asks for it again, and that is said once', () => {
    const [state] = after([[certificate('a', 0, 4 * DAY), 0]]);
    const [soon, first] = stepClock(state, 3 * DAY);
    expect(first).toMatchObject([{ kind: 'expiry', expiry: 'about to expire' }]);
    expect(stepClock(soon, 3 * DAY + 1)[1]).toEqual([]);
    const [over, second] = stepClock(soon, nextExpiryChange(soon, 3 * DAY) ?? 0);
    expect(second).toMatchObject([{ kind: 'expiry', expiry: 'expired' }]);
    expect(nextExpiryChange(over, 4 * DAY)).toBeUndefined();
  });

  test('that is expired does not replace one that is not', () => {
    const [state, said] = after([
      [certificate('good', 0, 100 * DAY), 10 * DAY],
      [certificate('old', 0, 5 * DAY), 10 * DAY],
    ]);
    expect(state.resource?.version).toBe('good');
    expect(said).toEqual(['its certificate has been expired since 1970-01-06T00:00:00.000Z']);
  });

  test('that is not valid yet does not replace one that is', () => {
    const [state, said] = after([
      [certificate('good', 0, 100 * DAY), 10 * DAY],
      [certificate('next', 20 * DAY, 200 * DAY), 10 * DAY],
    ]);
    expect(state.resource?.version).toBe('good');
    expect(said).toEqual(['its certificate is not valid before 1970-01-21T00:00:00.000Z']);
  });

  test('that is expired is served, and reported, where there is none, or another such', () => {
    const [first, said] = after([[certificate('old', 0, 5 * DAY), 10 * DAY]]);
    expect([first.resource?.version, said]).toEqual(['old', ['resolved', 'expired']]);
    const [second] = after([
      [certificate('old', 0, 5 * DAY), 10 * DAY],
      [certificate('older', 0, 4 * DAY), 10 * DAY],
    ]);
    expect(second.resource?.version).toBe('older');
  });

  test('that is renewed is valid again', () => {
    const [state, said] = after([
      [certificate('old', 0, 12 * DAY), 10 * DAY],
      [certificate('new', 9 * DAY, 100 * DAY), 10 * DAY],
    ]);
    expect([state.expiry, said]).toEqual(['valid', ['resolved', 'valid']]);
  });
});

describe('the next time', () => {
  const failing = (failures: number): SecretState => ({ failures, failure: failed('unavailable', 'x') });

  test('comes a tenth earlier at most', () => {
    expect(delayUntilNext(UNRESOLVED, 1_000, 0)).toBe(1_000);
    expect(delayUntilNext(UNRESOLVED, 1_000, 0.999)).toBeGreaterThanOrEqual(900);
    expect(delayUntilNext(UNRESOLVED, undefined, 0)).toBeUndefined();
  });

  test('comes no sooner for a value that cannot be used, and within ten minutes', () => {
    const invalid: SecretState = { failures: 3, failure: failed('invalid', 'x') };
    expect([5_000, 300_000, 86_400_000, undefined].map((refreshMs) => delayUntilNext(invalid, refreshMs, 0))).toEqual([
      5_000,
      300_000,
      600_000,
      undefined,
    ]);
  });

  test('comes later with each failure, up to half a minute, and never later than without', () => {
    expect([1, 2, 3, 6, 60].map((failures) => delayUntilNext(failing(failures), 3_600_000, 0))).toEqual([
      1_000, 2_000, 4_000, 30_000, 30_000,
    ]);
    expect(delayUntilNext(failing(60), 5, 0)).toBe(5);
    expect(delayUntilNext(failing(1), undefined, 0.999)).toBeGreaterThan(750);
  });
});
