import type { CompletedCommand, CompletedOption } from './model.ts';

/** Completions for fish. Source: https://fishshell.com/docs/current/cmds/complete.html */
export const fishCompletion = (commands: readonly CompletedCommand[]): string =>
  [
    '# fish completion for enroutectl',
    'complete -c enroutectl -f',
    ...commands.flatMap((command) => [
      `complete -c enroutectl -n __fish_use_subcommand -a ${command.name} -d ${quote(command.summary)}`,
      ...command.options.map((option) => `${forCommand(command)}${optionFlags(option)}`),
      `${forCommand(command)}${command.words === undefined ? ' -F' : ` -a ${quote(command.words.join(' '))}${command.rest === 'files' ? ' -F' : ''}`}`,
    ]),
    '',
  ].join('\n');

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
