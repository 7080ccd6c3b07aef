import type { CompletedCommand, CompletedOption } from './model.ts';

/** A completion script for bash 3.2, which macOS has, and later. Words in it are our own and have no spaces. */
export const bashCompletion = (commands: readonly CompletedCommand[]): string => `# bash completion for enroutectl
_enroutectl() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$current"))
    return
  fi
  case "$command $previous" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command $current" in
${commands.map(optionCase).join('\n')}
  esac
  case "$command" in
${commands.flatMap(wordCase).join('\n')}
    *) ${FILES} ;;
  esac
}
if type compopt >/dev/null 2>&1; then
  complete -F _enroutectl enroutectl
else
  complete -o filenames -F _enroutectl enroutectl
fi
`;

/** Only what is completed as a file gets the slash of a folder, since folders are called "gateways", too; bash 3.2 cannot tell. */
const FILES = 'COMPREPLY=($(compgen -f -- "$current")); compopt -o filenames 2>/dev/null';

const namesOf = ({ short, long }: CompletedOption): readonly string[] => (short === undefined ? [long] : [short, long]);

const valueCases = ({ name, options }: CompletedCommand): readonly string[] =>
  options
    .filter(({ value }) => value !== 'none')
    .map((option) => {
      const patterns = namesOf(option).map((flag) => `"${name} ${flag}"`);
      return `    ${patterns.join(' | ')}) ${valueReply(option)}; return ;;`;
    });

/** The words up to the unfinished one are looked at by the program itself. */
const ASKED =
  'COMPREPLY=($(compgen -W "$(enroutectl __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "$current"))';

function valueReply({ value }: CompletedOption): string {
  if (value === 'file' || value === 'none') return FILES;
  return value === 'asked' ? ASKED : `COMPREPLY=($(compgen -W "${value.join(' ')}" -- "$current"))`;
}

const optionCase = ({ name, options }: CompletedCommand): string =>
  `    "${name} -"*) COMPREPLY=($(compgen -W "${options.map(({ long }) => long).join(' ')}" -- "$current")); return ;;`;

function wordCase({ name, words, rest }: CompletedCommand): readonly string[] {
  if (words === undefined) return [];
  const reply = `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$current"))`;
  if (rest === 'same') return [`    ${name}) ${reply} ;;`];
  const others = rest === 'asked' ? ASKED : FILES;
  const whole = words.length === 0 ? others : `if [ "$COMP_CWORD" -eq 2 ]; then ${reply}; else ${others}; fi`;
  return [`    ${name}) ${whole} ;;`];
}
