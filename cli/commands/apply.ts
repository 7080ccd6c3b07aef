import { Command } from 'commander';
import type { SourceFile } from '../../compiler/index.ts';
import type { MakeCommand } from '../command.ts';
import { readDocuments } from '../documents.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { outputOption, type OutputFormat } from '../output.ts';
import { jsonBody, type RemoteRequest } from '../remote/client.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import { withPlacesOf } from '../remote/local-places.ts';
import { carryOut } from '../remote/carry-out.ts';
import { fullOption } from '../remote/plan.ts';

interface Flags extends ConnectionFlags {
  readonly filename: readonly string[];
  readonly prune?: boolean;
  readonly namespace?: string;
  readonly selector?: string;
  readonly base?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly message?: string;
  readonly publish?: boolean;
  readonly full?: boolean;
  readonly output: OutputFormat;
}

/** `enroutectl apply`: documents → the workspace of an API, in one revision. */
export const apply: MakeCommand = (host, conclude) =>
  new Command('apply')
    .summary('make documents of an API what files say')
    .description(
      'Creates and replaces documents in one revision, all of them or none. Shows what changes in documents and in Envoy, ' +
        'and asks first.',
    )
    .argument('[path...]', 'documents: files, folders, or - for standard input')
    .option('-f, --filename <path...>', 'the same', [])
    .option('--prune', 'delete documents that are not among them; with -n or -l only those that these choose')
    .option('-n, --namespace <name>', 'with --prune: only documents of this namespace')
    .option('-l, --selector <labels>', 'with --prune: only documents with such labels')
    .option('--base <revision>', 'refuse what somebody has changed after this revision of the documents, such as 12')
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
    .action(async (paths: readonly string[], flags: Flags) => conclude(await run(paths, flags, host)));

const HELP = `
With --output json: what the API answers, { "status": "committed" | "planned" | "unchanged" | "unconfirmed", "revision",
"changes", "gateways", "diagnostics", "envoy"?, "publications"? }.

Exits with 1 if the documents have errors, with 3 if somebody else has changed the same meanwhile, and with 5 if nobody has
said yes.

Examples:
  enroutectl apply gateways/ --dry-run
  enroutectl apply gateways/ --prune --publish
  enroutectl export --context staging | enroutectl apply - --context production --yes`;

async function run(paths: readonly string[], flags: Flags, host: Host): Promise<ExitCode> {
  const named = [...flags.filename, ...paths];
  if (named.length === 0)
    throw new Failure('no documents are named', {
      exit: EXIT.usage,
      help: 'name files, folders, or - for standard input',
    });
  const narrow = flags.namespace === undefined ? flags.selector && '--selector' : '--namespace';
  if (narrow && !flags.prune)
    throw new Failure(`${narrow} says what --prune deletes, which is not there`, {
      exit: EXIT.usage,
      help: 'a document says by itself which namespace it is in (metadata.namespace)',
    });
  const files = await readDocuments(named, host);
  // An empty file is far more likely a mistake than a wish, with --prune above all.
  if (files.every(({ text }) => text.trim() === ''))
    throw new Failure(`there is nothing in ${named.join(', ')}`, { exit: EXIT.usage });
  const remote = await connect(flags, host);
  return withPlacesOf(files, () => carryOut(requestOf(files, flags), { remote, files, flags, host }));
}

type RequestFlags = Pick<Flags, 'prune' | 'namespace' | 'selector' | 'base' | 'message'>;

/** The request that applies files; for those who only want to know what it would do, too. */
export function requestOf(
  files: readonly SourceFile[],
  { prune, namespace, selector, base, message }: Partial<RequestFlags>,
): RemoteRequest {
  return {
    method: 'POST',
    path: '/v1/apply',
    query: { prune, namespace, labelSelector: selector, base, message },
    body: jsonBody({ files }),
  };
}
