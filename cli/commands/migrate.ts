import { Command } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { renderText } from '../../compiler/diagnostics/render/text.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { enroute } from '../import/enroute.ts';
import { renderRemarks } from '../import/report.ts';
import { toResult, type ImportResult } from '../import/result.ts';
import { during } from '../progress.ts';
import { outputOption, paintFor, type OutputFormat } from '../output.ts';
import { carryOut } from '../remote/carry-out.ts';
import { fullOption } from '../remote/plan.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import { readEnrouteDump, readUnused } from '../remote/enroute-dump.ts';
import { placeByNames } from '../remote/enroute-places.ts';
import { withPlacesOf } from '../remote/local-places.ts';
import { readSecret } from '../remote/secrets.ts';
import { requestOf } from './apply.ts';

interface Flags extends ConnectionFlags {
  readonly url: string;
  readonly secretEnvironment?: string;
  readonly namespace?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly message?: string;
  readonly publish?: boolean;
  readonly full?: boolean;
  readonly output: OutputFormat;
}

/** `enroutectl migrate`: what another control plane has → the workspace of an API. */
export const migrate: MakeCommand = (host, conclude) => {
  const command = new Command('migrate')
    .summary('apply what another control plane has')
    .description('Reads what another control plane has while it runs, and applies it to an API.')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false);
  command.addCommand(
    new Command('enroute')
      .summary('a running Enroute')
      .description(
        'Reads all proxies of a running Enroute by its REST API (GET /proxy/dump) and applies what they mean, as "enroutectl ' +
          'import enroute" makes it. Keys and certificates are never carried over. Shows what changes, and asks first.',
      )
      .requiredOption('--url <url>', 'where its REST API is, such as http://enroute-cp:1323')
      .option('--secret-environment <variable>', 'the variable that holds its WEBAPP_SECRET (default: it has none)')
      .option('-n, --namespace <name>', 'the namespace of the documents (default: "default")')
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
      .action(async (flags: Flags) => conclude(await run(flags, host))),
  );
  return command;
};

const HELP = `
With --output json: as "enroutectl apply" prints it.

What could not be carried over stands on standard error. Exits with 1 if there is nothing, or if it does not compile.`;

/** The Gateway of an Enroute that names no proxy. */
const GATEWAY = 'edge';

async function run(flags: Flags, host: Host): Promise<ExitCode> {
  const { url, secretEnvironment: environment, namespace, message } = flags;
  const secret = environment === undefined ? undefined : await readSecret({ environment }, host);
  const source = { url, ...(secret !== undefined && { secret }) };
  const dump = await during(host, `reading ${url}`, () => readEnrouteDump(source));
  const { text } = dump;
  const options = { namespace, gateway: { mode: 'create', name: GATEWAY } } as const;
  const result = toResult(enroute.run([{ path: 'proxy-dump.json', text }], options, {}), options);
  show(result, JSON.parse(text), host);
  await showUnused(() => readUnused(source, dump), host);
  if (result.status !== 'imported') throw notImported(result, url);
  const remote = await connect(flags, host);
  // Documents of other origin in the workspace are none of this: nothing is pruned.
  const request = requestOf(result.files, { message: message ?? 'migrate from Enroute' });
  return withPlacesOf(result.files, () => carryOut(request, { remote, files: result.files, flags, host }));
}

/** Without lines of the dump: it has keys in clear. */
function show({ files, remarks, diagnostics, problems }: ImportResult, dump: unknown, host: Host): void {
  const colour = host.colour.err;
  host.err(renderText(diagnostics, { files: [], colour }));
  host.err(renderText(problems, { files, colour }));
  host.err(
    renderRemarks(remarks, paintFor(colour), placeByNames(dump))
      .map((line) => `${line}\n`)
      .join(''),
  );
}

/** What no proxy has is in no dump of proxies. */
async function showUnused(read: () => Promise<readonly string[]>, host: Host): Promise<void> {
  const lines = await read().then(
    (names) =>
      names.length > 0 ? ['Not carried over, since no proxy has it:', ...names.map((name) => `  ${name}`), ''] : [],
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      return [`what no proxy has cannot be told: ${error.message}`, ''];
    },
  );
  host.err(lines.map((line) => `${printable(line)}\n`).join(''));
}

const notImported = ({ status }: ImportResult, url: string): Failure =>
  new Failure(
    status === 'rejected' ? 'what was made of it does not compile' : `${url} has nothing that can be carried over`,
    {
      exit: EXIT.negative,
      help:
        status === 'rejected'
          ? 'nothing was changed; change it there, or "enroutectl import enroute --out" makes files, to be changed, of what GET /proxy/dump answers'
          : 'nothing was changed',
    },
  );
