/** A relay that can be stopped and started again on the same ports. */
import { createLog } from '../../relay/log.ts';
import type { RelayOptions } from '../../relay/options.ts';
import { startRelay, type Relay } from '../../relay/relay.ts';
import { fileProvider } from '../../relay/secrets/providers/file.ts';

export interface RestartableRelay {
  /** The one that runs now. */
  readonly current: () => Relay;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** The last lines of its log. */
  readonly recentLog: () => string;
}

/** Settings that make a test wait less than operators would. */
const IMPATIENT = { pollIntervalMs: 100, startDeadlineMs: 200, closeGraceMs: 0 };
/** What an Envoy rejects stays, so that it can be looked at: tests of rollouts see it go. */
const STEADFAST = { rolloutSteps: 'leave' } as const;
const SECRET_REFRESH_MS = 200;

/** @param secretFolder where the files of Secret documents lie */
export async function startRestartableRelay(options: RelayOptions, secretFolder: string): Promise<RestartableRelay> {
  const lines: string[] = [];
  const log = options.log ?? createLog({ format: 'text', write: (line) => void lines.push(line) });
  const files = fileProvider({ folders: [secretFolder], refreshMs: SECRET_REFRESH_MS });
  const local = { adminListen: '127.0.0.1:0', secretProviders: [files] };
  const run = () => startRelay({ ...IMPATIENT, ...STEADFAST, ...local, ...options, log });
  let relay = await run();
  return {
    current: () => relay,
    stop: () => relay.close(),
    start: async () => {
      relay = await run();
    },
    recentLog: () => lines.slice(-RECENT_LINES).join(''),
  };
}

const RECENT_LINES = 30;
