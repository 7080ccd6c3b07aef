import { resolve } from 'node:path';
import { Command, Option, type OptionValues } from 'commander';
import type { AdaptOptions } from '../../compiler/adapt/index.ts';
import { writeStream } from '../../compiler/adapt/index.ts';
import { renderText } from '../../compiler/diagnostics/render/text.ts';
import type { SourceFile } from '../../compiler/index.ts';
import type { MakeCommand } from '../command.ts';
import { readDocuments } from '../documents.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import type { Importer } from '../import/importer.ts';
import { IMPORTERS } from '../import/importers.ts';
import { renderRemarks } from '../import/report.ts';
import { carryOut } from '../remote/carry-out.ts';
import { fullOption } from '../remote/plan.ts';
import { connect, contextOption, type ConnectionFlags } from '../remote/connection.ts';
import { withPlacesOf } from '../remote/local-places.ts';
import { requestOf } from './apply.ts';
import { toResult, type ImportResult } from '../import/result.ts';
import { saveFiles } from '../import/save.ts';
import { count, outputOption, paintFor, writeJson, type OutputFormat } from '../output.ts';

/** `enroutectl import`: documents of other systems → documents of ours. */
export const importCommand: MakeCommand = (host, conclude) => {
  const command = new Command('import')
    .summary('make documents of what other systems have')
    .description('Makes gateway documents of what other systems have, and says what could not be carried over.')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false);
  for (const importer of IMPORTERS) command.addCommand(subcommand(importer, host, conclude));
  return command;
};

interface Flags extends Pick<ConnectionFlags, 'context' | 'store'> {
  readonly api?: string;
  readonly apply?: boolean;
  readonly message?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly publish?: boolean;
  readonly full?: boolean;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly namespace?: string;
  readonly gateway?: string;
  readonly strict?: boolean;
  readonly output: OutputFormat;
}

/** The Gateway that is made unless one is named. */
const NEW_GATEWAY = 'edge';

const subcommand = (importer: Importer, host: Host, conclude: (exit: ExitCode) => void): Command => {
  const command = new Command(importer.name)
    .summary(importer.summary)
    .description(importer.description)
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('--out <folder>', 'write the documents there, instead of to standard output')
    .option('--overwrite', 'replace files in --out that are not as they would be written')
    .option('--namespace <name>', 'the namespace of the documents (default: "default")')
    .option('--gateway <name>', `attach to this Gateway, instead of making one that is called ${NEW_GATEWAY}`)
    .option('--strict', 'exit with 1 if anything could not be carried over')
    .addOption(new Option('--apply', 'apply the documents to an API, as "enroutectl apply" does').conflicts('out'))
    .option('--dry-run', 'with --apply: show what changes, and change nothing')
    .option('-y, --yes', 'with --apply: do not ask')
    .addOption(new Option('-m, --message <text>', 'with --apply: why, for the history'))
    .addOption(fullOption())
    .option('--publish', 'with --apply: publish what changes for Envoys, too')
    .addOption(contextOption())
    .addOption(new Option('--api <url>', 'with --apply: the API to call, without authentication').conflicts('context'))
    .addOption(
      new Option(
        '-s, --store <bucket>',
        'with --apply: a bucket itself (a folder, or s3://…), without a server that stands before it',
      ).conflicts(['context', 'api']),
    );
  importer.configure?.(command);
  return command
    .addOption(outputOption())
    .addHelpText('after', [...(importer.help === undefined ? [] : [importer.help]), HELP].join('\n'))
    .action(async (paths: readonly string[], flags: Flags & OptionValues) =>
      conclude(await run(importer, paths, flags, host)),
    );
};

const HELP = `
With --output json:
  { "status": "imported" | "rejected" | "empty" | "unreadable", "files": [{ "path", "text" }],
    "remarks": [{ "kind": "incomplete" | "lost" | "approximated", "message", "help"?, "file", "line", "column", "endLine",
    "endColumn", "document", "pointer", "alsoAt"?: [...] }], "diagnostics": [...], "problems": [...] }
  "diagnostics" are about the files that were read, "problems" about the documents that were made of them.

With --apply and --output json: as "enroutectl apply" prints it.

The documents go to standard output, to --out or to an API, what is to be said about them to standard error. Exits with 1 if the
files cannot be read, if nothing is in them, or if the documents do not pass enroutectl check.`;

async function run(importer: Importer, paths: readonly string[], flags: Flags, host: Host): Promise<ExitCode> {
  const sources = await readDocuments(paths, host);
  const options = optionsOf(flags);
  const result = toResult(importer.run(sources, options, flags), options);
  if (flags.apply) return applyResult(result, sources, flags, host);
  const written = await save(result, flags, host);
  if (flags.output === 'json') writeJson(host, toJson(result));
  else show(result, { sources, written, flags, host });
  return exitOf(result, flags);
}

/** The Gateway that they belong to may be one that only the API has, which then says whether they fit. */
async function applyResult(
  result: ImportResult,
  sources: readonly SourceFile[],
  flags: Flags,
  host: Host,
): Promise<ExitCode> {
  const { files } = result;
  show(result, { sources, written: [], flags, host });
  const exit = exitOf(result, flags);
  if (exit !== EXIT.success) return exit;
  const remote = await connect(
    {
      ...(flags.context !== undefined && { context: flags.context }),
      ...(flags.api !== undefined && { server: flags.api }),
      ...(flags.store !== undefined && { store: flags.store }),
    },
    host,
  );
  return withPlacesOf(files, () =>
    carryOut(requestOf(files, { ...(flags.message !== undefined && { message: flags.message }) }), {
      remote,
      files,
      flags,
      host,
    }),
  );
}

const optionsOf = ({ gateway, namespace }: Flags): AdaptOptions => ({
  namespace,
  gateway: gateway === undefined ? { mode: 'create', name: NEW_GATEWAY } : { mode: 'attach', name: gateway },
});

async function save({ files }: ImportResult, { out, overwrite }: Flags, host: Host): Promise<readonly string[]> {
  if (out === undefined) return [];
  return saveFiles(resolve(host.cwd, out), files, { existing: overwrite ? 'overwrite' : 'keep', shown: out });
}

const toJson = ({ status, files, remarks, diagnostics, problems }: ImportResult) => ({
  status,
  files,
  remarks,
  diagnostics,
  problems,
});

interface Showing {
  readonly sources: readonly SourceFile[];
  readonly written: readonly string[];
  readonly flags: Flags;
  readonly host: Host;
}

function show(result: ImportResult, { sources, written, flags, host }: Showing): void {
  const { documents, files, remarks, diagnostics, problems } = result;
  const colour = host.colour.err;
  const paint = paintFor(colour);
  const isPrinted = flags.out === undefined && !flags.apply;
  if (isPrinted) host.out(writeStream(documents));
  host.err(renderText(diagnostics, { files: sources, colour }));
  host.err(renderText(problems, { files, colour }));
  const end = flags.out === undefined ? [] : [`${flags.out}: ${count(written.length, 'file')} written`];
  const lines = [...renderRemarks(remarks, paint), ...end, ...summary(result)];
  host.err(lines.map((line) => `${line}\n`).join(''));
}

function summary({ status, documents, remarks }: ImportResult): readonly string[] {
  const made = count(documents.length, 'document');
  switch (status) {
    case 'imported':
      return [`${made} made, which compile; ${count(remarks.length, 'remark')}`];
    case 'rejected':
      return [`${made} made, which do not compile yet: see above`];
    case 'empty':
      return ['nothing was found to import'];
    case 'unreadable':
      return ['nothing was imported'];
  }
}

function exitOf({ status, remarks }: ImportResult, { strict }: Flags): ExitCode {
  const isFine = status === 'imported' && !(strict && remarks.some(({ kind }) => kind === 'lost'));
  return isFine ? EXIT.success : EXIT.negative;
}
