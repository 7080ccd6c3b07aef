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
  const choice = words === undefined ? undefined : `:word:(${words.join(' ')})`;
  const places = choice === undefined ? ['*:file:_files'] : placesOf(choice, rest);
  const specs = [...options.flatMap(optionSpecs), ...places].map((spec) => `      ${quote(spec)}`);
  return `    ${name}) _arguments \\\n${specs.join(' \\\n')} ;;`;
};

function placesOf(choice: string, rest: CompletedCommand['rest']): readonly string[] {
  if (rest === 'same') return [`*${choice}`];
  return [`1${choice}`, rest === 'names' ? `2:name:{ ${NAMES} }` : '*:file:_files'];
}

const NAMES = 'compadd -- ${(f)"$(enroutectl get $words[2] -o name 2>/dev/null)"}';

/** `(-o --output)-o[summary]:value:(text json)`, once for each name. */
const optionSpecs = (option: CompletedOption): readonly string[] => {
  const names = option.short === undefined ? [option.long] : [option.short, option.long];
  const summary = option.summary.replaceAll(/[[\]:]/g, (character) => `\\${character}`);
  return names.map((name) => `(${names.join(' ')})${name}[${summary}]${valueSpec(option)}`);
};

const valueSpec = ({ value }: CompletedOption): string => {
  if (value === 'none') return '';
  return value === 'file' ? ':file:_files' : `:value:(${value.join(' ')})`;
};

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
