/** Ways for a command not to do what it was asked to. */
import type { ExitCode } from './exit-codes.ts';

export interface FailureOptions {
  readonly exit: ExitCode;
  /** What to do about it. */
  readonly help?: string | undefined;
  readonly cause?: unknown;
}

/** Ends a command with a sentence and an exit code; it is no bug and gets no stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exit: ExitCode;
  readonly help: string | undefined;

  constructor(message: string, { exit, help, cause }: FailureOptions) {
    super(message, { cause });
    this.exit = exit;
    this.help = help;
  }
}

/** The sentence of an error, whatever was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether the system reports one of these codes, such as `ENOENT`. */
export const failedWith = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
