/** Waits until Envoys have what was published. */
import { setTimeout as sleep } from 'node:timers/promises';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import type { Remote } from './client.ts';
import { standingOf, type Goal } from './fleet.ts';

export interface Wait {
  readonly goal: Goal;
  /** The least that have to have it. */
  readonly nodes: number;
  /** In seconds; absent: as long as it takes. */
  readonly timeout?: number;
  /** What to do where a person has to let a rollout go on. Default: wait for that, too. */
  readonly approval?: 'wait' | 'end';
}

const POLL_MS = 500;

/** Looks again and again; what has changed is said on standard error. @throws Failure if the gateway was never published */
export async function waitUntil(
  remote: Remote,
  gateway: string,
  { goal, nodes, timeout, approval }: Wait,
  host: Host,
): Promise<ExitCode> {
  const begun = Date.now();
  try {
    for (let told = ''; ;) {
      const { status, words, connected } = await standingOf(remote, gateway, goal, nodes);
      if (words !== told) host.err(printable(`${gateway}: ${words}`) + '\n');
      told = words;
      if (status === 'reached') return EXIT.success;
      if (status === 'undecided' && approval === 'end') return EXIT.unconfirmed;
      if (status === 'failed' || host.interrupted.aborted) return EXIT.negative;
      const seconds = Math.round((Date.now() - begun) / 1000);
      if (timeout !== undefined && seconds >= timeout) {
        host.err(`the time is over${connected === 0 ? ': no relay reports any node of it; is one running?' : ''}\n`);
        return EXIT.negative;
      }
      host.status(`waiting for ${gateway} … ${seconds}${timeout === undefined ? '' : ` of ${timeout}`} s`);
      await sleep(POLL_MS);
    }
  } finally {
    host.status(undefined);
  }
}
