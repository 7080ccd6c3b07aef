/** The minutes in which one thing after the other happens, and memory is looked at in between. */
import { setTimeout as sleep } from 'node:timers/promises';

/** How often memory is looked at: often enough for a line, and seldom enough to disturb nothing. */
export const SAMPLES_A_MINUTE = 4;

export interface Turmoil {
  readonly minutes: number;
  /** Does what is next. */
  readonly happen: () => Promise<unknown> | unknown;
  /** How long until the next. */
  readonly pauseMs: () => number;
  /** How long it has gone on, and how much has happened. */
  readonly look: (minute: number, happened: number) => Promise<void>;
}

export async function endure({ minutes, happen, pauseMs, look }: Turmoil): Promise<void> {
  const began = Date.now();
  const minute = (): number => (Date.now() - began) / 60_000;
  let happened = 0;
  await look(0, 0);
  for (let due = 1; due <= minutes * SAMPLES_A_MINUTE; due += 1) {
    while (minute() < due / SAMPLES_A_MINUTE) {
      await happen();
      happened += 1;
      await sleep(pauseMs());
    }
    await look(minute(), happened);
  }
}
