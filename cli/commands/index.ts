/** Every command, in the order of `--help`: the documents, the bucket, what runs, and the tool itself. */
import type { MakeCommand } from '../command.ts';
import { check } from './check.ts';
import { compileCommand } from './compile.ts';

export const COMMANDS: readonly MakeCommand[] = [check, compileCommand];
