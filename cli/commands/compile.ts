import { resolve } from 'node:path';
import { Command } from 'commander';
import { bundleFiles, type CompiledBundle } from '../../compiler/index.ts';
import type { MakeCommand } from '../command.ts';
import { compareCompiled, writeCompiled, type FileDifference } from '../compiled-folder.ts';
import {
  compileDocuments,
  diagnosticOption,
  renderDiagnostics,
  type CompiledDocuments,
  type DiagnosticFormat,
} from '../diagnostics.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { count, paintFor, short, table, writeJson, writeLines } from '../output.ts';
import { paintLines, unified } from '../unified.ts';

interface Flags {
  readonly output: DiagnosticFormat;
  readonly out?: string;
  readonly check?: boolean;
}

/** `enroutectl compile`: documents → Envoy's configuration, for people to review. */
export const compileCommand: MakeCommand = (host, conclude) =>
  new Command('compile')
    .summary('write the Envoy configuration that documents make')
    .description(
      'Compiles documents into the Envoy configuration of each gateway: the bootstrap, and every xDS resource as ' +
        'canonical JSON. Without --out it says what there would be.',
    )
    .argument('<path...>', 'documents: files, folders, or - for standard input')
    .option('--out <folder>', 'write one folder a gateway and one file a resource type; remove what is stale there')
    .option('--check', 'write nothing; show how --out differs from what the documents make, and exit with 1 if it does')
    .addOption(diagnosticOption())
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], flags: Flags) => conclude(await run(paths, flags, host)));

const HELP = `
With --output json:
  { "diagnostics": [...], "gateways": [{ "gateway", "bundle", "resources": 4, "files"?: { "default.edge/routes.json": ... } }],
    "differences"?: [{ "path", "status": "changed" | "missing" | "stale", "patch" }] }
  "files" is there without --out, "differences" with it: what was written, or with --check what would be.

Exits with 1 if there are errors, or with --check if anything differs.`;

async function run(paths: readonly string[], flags: Flags, host: Host): Promise<ExitCode> {
  if (flags.check && flags.out === undefined) {
    throw new Failure('--check needs --out', {
      exit: EXIT.usage,
      help: 'name the folder that holds what was compiled before',
    });
  }
  const compiled = await compileDocuments(paths, host);
  const differences = await carryOut(compiled, flags, host);
  if (flags.output === 'json') writeJson(host, toJson(compiled, differences, flags));
  else showText(compiled, differences, flags, host);
  const isFine = compiled.status === 'compiled' && !(flags.check && differences.length > 0);
  return isFine ? EXIT.success : EXIT.negative;
}

/** An error writes nothing: what is there may be what runs. */
async function carryOut(
  { status, bundles }: CompiledDocuments,
  { out, check }: Flags,
  host: Host,
): Promise<readonly FileDifference[]> {
  if (out === undefined || status === 'rejected') return [];
  const folder = resolve(host.cwd, out);
  return check ? compareCompiled(folder, bundles) : writeCompiled(folder, bundles);
}

const toJson = (
  { diagnostics, bundles }: CompiledDocuments,
  differences: readonly FileDifference[],
  { out }: Flags,
) => ({
  diagnostics,
  gateways: bundles.map((bundle) => ({
    gateway: bundle.manifest.gateway,
    bundle: bundle.id,
    resources: bundle.resources.length,
    ...(out === undefined && { files: parsedFiles(bundle) }),
  })),
  ...(out !== undefined && {
    differences: differences.map(({ path, status, ...texts }) => ({
      path,
      status,
      patch: unified(texts, { from: `a/${path}`, to: `b/${path}` }),
    })),
  }),
});

const parsedFiles = (bundle: CompiledBundle): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...bundleFiles(bundle)].map(([path, text]): [string, unknown] => [path, JSON.parse(text)]));

function showText(compiled: CompiledDocuments, differences: readonly FileDifference[], flags: Flags, host: Host): void {
  const { diagnostics, files, status } = compiled;
  const format = flags.output;
  host.out(renderDiagnostics(diagnostics, { format, files, colour: host.colour.out }));
  if (format !== 'text' && format !== 'github') return;
  if (status === 'rejected') return;
  if (flags.check) showCheck(differences, flags.out ?? '', host);
  else if (format === 'text') showDone(compiled, differences, flags.out, host);
}

function showCheck(differences: readonly FileDifference[], out: string, host: Host): void {
  const paint = paintFor(host.colour.out);
  if (differences.length === 0) return writeLines(host, [`${out} is what the documents make`]);
  for (const { path, status, ...texts } of differences) {
    const file = `${out.replace(/\/$/, '')}/${path}`;
    writeLines(host, [paint.strong(`${file}: ${STATUS_WORDS[status]}`)]);
    const patch = unified(texts, {
      from: status === 'missing' ? '/dev/null' : file,
      to: status === 'stale' ? '/dev/null' : file,
    });
    writeLines(host, paintLines(patch.trimEnd().split('\n'), paint));
  }
  writeLines(host, [
    '',
    `${count(differences.length, 'file')} of ${out} would change; run the same without --check, and commit`,
  ]);
}

const STATUS_WORDS: Readonly<Record<FileDifference['status'], string>> = {
  changed: 'differs from what the documents make',
  missing: 'is missing',
  stale: 'is stale: the documents do not make it any more',
};

function showDone(
  { bundles }: CompiledDocuments,
  differences: readonly FileDifference[],
  out: string | undefined,
  host: Host,
): void {
  const rows = bundles.map(({ id, manifest, resources }) => [manifest.gateway, short(id), String(resources.length)]);
  writeLines(host, table([['GATEWAY', 'BUNDLE', 'RESOURCES'], ...rows]));
  if (out === undefined) return;
  const written = differences.filter(({ status }) => status !== 'stale').length;
  const removed = differences.length - written;
  writeLines(host, [`${out}: ${count(written, 'file')} written${removed > 0 ? `, ${removed} removed` : ''}`]);
}
