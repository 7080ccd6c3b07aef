/** The page about enroutectl: what `--help` says of each command. */
import type { Command } from 'commander';
import { format } from 'prettier';
import { EXIT_CODES } from '../../cli/exit-codes.ts';
import { createProgram } from '../../cli/program.ts';
import { enroutectl } from './enroutectl.ts';

export async function commandReference(): Promise<string> {
  const sections = await Promise.all(commandNames().map(section));
  return format([HEAD, EXIT_TABLE, ...sections].join('\n\n'), { parser: 'markdown', printWidth: 120 });
}

const HEAD = `<!-- Written by \`npx vitest run test/cli/program.test.ts -u\` -->

# enroutectl

What \`enroutectl help COMMAND\` prints. Results go to standard output, everything else to standard error.`;

const EXIT_TABLE = [
  '| Exit code | Meaning |',
  '| --- | --- |',
  ...EXIT_CODES.map(({ code, meaning }) => `| ${code} | ${meaning} |`),
].join('\n');

const section = async (words: readonly string[]): Promise<string> => {
  const { out } = await enroutectl([...words, '--help']);
  return `## ${words.join(' ')}\n\n\`\`\`text\n${out.trimEnd()}\n\`\`\``;
};

/** The words that lead to each command, subcommands after theirs. */
const commandNames = (): readonly (readonly string[])[] => {
  const program = createProgram(
    {
      cwd: '/',
      env: {},
      readInput: async () => '',
      ask: async () => undefined,
      out: () => {},
      err: () => {},
      status: () => {},
      colour: { out: 'never', err: 'never' },
      interrupted: new AbortController().signal,
    },
    () => {},
  );
  return namesBelow(program);
};

/** What shells call has a name that nobody types. */
const namesBelow = (command: Command): readonly (readonly string[])[] =>
  command.commands
    .filter((inner) => !inner.name().startsWith('__'))
    .flatMap((inner) => [[inner.name()], ...namesBelow(inner).map((rest) => [inner.name(), ...rest])]);
