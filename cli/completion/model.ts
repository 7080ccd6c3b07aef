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
  /** What comes after the first of the words: the same again, files, or what only a bucket or an API knows. */
  readonly rest: 'same' | 'files' | 'asked';
}

export interface CompletedOption {
  /** With its dash, for example `-o`. */
  readonly short: string | undefined;
  /** With its dashes, for example `--output`. */
  readonly long: string;
  readonly summary: string;
  /**
   * `none` for a switch; `file`, also for buckets; `asked` for what only a bucket or an API knows; else the words to choose
   * from, of which there may be none.
   */
  readonly value: 'none' | 'file' | 'asked' | readonly string[];
}

export function completedCommands({ commands }: Command): readonly CompletedCommand[] {
  const shown = commands.filter((command) => !command.name().startsWith('__'));
  return [
    ...shown.map((command) => ({
      name: command.name(),
      summary: command.summary() || command.description(),
      options: optionsOf(command),
      words: wordsOf(command),
      rest: restOf(command),
    })),
    {
      name: 'help',
      summary: 'print help about a command',
      options: [],
      words: shown.map((command) => command.name()),
      rest: 'same',
    },
  ];
}

/** Its own and those of its subcommands, each once. */
function optionsOf(command: Command): readonly CompletedOption[] {
  const all = [command, ...command.commands].flatMap((one) =>
    one.createHelp().visibleOptions(one).map(completedOption),
  );
  return [...new Map(all.map((option) => [option.long, option])).values()];
}

const completedOption = (option: Option): CompletedOption => ({
  short: option.short,
  long: option.long ?? '',
  summary: option.description,
  value: option.required || option.optional ? valueOf(option) : 'none',
});

function valueOf({ long, flags, argChoices }: Option): CompletedOption['value'] {
  if (long === '--context' || long === '--gateway') return 'asked';
  return argChoices ?? (/<(file|folder|bucket|path)/.test(flags) ? 'file' : []);
}

function restOf(command: Command): CompletedCommand['rest'] {
  if ([command, ...command.commands].some(isAsked)) return 'asked';
  return command.commands.length > 0 ? 'files' : 'same';
}

const isAsked = ({ registeredArguments }: Command): boolean =>
  registeredArguments.some((argument) => ['kind', 'context', 'gateway'].includes(argument.name()));

function wordsOf(command: Command): readonly string[] | undefined {
  const [first] = command.registeredArguments;
  if (first?.name() === 'kind') return RESOURCES;
  if (command.name() === 'explain') return codes();
  if (command.commands.length > 0) return command.commands.map((inner) => inner.name());
  if (first?.argChoices) return first.argChoices;
  const takesFiles = command.registeredArguments.some((argument) => /path|folder|from/.test(argument.name()));
  return takesFiles ? undefined : [];
}
