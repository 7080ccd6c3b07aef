/**
 * The relay as a process.
 *
 * SIGTERM or SIGINT ends it gracefully, a second one at once. It exits with 0 after a graceful end, with 1 if it cannot
 * run, and with 2 if it was started wrongly.
 */
import { CommanderError } from 'commander';
import { relayCommand } from './command.ts';
import { RelayOptionsError, type RelayOptions } from './options.ts';
import { startRelay } from './relay.ts';

async function run(options: RelayOptions): Promise<void> {
  const relay = await startRelay(options);
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1));
  await relay.close();
}

function exitCodeOf(error: unknown): number {
  // Commander has told what is wrong already, or has printed what was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof RelayOptionsError ? 2 : 1;
}

try {
  await relayCommand(run).exitOverride().parseAsync();
  process.exitCode = 0;
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
