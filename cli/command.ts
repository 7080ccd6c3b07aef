/** What a file in `commands/` exports: a function that makes one command. */
import type { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Host } from './host.ts';

/** @param conclude is given the exit code when the command has run */
export type MakeCommand = (host: Host, conclude: (exit: ExitCode) => void) => Command;
