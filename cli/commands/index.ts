/** Every command, in the order of `--help`: the documents, the bucket, what runs, and the tool itself. */
import type { MakeCommand } from '../command.ts';
import { api } from './api.ts';
import { bootstrap } from './bootstrap.ts';
import { certificates } from './certificates.ts';
import { check } from './check.ts';
import { compileCommand } from './compile.ts';
import { completion } from './completion.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { history } from './history.ts';
import { keygen } from './keygen.ts';
import { nodes } from './nodes.ts';
import { prune } from './prune.ts';
import { importCommand } from './import.ts';
import { publishCommand } from './publish.ts';
import { relay } from './relay.ts';
import { rollback } from './rollback.ts';
import { rollout } from './rollout.ts';
import { status } from './status.ts';
import { upCommand } from './up.ts';

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
  certificates,
  status,
  completion,
];
