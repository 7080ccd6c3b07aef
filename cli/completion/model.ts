/** What a shell can complete: read off the commands themselves, so that no list has to be kept. */
import type { Command, Option } from 'commander';
import { RESOURCES } from '../remote/kinds.ts';
import { codes } from '../../compiler/diagnostics/render/explanation.ts';

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** What its arguments may be; nothing: files. */
  readonly words: readonly string[] | undefined;
  /** What comes after the first of the words: the same again, files, or the names of an API's documents of that kind. */
  readonly rest: 'same' | 'files' | 'names';
}

export interface CompletedOption {
  /** With its dash, for example `-o`. */
  readonly short: string | undefined;
  /** With its dashes, for example `--output`. */
  readonly long: string;
  readonly summary: string;
  /** `none` for a switch; `file`, also for buckets; else the words to choose from, of which there may be none. */
  readonly value: 'none' | 'file' | readonly string[];
}

export function completedCommands(program: Command): readonly CompletedCommand[] {
  const names = program.commands.map((command) => command.name());
  return [
    ...program.commands.map((command) => ({
      name: command.name(),
      summary: command.summary() || command.description(),
      options: optionsOf(command),
      words: wordsOf(command),
      rest: restOf(command),
    })),
    { name: 'help', summary: 'print help about a command', options: [], words: names, rest: 'same' },
  ];
}

/** Its own and those of its subcommands, each once. */
function optionsOf(command: Command): readonly CompletedOption[] {
  const all = [command, ...command.commands].flatMap((one) =>
    one.createHelp().visibleOptions(one).map(completedOption),
  );
  return [...new Map(all.map((option) => [option.long, option])).values()];
}

const completedOption = ({
  short,
  long,
  description,
  argChoices,
  flags,
  required,
  optional,
}: Option): CompletedOption => ({
  short,
  long: long ?? '',
  summary: description,
  value: required || optional ? (argChoices ?? (/<(file|folder|bucket)/.test(flags) ? 'file' : [])) : 'none',
});

function restOf(command: Command): CompletedCommand['rest'] {
  if (command.commands.length > 0) return 'files';
  return takesKind(command) ? 'names' : 'same';
}

const takesKind = ({ registeredArguments: [first] }: Command): boolean => first?.name() === 'kind';

function wordsOf(command: Command): readonly string[] | undefined {
  if (takesKind(command)) return RESOURCES;
  if (command.name() === 'explain') return codes();
  if (command.commands.length > 0) return command.commands.map((inner) => inner.name());
  const [first] = command.registeredArguments;
  if (first?.argChoices) return first.argChoices;
  const takesFiles = command.registeredArguments.some((argument) => /path|folder|from/.test(argument.name()));
  return takesFiles ? undefined : [];
}
