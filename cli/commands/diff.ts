import { Command } from 'commander';
import { storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { compareGateways, type GatewayChanges } from '../../compiler/diff/compare.ts';
import { diffJson, isEqual } from '../../compiler/diff/json.ts';
import { diffLines } from '../diff/render.ts';
import { comparedGateways, loadGateways, openSource } from '../diff/source.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { during } from '../progress.ts';
import {
  connect,
  meansApi,
  meansDocuments,
  otherContextOption,
  otherServerOption,
  type ConnectionFlags,
} from '../remote/connection.ts';
import { diffRevisions } from '../remote/revisions.ts';
import { withPlacesOf } from '../remote/local-places.ts';
import { showPlan } from '../remote/plan.ts';
import { readWriteResult } from '../remote/write-result.ts';
import { requestOf } from './apply.ts';
import { readDocuments } from '../documents.ts';
import { outputOption, paintFor, writeData, writeLines, type OutputFormat } from '../output.ts';

interface Flags extends ConnectionFlags {
  readonly output: OutputFormat;
  readonly store?: string;
  readonly gateway: readonly string[];
  readonly full?: boolean;
  readonly filename?: readonly string[];
  readonly prune?: boolean;
  readonly namespace?: string;
  readonly selector?: string;
}

/** `enroutectl diff`: what changes in Envoy's configuration, by resource. */
export const diff: MakeCommand = (host, conclude) =>
  new Command('diff')
    .summary('show what changes in Envoy, resource by resource')
    .description(
      'Compares two configurations by resource. Each is documents (a path, or -), a folder that "enroutectl compile" ' +
        'wrote, a bucket (a directory or a URL: the heads in it), or a revision in --store: @head, @12, @3f9a2c1b. Of an API ' +
        'it compares two revisions of the documents, such as @12 and @head; with documents (a path, or -f) it shows what "enroutectl apply" would do.',
    )
    .argument('[from]', 'what there was; or, if it stands alone, what there is to be, after @head')
    .argument('[to]', 'what there is to be')
    .addOption(storeOption())
    .option('-g, --gateway <name...>', 'compare these gateways only', [])
    .option('--full', 'show long differences whole')
    .option('-f, --filename <path...>', 'what applying these documents to an API would change')
    .option('--prune', 'with -f: as if documents that are not among them were deleted')
    .option('-n, --namespace <name>', 'with --prune: only documents of this namespace')
    .option('-l, --selector <labels>', 'with --prune: only documents with such labels')
    .addOption(otherContextOption())
    .addOption(otherServerOption())
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (from: string | undefined, to: string | undefined, flags: Flags) =>
      conclude(await compare(from, to, flags, host)),
    );

const HELP = `
Of a bucket, only gateways that the other side has are compared, since others may publish into it too.

With --output json:
  { "equal": false, "gateways": [{ "gateway", "added": 0, "changed": 1, "removed": 0, "unchanged": 3, "resources": [
    { "change": "added" | "changed" | "removed", "kind", "name", "previousName"?, "before"?, "after"?,
      "patchedBy"?: ["default/fine-tuning"], "patchedBefore"?: [...],
      "fields"?: [{ "path", "change", "before"?, "after"? }] }] }] }

Of an API, with --output json: what it answers; with -f, what "enroutectl apply --dry-run" prints.

Exits with 1 if anything differs.`;

async function compare(from: string | undefined, to: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  if (flags.filename) return planFiles(flags.filename, flags, host);
  const isAlone = from !== undefined && to === undefined && !from.startsWith('@');
  if (isAlone && (await meansApi(flags, host))) return planFiles([from], flags, host);
  const isRevisions = [from, to].every((side) => side === undefined || side.startsWith('@'));
  const isOfGateways = from === undefined || !isRevisions || flags.gateway.length > 0;
  if (isOfGateways || !(await meansDocuments(flags, host))) return run(from, to, flags, host);
  return diffRevisions(to === undefined ? ['@head', from] : [from, to], flags, host);
}

async function run(first: string | undefined, second: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  if (first === undefined)
    throw new Failure('nothing to compare is named', { exit: EXIT.usage, help: 'name it, or say -f' });
  const [left, right] = second === undefined ? ['@head', first] : [first, second];
  const [from, to] = [await openSource(left, flags, host), await openSource(right, flags, host)];
  const names = comparedGateways(from, to, flags.gateway);
  if (names.length === 0) throw new Failure('neither side has such a gateway', { exit: EXIT.usage });
  const changes = compareGateways(await loadGateways(from, names), await loadGateways(to, names));
  if (flags.output !== 'text') writeData(host, diffJson(changes), flags.output);
  else showText(changes, flags, host);
  return isEqual(changes) ? EXIT.success : EXIT.negative;
}

/** What the API would do, for whom it would be no plan but news. */
async function planFiles(paths: readonly string[], flags: Flags, host: Host): Promise<ExitCode> {
  const files = await readDocuments(paths, host);
  const remote = await connect(flags, host);
  const request = requestOf(files, flags);
  const rehearsal = { ...request, query: { ...request.query, dryRun: true }, repeatable: 'by-itself' } as const;
  const answer = await withPlacesOf(files, () =>
    during(host, 'working out what changes', () => remote.send(rehearsal)),
  );
  const plan = readWriteResult(answer);
  if (flags.output !== 'text') writeData(host, answer, flags.output);
  else showPlan(plan, files, flags, host);
  return plan.changes.length === 0 ? EXIT.success : EXIT.negative;
}

function showText(changes: readonly GatewayChanges[], { full }: Flags, host: Host): void {
  writeLines(host, diffLines(changes, { paint: paintFor(host.colour.out), length: full ? 'full' : 'short' }));
}
