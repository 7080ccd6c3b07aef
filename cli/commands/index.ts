/** Every command, in the order of `--help`. */
import type { MakeCommand } from '../command.ts';
import { api } from './api.ts';
import { apply } from './apply.ts';
import { bootstrap } from './bootstrap.ts';
import { certificates } from './certificates.ts';
import { check } from './check.ts';
import { compileCommand } from './compile.ts';
import { completion } from './completion.ts';
import { contextCommand } from './context.ts';
import { deleteCommand } from './delete.ts';
import { diff } from './diff.ts';
import { editCommand } from './edit.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { get } from './get.ts';
import { history } from './history.ts';
import { keygen } from './keygen.ts';
import { loginCommand, logoutCommand, tokenCommand } from './login.ts';
import { migrate } from './migrate.ts';
import { nodes } from './nodes.ts';
import { prune } from './prune.ts';
import { init } from './init.ts';
import { importCommand } from './import.ts';
import { publishCommand } from './publish.ts';
import { relay } from './relay.ts';
import { rollback } from './rollback.ts';
import { rollout } from './rollout.ts';
import { status } from './status.ts';
import { upCommand } from './up.ts';
import { wait } from './wait.ts';
import { watch } from './watch.ts';
import { whoami } from './whoami.ts';

export interface CommandGroup {
  readonly heading: string;
  readonly commands: readonly MakeCommand[];
}

/** Where the command `help` stands, too. */
export const OTHERS = 'Keys, old revisions, and help:';

export const COMMAND_GROUPS: readonly CommandGroup[] = [
  { heading: 'Files of documents:', commands: [init, check, compileCommand, importCommand, explain] },
  {
    heading: 'Documents of an API, or of a bucket without one:',
    commands: [
      get,
      apply,
      editCommand,
      deleteCommand,
      exportCommand,
      migrate,
      contextCommand,
      loginCommand,
      whoami,
      tokenCommand,
      logoutCommand,
    ],
  },
  {
    heading: 'What Envoys get, and what they make of it:',
    commands: [publishCommand, diff, history, rollback, rollout, wait, watch, nodes, status],
  },
  { heading: 'What runs:', commands: [upCommand, relay, api, bootstrap] },
  { heading: OTHERS, commands: [certificates, keygen, prune, completion] },
];

export const COMMANDS: readonly MakeCommand[] = COMMAND_GROUPS.flatMap(({ commands }) => commands);
