/** Every command, in the order of `--help`: the documents, the bucket, what runs, the API, and the tool itself. */
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
import { loginCommand, tokenCommand } from './login.ts';
import { migrate } from './migrate.ts';
import { nodes } from './nodes.ts';
import { prune } from './prune.ts';
import { importCommand } from './import.ts';
import { publishCommand } from './publish.ts';
import { relay } from './relay.ts';
import { rollback } from './rollback.ts';
import { rollout } from './rollout.ts';
import { status } from './status.ts';
import { upCommand } from './up.ts';
import { wait } from './wait.ts';
import { watch } from './watch.ts';

export const COMMANDS: readonly MakeCommand[] = [
  check,
  compileCommand,
  diff,
  explain,
  importCommand,
  publishCommand,
  history,
  rollback,
  rollout,
  nodes,
  prune,
  keygen,
  bootstrap,
  upCommand,
  relay,
  api,
  contextCommand,
  loginCommand,
  tokenCommand,
  get,
  apply,
  editCommand,
  deleteCommand,
  exportCommand,
  migrate,
  wait,
  watch,
  certificates,
  status,
  completion,
];
