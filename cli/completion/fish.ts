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
  if (rest !== 'names') return [`${forCommand(command)}${choice}${rest === 'files' ? ' -F' : ''}`];
  const at = (place: number): string =>
    `complete -c enroutectl -n ${quote(`__fish_seen_subcommand_from ${name}; and test (count (commandline -opc)) -eq ${place}`)}`;
  return [`${at(2)}${choice}`, `${at(3)} -a ${quote('(enroutectl get (commandline -opc)[3] -o name 2>/dev/null)')}`];
}

const forCommand = ({ name }: CompletedCommand): string =>
  `complete -c enroutectl -n ${quote(`__fish_seen_subcommand_from ${name}`)}`;

const optionFlags = ({ short, long, summary, value }: CompletedOption): string => {
  const names = `${short === undefined ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}`;
  return `${names} -d ${quote(summary)}${valueFlags(value)}`;
};

const valueFlags = (value: CompletedOption['value']): string => {
  if (value === 'none') return '';
  return value === 'file' ? ' -r -F' : ` -x -a ${quote(value.join(' '))}`;
};

/** In single quotes fish reads only `\\` and `\'`. */
const quote = (text: string): string => `'${text.replaceAll(/[\\']/g, (character) => `\\${character}`)}'`;
