import type { CompletedCommand, CompletedOption } from './model.ts';

/** A completion function for zsh. Source: zshcompsys(1), `_arguments` and `_describe`. */
export const zshCompletion = (commands: readonly CompletedCommand[]): string => `#compdef enroutectl
# zsh completion for enroutectl
_enroutectl() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = "_enroutectl" ]; then
  _enroutectl "$@"
else
  compdef _enroutectl enroutectl
fi
`;

const commandCase = ({ name, options, words, rest }: CompletedCommand): string => {
  const places = words === undefined ? ['*:file:_files'] : placesOf(words, rest);
  const specs = [...options.flatMap(optionSpecs), ...places].map((spec) => `      ${quote(spec)}`);
  return `    ${name}) _arguments \\\n${specs.join(' \\\n')} ;;`;
};

function placesOf(words: readonly string[], rest: CompletedCommand['rest']): readonly string[] {
  const choice = `:word:(${words.join(' ')})`;
  if (rest === 'same') return [`*${choice}`];
  const others = rest === 'asked' ? `*:name:${ASKED}` : '*:file:_files';
  return words.length === 0 ? [others] : [`1${choice}`, others];
}

/** The words up to the unfinished one are looked at by the program itself. */
const ASKED = '{ compadd -- ${(f)"$(enroutectl __complete -- "${(@)words[1,CURRENT]}" 2>/dev/null)"} }';

/** `(-o --output)-o[summary]:value:(text json)`, once for each name. */
const optionSpecs = (option: CompletedOption): readonly string[] => {
  const names = option.short === undefined ? [option.long] : [option.short, option.long];
  const summary = option.summary.replaceAll(/[[\]:]/g, (character) => `\\${character}`);
  return names.map((name) => `(${names.join(' ')})${name}[${summary}]${valueSpec(option)}`);
};

const valueSpec = ({ value }: CompletedOption): string => {
  if (value === 'none') return '';
  if (value === 'asked') return `:name:${ASKED}`;
  return value === 'file' ? ':file:_files' : `:value:(${value.join(' ')})`;
};

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
