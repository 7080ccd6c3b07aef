import { beforeAll, onTestFinished, vi } from 'vitest';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import type { RunningEnvoy, StartEnvoyOptions } from '../../cli/local/run-envoy.ts';

export interface EnvoyForTests {
  /** The path of the binary; only within tests and after `beforeAll`. */
  readonly binary: () => string;
  /** Starts an Envoy that is stopped when the running test ends. */
  readonly start: (options: Omit<StartEnvoyOptions, 'binary'>) => Promise<RunningEnvoy>;
}

/** A first run on a machine downloads Envoy. */
const INSTALLATION_MS = 300_000;

const TEST_MS = 60_000;

/** Makes the real Envoy available to the tests of a file or a `describe` block, and installs it first where it is missing. */
export function useEnvoy(): EnvoyForTests {
  let binary = '';
  // On a busy machine an Envoy may take seconds to start, and most tests want more of it than that.
  vi.setConfig({ testTimeout: TEST_MS });
  beforeAll(async () => {
    binary = await findEnvoy({ report: (line) => process.stderr.write(`${line}\n`) });
  }, INSTALLATION_MS);
  return {
    binary: () => binary,
    start: async (options) => {
      const envoy = await startEnvoy({ binary, ...options });
      onTestFinished(() => envoy.stop());
      return envoy;
    },
  };
}
