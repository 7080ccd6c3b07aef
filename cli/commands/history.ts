import { Command } from 'commander';
import { history as readHistory, readRollout, type RecordedRevision, type RolloutState } from '../../store/index.ts';
import { chooseGateway, headOf, openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { wholeNumber } from '../numbers.ts';
import {
  meansApi,
  meansDocuments,
  otherContextOption,
  otherServerOption,
  type ConnectionFlags,
} from '../remote/connection.ts';
import { historyRemote } from '../remote/gateways.ts';
import { marksOf, markText, type RevisionMark } from '../rollout/marks.ts';
import { outputOption, short, shortTime, table, writeData, writeLines, type OutputFormat } from '../output.ts';

interface Flags extends ConnectionFlags {
  readonly output: OutputFormat;
  readonly store?: string;
  readonly limit: number;
}

/** `enroutectl history`: who published what, and when. */
export const history: MakeCommand = (host, conclude) =>
  new Command('history')
    .summary('list the revisions of documents, or of a gateway')
    .description(
      'There are two histories, each with numbers of its own. That of the documents of an API, which is listed if no gateway ' +
        'is named, has every change of them. That of a gateway has what was published for it: the first is the head, which ' +
        'Envoys run or are changing over to, unless its rollout has failed.',
    )
    .argument(
      '[gateway]',
      'namespace/name, or name in the namespace "default"; default: the documents of an API or a bucket, or the only gateway of a bucket without any',
    )
    .addOption(storeOption())
    .addOption(otherContextOption())
    .addOption(otherServerOption())
    .option('-n, --limit <number>', 'how many at most', wholeNumber, 20)
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (gateway: string | undefined, flags: Flags) => conclude(await run(gateway, flags, host)));

const HELP = `
Of an API, with --output json: what it answers. Of a bucket, with --output json:
  { "gateway", "head", "revisions": [{ "number", "digest", "bundle", "parent", "author", "message", "time", "gateway",
    "commit"?,
    "rollout"?: { "phase": "complete" | "rolled-back" | "superseded" | ..., "reason"?: { "kind", "message", "node"?, "author"?,
    "time" } } }] }
  "head" is the digest of the head; "parent" is null for the first revision that ever was; "commit" is that of the workspace
  that it was published from; "rollout" is absent where nothing is remembered of it.`;

async function run(named: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  const isRemote = named === undefined ? await meansDocuments(flags, host) : await meansApi(flags, host);
  if (isRemote) return historyRemote(named, flags, host);
  const { output, store: url, limit } = flags;
  const store = await openBucket(url, host);
  const gateway = await chooseGateway(store, named);
  const head = (await headOf(store, gateway)).pointer.revision;
  const revisions = await readHistory(store, gateway, { limit });
  const state = (await readRollout(store, gateway))?.state;
  const marks = marksOf(state);
  if (output !== 'text')
    writeData(host, { gateway, head, revisions: revisions.map((one) => toJson(one, marks)) }, output);
  else
    writeLines(host, [
      `${gateway} in ${store.location}`,
      ...table([
        state ? [...HEADINGS, 'ROLLOUT'] : HEADINGS,
        ...revisions.map((one) => [...row(one, head), ...(state ? [markOf(one, state, marks)] : [])]),
      ]),
    ]);
  return EXIT.success;
}

type Marks = ReadonlyMap<string, RevisionMark>;

const toJson = (revision: RecordedRevision, marks: Marks) => {
  const mark = marks.get(revision.digest);
  return { ...revision, ...(mark && { rollout: mark }) };
};

const markOf = ({ digest }: RecordedRevision, state: RolloutState, marks: Marks): string =>
  markText(digest, marks.get(digest), state);

const HEADINGS = ['', 'REVISION', 'DIGEST', 'BUNDLE', 'TIME', 'AUTHOR', 'MESSAGE'];

const row = ({ number, digest, bundle, time, author, message }: RecordedRevision, head: string): readonly string[] => [
  digest === head ? '*' : '',
  String(number),
  short(digest),
  short(bundle),
  shortTime(time),
  author,
  message,
];
