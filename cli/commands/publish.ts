import { Command } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { Diagnostic } from '../../compiler/index.ts';
import type { RecordedRevision, RolloutReason, Store } from '../../store/index.ts';
import { defaultAuthor } from '../author.ts';
import { findRevision, gatewayName, openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { compileOrFail } from '../diagnostics.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import {
  allowUnsignedOption,
  signKeyOption,
  signKeysOf,
  unvouchedLines,
  verifyKeyOption,
  verifyKeysOf,
} from '../signing.ts';
import {
  count,
  outputOption,
  paintFor,
  short,
  shortTime,
  size,
  writeData,
  writeLines,
  type OutputFormat,
  type Paint,
} from '../output.ts';
import { because } from '../rollout/words.ts';
import {
  connect,
  meansApi,
  meansDocuments,
  otherContextOption,
  otherServerOption,
  type ConnectionFlags,
} from '../remote/connection.ts';
import { fullOption } from '../remote/plan.ts';
import { publishWithPlan } from '../remote/publishing.ts';
import { withdrawWithPlan } from '../remote/withdrawal.ts';
import { publishAll, tooMuchLost, type Published } from '../publishing.ts';

interface Flags extends ConnectionFlags {
  readonly output: OutputFormat;
  readonly store?: string;
  readonly message?: string;
  readonly author?: string;
  readonly gateway: readonly string[];
  readonly expect?: string;
  readonly allowEmpty?: boolean;
  readonly signKey?: readonly string[];
  readonly verifyKey?: readonly string[];
  readonly signAgain?: boolean;
  readonly allowUnsigned?: boolean;
  readonly revision?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly full?: boolean;
  readonly withdraw?: string;
}

/** `enroutectl publish`: documents → the bucket, from where relays take them to Envoys. */
export const publishCommand: MakeCommand = (host, conclude) =>
  new Command('publish')
    .summary('give Envoys what documents say')
    .description(
      'Publishes each gateway as the next revision of its history: into a bucket, what the documents named here compile to; ' +
        'through an API, what the documents that it has compile to, after showing what changes for Envoys and asking. Nobody ' +
        'sees half of it: the head moves last, and only if nobody else has moved it. Errors publish nothing.',
    )
    .argument('[path...]', 'documents: files, folders, or - for standard input; of an API: none, it has them')
    .addOption(storeOption())
    .addOption(otherContextOption())
    .addOption(otherServerOption())
    .option('-m, --message <text>', 'why, for the history')
    .option('--author <name>', "who (default: git's user, or $USER)")
    .option('-g, --gateway <name...>', 'publish these gateways only', [])
    .option('--expect <revision>', 'only if this is still the head: a number, a digest, or none')
    .option(
      '--revision <revision>',
      'of an API: what its documents said at this revision, such as 12 (default: the newest)',
    )
    .option('--dry-run', 'of an API: show what changes, and publish nothing')
    .option('-y, --yes', 'of an API: do not ask')
    .addOption(fullOption())
    .option(
      '--withdraw <gateway>',
      'of an API: take away from the Envoys of a Gateway that is deleted all that they have',
    )
    .option('--allow-empty', 'publish even if a gateway loses most of what it has')
    .addOption(signKeyOption())
    .addOption(verifyKeyOption())
    .option('--sign-again', 'make a revision even if the head has this already: sign anew, and write all objects anew')
    .addOption(allowUnsignedOption())
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], flags: Flags) => conclude(await run(paths, flags, host)));

const HELP = `
With --output json:
  { "gateways": [{ "gateway", "status": "published" | "unchanged" | "conflict", "uploaded": { "objects", "bytes" },
    "revision": { "number", "digest", "bundle", "parent", "author", "message", "time" },
    "failed"?: { "kind", "message", "node"?, "author"?, "time" }, "held"?: { "kind", "message", "author"?, "time" },
    "unvouched"?: [{ "revision", "bundle", "number" }] }], "diagnostics": [...] }
  In a conflict, "revision" is the one that was published meanwhile, and null if there is none. "failed" says why what is
  unchanged was rolled back or aborted, so that no Envoy runs it; "held", why no Envoy gets it until "enroutectl rollout resume",
  since somebody has paused the rollout before it. "unvouched" are releases that Envoys may be put back on, and
  that --sign-key has not signed, since no key that was given vouches for them.

Of an API, with --output json: what it answers.

Exits with 1 if what is unchanged was rolled back or aborted, with 3 after a conflict, and with 5 if --allow-empty would be needed,
or nobody has said yes.`;

async function run(paths: readonly string[], flags: Flags, host: Host): Promise<ExitCode> {
  const isRemote = paths.length === 0 ? await meansDocuments(flags, host) : await meansApi(flags, host);
  if (isRemote) return runRemote(paths, flags, host);
  if (paths.length === 0)
    throw new Failure('no documents are named', {
      exit: EXIT.usage,
      help: 'name files or folders; only an API (--context, --server), and a bucket after "enroutectl apply --store", has documents of its own',
    });
  const needless = API_ONLY.find((name) => flags[name] !== undefined);
  if (needless !== undefined) throw onlyForApi(needless);
  const store = await openBucket(flags.store, host);
  const signKeys = await signKeysOf(flags.signKey, host);
  if (flags.signAgain && signKeys.length === 0)
    throw new Failure('--sign-again needs --sign-key', { exit: EXIT.usage });
  const { bundles, diagnostics } = await compileOrFail(paths, host);
  const wanted = flags.gateway.map(gatewayName);
  const chosen = bundles.filter(({ manifest }) => wanted.length === 0 || wanted.includes(manifest.gateway));
  const missing = wanted.find((name) => !chosen.some(({ manifest }) => manifest.gateway === name));
  if (missing !== undefined) throw new Failure(`the documents have no gateway ${missing}`, { exit: EXIT.usage });
  if (chosen.length === 0)
    throw new Failure('the documents have no Gateway', { exit: EXIT.negative, help: 'nothing was published' });

  const outcome = await publishAll(store, chosen, {
    author: flags.author ?? (await defaultAuthor(host)),
    message: flags.message ?? `Publish ${paths.join(' ')}`,
    losses: flags.allowEmpty ? 'allow' : 'refuse',
    signKeys,
    verifyKeys: await verifyKeysOf(flags.verifyKey, host),
    unchanged: flags.signAgain ? 'again' : 'stays',
    unsigned: flags.allowUnsigned ? 'allow' : 'refuse',
    ...(flags.expect !== undefined && {
      expect: await expected(
        store,
        chosen.map(({ manifest }) => manifest.gateway),
        flags.expect,
      ),
    }),
  });
  if (outcome.status === 'refused') throw tooMuchLost(outcome.losses);
  show(outcome.gateways, diagnostics, flags, host);
  if (outcome.gateways.some(({ status }) => status === 'conflict')) return EXIT.conflict;
  return outcome.gateways.some((each) => failureOf(each) !== undefined) ? EXIT.negative : EXIT.success;
}

/** Documents reach an API by being applied. */
async function runRemote(paths: readonly string[], flags: Flags, host: Host): Promise<ExitCode> {
  const needless = BUCKET_ONLY.find((name) => flags[name] !== undefined);
  if (needless !== undefined) throw onlyForBucket(needless);
  const { withdraw } = flags;
  if (paths.length === 0 && withdraw !== undefined)
    return withdrawWithPlan({ ...flags, withdraw }, await connect(flags, host), host);
  if (paths.length === 0) return publishWithPlan(flags, await connect(flags, host), host);
  throw new Failure('an API publishes the documents that it has', {
    exit: EXIT.usage,
    help: '"enroutectl apply -f … --publish" gives it these first; --store names a bucket to publish into without it',
  });
}

const API_ONLY = ['revision', 'dryRun', 'yes', 'full', 'withdraw'] as const satisfies (keyof Flags)[];
/** The API knows who calls, and signs by itself. */
const BUCKET_ONLY = [
  'author',
  'expect',
  'signKey',
  'verifyKey',
  'signAgain',
  'allowUnsigned',
] as const satisfies (keyof Flags)[];

const optionOf = (name: string): string => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const onlyForApi = (name: string): Failure =>
  new Failure(`${optionOf(name)} is for documents of an API`, {
    exit: EXIT.usage,
    help: '"enroutectl diff" shows what publishing documents into a bucket would change',
  });

const onlyForBucket = (name: string): Failure =>
  new Failure(`${optionOf(name)} is for publishing into a bucket`, { exit: EXIT.usage, help: 'leave it out' });

/** Why the head, which has the bundle already, is nobody's. */
const failureOf = (published: Published): RolloutReason | undefined =>
  published.status === 'unchanged' ? published.failed : undefined;

const heldOf = (published: Published) => (published.status === 'conflict' ? undefined : published.held);

const unvouchedOf = (published: Published) => (published.status === 'conflict' ? undefined : published.unvouched);

/** The digest of the revision that the command line expects; what it has never heard of cannot be the head. */
async function expected(store: Store, gateways: readonly string[], text: string): Promise<string | null> {
  const [gateway, ...others] = gateways;
  if (gateway === undefined || others.length > 0) {
    throw new Failure('--expect is about one gateway', {
      exit: EXIT.usage,
      help: `name one of ${gateways.join(', ')} with --gateway`,
    });
  }
  return text === 'none' ? null : (await findRevision(store, gateway, text)).digest;
}

function show(gateways: readonly Published[], diagnostics: readonly Diagnostic[], { output }: Flags, host: Host): void {
  if (output !== 'text') {
    const published = gateways.map((each) => {
      const { gateway, status, uploaded, revision } = each;
      const failed = failureOf(each);
      const held = heldOf(each);
      const unvouched = unvouchedOf(each);
      return {
        gateway,
        status,
        uploaded,
        revision: revision ?? null,
        ...(failed && { failed }),
        ...(held && { held }),
        ...(unvouched && { unvouched }),
      };
    });
    return writeData(host, { gateways: published, diagnostics }, output);
  }
  const paint = paintFor(host.colour.out);
  writeLines(
    host,
    gateways.flatMap((each) => [...linesOf(each, paint), ...unvouchedLines(unvouchedOf(each))]),
  );
}

function linesOf(published: Published, { good, bad, note }: Paint): readonly string[] {
  const { gateway, uploaded } = published;
  switch (published.status) {
    case 'published': {
      const moved = `${count(uploaded.objects, 'object')}, ${size(uploaded.bytes)} uploaded`;
      return [`${good('published')} ${gateway} as ${naming(published.revision)}; ${moved}`, ...heldLines(published)];
    }
    case 'unchanged': {
      const has = `${gateway}: ${naming(published.revision)} has this already`;
      if (!published.failed) return [`${note('unchanged')} ${has}`, ...heldLines(published)];
      return [
        `${bad('unchanged')} ${has}, and no Envoy runs it: ${printable(because(published.failed))}`,
        `  ${note('help:')} publish a configuration that is good, or say "enroutectl rollout resume ${gateway}"`,
      ];
    }
    case 'conflict':
      return [
        `${bad('conflict')} ${gateway}: the head is not what it was; now it is ${printable(headNow(published))}`,
        `  ${note('help:')} nothing was overwritten; see with "enroutectl diff @head …" what yours would change, and publish again`,
      ];
  }
}

/** Whoever has paused a rollout has paused what is published over it too. */
function heldLines(published: Published): readonly string[] {
  const held = heldOf(published);
  if (!held) return [];
  return [
    `  warning: no Envoy gets it while the rollout is paused: ${printable(because(held))}`,
    `  help: "enroutectl rollout resume ${published.gateway}" lets it begin`,
  ];
}

const headNow = ({ revision }: Published): string =>
  revision
    ? `${naming(revision)} of ${shortTime(revision.time)} by ${revision.author} ("${revision.message}")`
    : 'no revision at all';

const naming = ({ number, bundle }: RecordedRevision): string => `revision ${number} (bundle ${short(bundle)})`;
