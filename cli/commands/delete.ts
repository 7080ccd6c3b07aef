import { Command } from 'commander';
import type { Kind } from '../../compiler/2-validate/model.ts';
import type { MakeCommand } from '../command.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { outputOption, type OutputFormat } from '../output.ts';
import { carryOut } from '../remote/carry-out.ts';
import { fullOption } from '../remote/plan.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import { kindArgument, resourceOf } from '../remote/kinds.ts';
import { orSuggest } from '../remote/suggestions.ts';

interface Flags extends ConnectionFlags {
  readonly namespace?: string;
  readonly cascade?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly message?: string;
  readonly publish?: boolean;
  readonly full?: boolean;
  readonly output: OutputFormat;
}

/** `enroutectl delete`: one document, and with `--cascade` those that need it. */
export const deleteCommand: MakeCommand = (host, conclude) =>
  new Command('delete')
    .summary('delete a document of an API')
    .description(
      'Deletes a document. Shows what changes and asks first. What others refer to stays, and they are named.',
    )
    .addArgument(kindArgument())
    .argument('<name>', 'the name of the document')
    .option('-n, --namespace <name>', 'the namespace of the document (default: "default")')
    .option('--cascade', 'delete the documents that refer to it, too')
    .option('--dry-run', 'show what changes, and change nothing')
    .option('-y, --yes', 'do not ask')
    .option('-m, --message <text>', 'why, for the history')
    .addOption(fullOption())
    .option('--publish', 'publish what changes for Envoys, too')
    .addOption(contextOption())
    .addOption(serverOption())
    .addOption(directOption())
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (kind: Kind, name: string, flags: Flags) => conclude(await run(kind, name, flags, host)));

const HELP = `
With --output json: as "enroutectl apply" prints it.

Exits with 1 if other documents refer to it, with 2 if it is not there, and with 5 if nobody has said yes.`;

async function run(kind: Kind, name: string, flags: Flags, host: Host): Promise<ExitCode> {
  const { namespace, cascade, message } = flags;
  const remote = await connect(flags, host);
  const path = `/v1/${resourceOf(kind)}/${encodeURIComponent(name)}`;
  return orSuggest(remote, { kind, name, ...(namespace !== undefined && { namespace }) }, () =>
    carryOut({ method: 'DELETE', path, query: { namespace, cascade, message } }, { remote, files: [], flags, host }),
  );
}
