import type { CompletedCommand, CompletedOption } from './model.ts';

/** A completion script for bash 3.2, which macOS has, and later. Words in it are our own and have no spaces. */
export const bashCompletion = (commands: readonly CompletedCommand[]): string => `# bash completion for enroutectl
_enroutectl() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$current"))
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
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _enroutectl enroutectl
`;

const namesOf = ({ short, long }: CompletedOption): readonly string[] => (short === undefined ? [long] : [short, long]);

const valueCases = ({ name, options }: CompletedCommand): readonly string[] =>
  options
    .filter(({ value }) => value !== 'none')
    .map((option) => {
      const patterns = namesOf(option).map((flag) => `"${name} ${flag}"`);
      return `    ${patterns.join(' | ')}) ${valueReply(option)}; return ;;`;
    });

const valueReply = ({ value }: CompletedOption): string =>
  value === 'file' || value === 'none'
    ? 'COMPREPLY=($(compgen -f -- "$current"))'
    : `COMPREPLY=($(compgen -W "${value.join(' ')}" -- "$current"))`;

const optionCase = ({ name, options }: CompletedCommand): string =>
  `    "${name} -"*) COMPREPLY=($(compgen -W "${options.map(({ long }) => long).join(' ')}" -- "$current")); return ;;`;

function wordCase({ name, words, rest }: CompletedCommand): readonly string[] {
  if (words === undefined) return [];
  const reply = `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$current"))`;
  const files = 'COMPREPLY=($(compgen -f -- "$current"))';
  const names = `COMPREPLY=($(compgen -W "$(enroutectl get "\${COMP_WORDS[2]}" -o name 2>/dev/null)" -- "$current"))`;
  const others = rest === 'names' ? names : files;
  const whole = rest === 'same' ? reply : `if [ "$COMP_CWORD" -eq 2 ]; then ${reply}; else ${others}; fi`;
  return [`    ${name}) ${whole} ;;`];
}
