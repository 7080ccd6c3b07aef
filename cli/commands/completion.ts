import { Argument, Command } from 'commander';
import type { MakeCommand } from '../command.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { completedCommands, type CompletedCommand } from '../completion/model.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { EXIT } from '../exit-codes.ts';

type Shell = 'bash' | 'zsh' | 'fish';

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** `enroutectl completion`: what makes a shell complete the others. */
export const completion: MakeCommand = (host, conclude) => {
  const command = new Command('completion')
    .summary('print a completion script for a shell')
    .description('Prints a script that makes a shell complete commands, options and their values.')
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(SCRIPTS)))
    .addHelpText('after', HELP);
  return command.action((shell: Shell) => {
    host.out(SCRIPTS[shell](completedCommands(command.parent ?? command)));
    conclude(EXIT.success);
  });
};

const HELP = `
To have it in every session:
  bash  enroutectl completion bash > ~/.local/share/bash-completion/completions/enroutectl
  zsh   enroutectl completion zsh > "\${fpath[1]}/_enroutectl"
  fish  enroutectl completion fish > ~/.config/fish/completions/enroutectl.fish`;
