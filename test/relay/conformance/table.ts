/**
 * Behaviours that the protocol or the tests of other servers ask for, and where ours are shown.
 *
 * What shows one is written `sessions/NAME` for a transcript, `errors/CODE` for a diagnostic, and `PATH: TITLE` for a test,
 * the path from test/ and without `.test.ts`.
 */
export interface Behaviour {
  /** In words, or the name of another server's test. */
  readonly name: string;
  /** What shows it; nothing, if it is not ours. */
  readonly shownBy: readonly string[];
  /** Why a relay that serves immutable bundles has no such behaviour, or has another. */
  readonly reason?: string;
}

export const shown = (name: string, ...shownBy: readonly [string, ...string[]]): Behaviour => ({ name, shownBy });

/** @param shownBy what we do instead, if that can be shown */
export const notOurs = (name: string, reason: string, ...shownBy: readonly string[]): Behaviour => ({
  name,
  reason,
  shownBy,
});
