import { Command } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import {
  describeLoadFailure,
  readRevision,
  rollback as rollBack,
  type Pointer,
  type RecordedRevision,
  type Release,
  type RollbackResult,
  type RolloutReason,
  type Store,
} from '../../store/index.ts';
import { defaultAuthor } from '../author.ts';
import { chooseGateway, findRevision, headOf, loadWhole, openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { compareGateways, type GatewayChanges } from '../../compiler/diff/compare.ts';
import { diffJson } from '../../compiler/diff/json.ts';
import { diffLines } from '../diff/render.ts';
import { snapshotOfBundle } from '../../compiler/diff/snapshot.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import {
  allowUnsignedOption,
  refuseUnsigned,
  signKeyOption,
  signKeysOf,
  unvouchedLines,
  verifyKeyOption,
  verifyKeysOf,
} from '../signing.ts';
import { carryOut } from '../remote/carry-out.ts';
import { jsonBody } from '../remote/client.ts';
import {
  connect,
  meansApi,
  meansDocuments,
  otherContextOption,
  otherServerOption,
  type ConnectionFlags,
} from '../remote/connection.ts';
import { confirm, fullOption, nothingDone } from '../remote/plan.ts';
import { because } from '../rollout/words.ts';
import { outputOption, paintFor, shortTime, writeData, writeLines, type OutputFormat } from '../output.ts';

interface Flags extends ConnectionFlags {
  readonly output: OutputFormat;
  readonly store?: string;
  readonly message?: string;
  readonly author?: string;
  readonly signKey?: readonly string[];
  readonly verifyKey?: readonly string[];
  readonly allowUnsigned?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly publish?: boolean;
  readonly full?: boolean;
}

/** `enroutectl rollback`: an earlier bundle once more. */
export const rollback: MakeCommand = (host, conclude) =>
  new Command('rollback')
    .summary('make an earlier revision the newest again')
    .description(
      'Two things can go back, each as a new revision, since histories only grow. In a bucket: what the Envoys of one gateway ' +
        'run, to what was published for it at a revision. Through an API: the documents, all of them, to what they were at a ' +
        'revision; Envoys follow with --publish, or "enroutectl publish". Shows what changes and asks first.',
    )
    .argument('[gateway]', 'namespace/name, or name in the namespace "default"; of an API: left out')
    .argument('[revision]', 'its number in "enroutectl history", or its digest or the beginning of it')
    .addOption(storeOption())
    .addOption(otherContextOption())
    .addOption(otherServerOption())
    .option('-m, --message <text>', 'why, for the history')
    .option('--author <name>', "who (default: git's user, or $USER)")
    .addOption(signKeyOption())
    .addOption(verifyKeyOption())
    .addOption(allowUnsignedOption())
    .option('-y, --yes', 'do not ask')
    .option('--dry-run', 'show what changes, and change nothing')
    .option('--publish', 'of an API: publish what changes for Envoys, too')
    .addOption(fullOption())
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (gateway: string | undefined, revision: string | undefined, flags: Flags) =>
      conclude(await run(gateway, revision, flags, host)),
    );

const HELP = `
With --output json:
  { "gateway", "status": "published" | "unchanged" | "conflict" | "unconfirmed" | "planned", "target": { "number", "digest", ... },
    "revision": { "number", "digest", ... } | null, "unvouched"?: as "enroutectl publish" prints it,
    "changes": what "enroutectl diff" prints }

Of an API, with --output json: as "enroutectl apply" prints it.

Exits with 3 after a conflict, and with 5 if nobody has said yes.`;

interface Plan {
  readonly store: Store;
  readonly head: RecordedRevision | undefined;
  readonly headDigest: string;
  readonly pointer: Pointer;
  readonly target: RecordedRevision;
  readonly changes: readonly GatewayChanges[];
}

async function run(
  named: string | undefined,
  revision: string | undefined,
  flags: Flags,
  host: Host,
): Promise<ExitCode> {
  const isApi = revision === undefined ? await meansDocuments(flags, host) : await meansApi(flags, host);
  if (named === undefined || (revision === undefined && !isApi)) throw noRevision(isApi ? '' : (named ?? 'GATEWAY'));
  if (isApi || revision === undefined) return rollBackDocuments(named, revision, flags, host);
  if (flags.publish)
    throw new Failure('rolling back in a bucket publishes anyway', { exit: EXIT.usage, help: 'leave --publish out' });
  const signKeys = await signKeysOf(flags.signKey, host);
  const verifyKeys = await verifyKeysOf(flags.verifyKey, host);
  const plan = await makePlan(named, revision, flags, host);
  if (!flags.allowUnsigned) refuseUnsigned([plan.pointer], signKeys);
  const { target } = plan;
  if (flags.output === 'text') showPlan(plan, flags, host);
  if (flags.dryRun) {
    if (flags.output !== 'text') writeData(host, toJson(plan, { status: 'planned' }), flags.output);
    return EXIT.success;
  }
  const confirmation = await confirm(`Run revision ${target.number} of ${target.gateway} again?`, flags, host);
  if (confirmation !== 'yes') {
    if (flags.output !== 'text') writeData(host, toJson(plan, { status: 'unconfirmed' }), flags.output);
    else host.err(nothingDone('changed', confirmation));
    return EXIT.unconfirmed;
  }
  const result = await rollBack(plan.store, target.gateway, {
    to: target.digest,
    expect: plan.headDigest,
    author: flags.author ?? (await defaultAuthor(host)),
    message: flags.message ?? `Roll back to revision ${target.number}`,
    time: new Date().toISOString(),
    signKeys,
    verifyKeys,
  });
  return show(plan, result, flags, host);
}

const noRevision = (gateway: string): Failure =>
  new Failure('no revision is named', {
    exit: EXIT.usage,
    help: `"${['enroutectl history', gateway].join(' ').trim()}" lists them`,
  });

const REVISION = /^(head|[1-9]\d{0,9}|[0-9a-f]{8,64})$/;

/** Documents of an API have one history for all gateways. */
async function rollBackDocuments(
  revision: string,
  more: string | undefined,
  flags: Flags,
  host: Host,
): Promise<ExitCode> {
  if (more !== undefined)
    throw new Failure('the documents of an API go back together', {
      exit: EXIT.usage,
      help: `name the revision alone; "enroutectl publish -g ${revision} --revision ${more}" gives the Envoys of one gateway what documents said then`,
    });
  if (!REVISION.test(revision))
    throw new Failure(`${JSON.stringify(revision)} is no revision`, {
      exit: EXIT.usage,
      help: 'name it by its number, or by its digest or eight characters of it; "enroutectl history" lists them',
    });
  const { message } = flags;
  const request = { method: 'POST', path: '/v1/rollback', query: { message }, body: jsonBody({ revision }) } as const;
  return carryOut(request, { remote: await connect(flags, host), files: [], flags, host });
}

async function makePlan(named: string, revision: string, flags: Flags, host: Host): Promise<Plan> {
  const store = await openBucket(flags.store, host);
  const gateway = await chooseGateway(store, named);
  const target = await findRevision(store, gateway, revision);
  const { pointer } = await headOf(store, gateway);
  const [before, after] = [await loadWhole(store, pointer.bundle), await loadWhole(store, target.bundle)];
  const changes = compareGateways([snapshotOfBundle(before)], [snapshotOfBundle(after)]);
  return {
    store,
    head: await readRevision(store, pointer.revision),
    headDigest: pointer.revision,
    pointer,
    target,
    changes,
  };
}

function showPlan({ head, target, changes }: Plan, { full }: Flags, host: Host): void {
  writeLines(host, [
    ...(head ? [`from ${describe(head)}`] : []),
    `to   ${describe(target)}`,
    ...diffLines(changes, { paint: paintFor(host.colour.out), length: full ? 'full' : 'short' }),
  ]);
}

const describe = ({ number, time, author, message }: RecordedRevision): string =>
  printable(`revision ${number} of ${shortTime(time)} by ${author}: ${message}`);

function show(plan: Plan, result: RollbackResult, { output }: Flags, host: Host): ExitCode {
  if (result.status === 'unknown-revision')
    throw new Failure('the revision has just been collected as garbage', { exit: EXIT.conflict });
  if (result.status === 'broken-bundle')
    throw new Failure(describeLoadFailure(result.failure), { exit: EXIT.unreachable });
  if (result.status === 'untrusted-revision') throw untrusted(plan);
  const { status, revision } = result;
  const failed = result.status === 'unchanged' ? result.failed : undefined;
  const unvouched = result.status === 'conflict' ? undefined : result.unvouched;
  if (output !== 'text')
    writeData(host, toJson(plan, { status, revision: revision ?? null, ...(unvouched && { unvouched }) }), output);
  else
    writeLines(host, [
      sentence(plan, status, revision),
      ...(failed ? [stillFailed(plan, failed)] : []),
      ...unvouchedLines(unvouched),
    ]);
  return status === 'conflict' ? EXIT.conflict : EXIT.success;
}

/** Signing is vouching, and who can write the bucket could have put any bundle there. */
const untrusted = ({ target }: Plan): Failure =>
  new Failure(`revision ${target.number} is not signed by any key that was given, so it will not be signed now`, {
    exit: EXIT.negative,
    help: 'give the public key of who signed it (--verify-key); if nobody did, publish its documents again',
  });

function sentence(
  { target }: Plan,
  status: 'published' | 'unchanged' | 'conflict',
  revision: RecordedRevision | undefined,
): string {
  if (status === 'conflict')
    return `conflict: somebody else has published ${revision ? describe(revision) : ''}; nothing was changed`;
  if (status === 'unchanged') return `the head is the bundle of revision ${target.number} already; nothing was changed`;
  return `${target.gateway} is at revision ${revision?.number ?? ''}, which has the bundle of revision ${target.number}`;
}

const stillFailed = ({ target }: Plan, failed: RolloutReason): string =>
  printable(
    `  no Envoy runs it: ${because(failed)}; say "enroutectl rollout resume ${target.gateway}" to give it again`,
  );

const toJson = (
  { target, changes }: Plan,
  outcome: {
    readonly status: string;
    readonly revision?: RecordedRevision | null;
    readonly unvouched?: readonly Release[];
  },
) => ({ gateway: target.gateway, ...outcome, target, changes: diffJson(changes) });
