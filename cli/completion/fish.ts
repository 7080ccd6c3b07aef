import type { CompletedCommand, CompletedOption } from './model.ts';

/** Completions for fish. Source: https://fishshell.com/docs/current/cmds/complete.html */
export const fishCompletion = (commands: readonly CompletedCommand[]): string =>
  [
    '# fish completion for enroutectl',
    'complete -c enroutectl -f',
    ...commands.flatMap((command) => [
      `complete -c enroutectl -n __fish_use_subcommand -a ${command.name} -d ${quote(command.summary)}`,
      ...command.options.map((option) => `${forCommand(command)}${optionFlags(option)}`),
      ...placesOf(command),
    ]),
    '',
  ].join('\n');

function placesOf(command: CompletedCommand): readonly string[] {
  const { name, words, rest } = command;
  if (words === undefined) return [`${forCommand(command)} -F`];
  const choice = ` -a ${quote(words.join(' '))}`;
  if (rest !== 'asked') return [`${forCommand(command)}${choice}${rest === 'files' ? ' -F' : ''}`];
  const isFirst = `__fish_seen_subcommand_from ${name}; and test (count (commandline -opc)) -eq 2`;
  const first = words.length === 0 ? [] : [`complete -c enroutectl -n ${quote(isFirst)}${choice}`];
  const isLater = words.length === 0 ? `__fish_seen_subcommand_from ${name}` : isFirst.replace('-eq', '-gt');
  return [...first, `complete -c enroutectl -n ${quote(isLater)} -a ${ASKED}`];
}

/** The words up to the unfinished one are looked at by the program itself. */
const ASKED = `'(enroutectl __complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`;

const forCommand = ({ name }: CompletedCommand): string =>
  `complete -c enroutectl -n ${quote(`__fish_seen_subcommand_from ${name}`)}`;

const optionFlags = ({ short, long, summary, value }: CompletedOption): string => {
  const names = `${short === undefined ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}`;
  return `${names} -d ${quote(summary)}${valueFlags(value)}`;
};

const valueFlags = (value: CompletedOption['value']): string => {
  if (value === 'none') return '';
  if (value === 'asked') return ` -x -a ${ASKED}`;
  return value === 'file' ? ' -r -F' : ` -x -a ${quote(value.join(' '))}`;
};

/** In single quotes fish reads only `\\` and `\'`. */
const quote = (text: string): string => `'${text.replaceAll(/[\\']/g, (character) => `\\${character}`)}'`;
