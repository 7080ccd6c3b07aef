/** enroutectl as a whole: finds the command, runs it, and turns however it ends into an exit code. */
import { Command, CommanderError } from 'commander';
import { printable } from '../compiler/diagnostics/render/printable.ts';
import { COMPILER_VERSION, ENVOY_VERSION } from '../compiler/index.ts';
import { StoreError } from '../store/index.ts';
import { complete } from './commands/complete.ts';
import { COMMAND_GROUPS, OTHERS } from './commands/index.ts';
import { RejectedDocuments, showDiagnostics } from './diagnostics.ts';
import { EXIT, exitCodeTable, type ExitCode } from './exit-codes.ts';
import { Failure, reasonOf } from './failure.ts';
import type { Host } from './host.ts';
import { paintFor, writeData, type DataFormat, type Paint } from './output.ts';

/**
 * Runs one command line.
 *
 * @param args what stands after the program's name
 */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  let exit: ExitCode = EXIT.success;
  const program = createProgram(host, (code) => void (exit = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    return endOf(error, args, host);
  }
}

/** The tree of commands; `conclude` receives the exit code of the one that is run. */
export function createProgram(host: Host, conclude: (exit: ExitCode) => void): Command {
  const program = new Command('enroutectl')
    .description('Compiles gateway documents for Envoy, publishes them, and runs what serves them.')
    .version(`enroutectl ${COMPILER_VERSION} (Envoy ${ENVOY_VERSION})`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help about a command')
    .commandsGroup(OTHERS)
    .exitOverride()
    .configureOutput(outputTo(host))
    .showHelpAfterError('Run with --help for what there is.')
    .addHelpText('after', `\n${exitCodeTable()}`);
  for (const { heading, commands } of COMMAND_GROUPS)
    for (const command of commands) program.addCommand(inheriting(command(host, conclude), program).helpGroup(heading));
  program.addCommand(inheriting(complete(host, conclude), program), { hidden: true });
  return program;
}

/** Commander hands settings down only when a command is made by its parent, and ours make themselves. */
function inheriting(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const inner of command.commands) inheriting(inner, command);
  return command;
}

/** Help looks the same on every terminal, and in the reference. */
const HELP_WIDTH = 100;

const outputTo = (host: Host) => ({
  writeOut: host.out,
  writeErr: host.err,
  getOutHelpWidth: () => HELP_WIDTH,
  getErrHelpWidth: () => HELP_WIDTH,
  getOutHasColors: () => false,
  getErrHasColors: () => false,
  outputError: (text: string, write: (text: string) => void) => write(inOurStyle(text, paintFor(host.colour.err))),
});

/** What commander says about a command line, as other mistakes are said. */
const inOurStyle = (text: string, { bad, note }: Paint): string =>
  text
    .replace(/^error:/, bad('error:'))
    .replace(/^\(Did you mean (.*)\?\)$/m, (_, names: string) => `  ${note('help:')} did you mean ${names}?`);

function endOf(error: unknown, args: readonly string[], host: Host): ExitCode {
  // Commander has said what is wrong already, or has printed what was asked for.
  if (error instanceof CommanderError) return endOfCommander(error, args, host);
  const end = explain(error, host);
  if (error instanceof RejectedDocuments) showDiagnostics(error.compiled, host);
  const { bad, note } = paintFor(host.colour.err);
  host.err(`${bad('error:')} ${printableLines(end.message)}\n`);
  if (end.help !== undefined) host.err(`  ${note('help:')} ${printableLines(end.help)}\n`);
  return tellPrograms(error, end, args, host);
}

function endOfCommander(error: CommanderError, args: readonly string[], host: Host): ExitCode {
  if (error.exitCode === 0) return EXIT.success;
  const [message = ''] = error.message.replace(/^error: /, '').split('\n');
  return tellPrograms(error, { exit: EXIT.usage, message }, args, host);
}

function tellPrograms(error: unknown, end: End, args: readonly string[], host: Host): ExitCode {
  const format = dataFormatIn(args);
  if (format) writeData(host, errorJson(error, end), format);
  return end.exit;
}

interface End {
  readonly exit: ExitCode;
  readonly message: string;
  readonly help?: string | undefined;
}

function explain(error: unknown, { env }: Host): End {
  if (error instanceof Failure) return error;
  if (error instanceof StoreError) return { exit: EXIT.unreachable, message: error.message, help: retryHelp(error) };
  const stack = error instanceof Error && env['ENROUTE_DEBUG'] ? error.stack : undefined;
  return {
    exit: EXIT.bug,
    message: `enroutectl has failed, and should not have: ${stack ?? reasonOf(error)}`,
    help: stack === undefined ? 'set ENROUTE_DEBUG=1 to see where, and report it' : undefined,
  };
}

const errorJson = (error: unknown, { exit, message, help }: End) => ({
  error: {
    exitCode: exit,
    message,
    ...(help !== undefined && { help }),
    ...(error instanceof RejectedDocuments && { diagnostics: error.compiled.diagnostics }),
  },
});

const retryHelp = ({ retryable }: StoreError): string | undefined =>
  retryable ? 'nothing has changed for the Envoys; try again' : undefined;

/** Messages may have several lines, and words of others in them. */
const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');

/** The command line as a whole may not have been understood, so it is looked at word by word. */
const dataFormatIn = (args: readonly string[]): DataFormat | undefined =>
  FORMATS.find((format) =>
    args.some(
      (word, index) =>
        [`--output=${format}`, `-o=${format}`, `-o${format}`].includes(word) ||
        (word === format && /^(-o|--output)$/.test(args[index - 1] ?? '')),
    ),
  );

const FORMATS: readonly DataFormat[] = ['json', 'yaml'];
