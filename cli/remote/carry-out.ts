/** A change of documents, from the plan to what was published of it. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { SourceFile } from '../../compiler/index.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { writeData, writeLines } from '../output.ts';
import { during } from '../progress.ts';
import type { Remote, RemoteRequest } from './client.ts';
import { connectionWords, type ConnectionFlags } from './connection.ts';
import type { JsonObject } from './json.ts';
import { confirm, nothingDone, showPlan, type PlanFlags } from './plan.ts';
import { Refusal } from './problems.ts';
import {
  exitOf,
  publicationLines,
  publishCommitted,
  publishedBefore,
  publishWithPlan,
  retiredLine,
} from './publishing.ts';
import { readPublication, readWriteResult, type RemotePublication, type WriteResult } from './write-result.ts';

export interface Change {
  readonly remote: Remote;
  /** Where the documents come from, for the places of warnings. */
  readonly files: readonly SourceFile[];
  readonly flags: ChangeFlags;
  readonly host: Host;
}

export interface ChangeFlags extends PlanFlags, ConnectionFlags {
  readonly dryRun?: boolean;
  readonly publish?: boolean;
  readonly message?: string;
}

/**
 * Asks the API what a request would do, shows that, asks the person, and does it: against the revision that the plan was
 * made of, so that nothing is overwritten which the person has not seen. Otherwise the plan is made anew.
 * @throws Failure if somebody else has changed the same meanwhile and nobody can be asked again
 */
export async function carryOut(request: RemoteRequest, change: Change): Promise<ExitCode> {
  for (;;) {
    const exit = await tryToCarryOut({ ...request, repeatable: 'by-key' }, change);
    if (exit !== 'outdated') return exit;
    change.host.err('\nsomebody else has changed the same meanwhile; this is the plan now:\n\n');
  }
}

async function tryToCarryOut(request: RemoteRequest, change: Change): Promise<ExitCode | 'outdated'> {
  const { remote, files, flags, host } = change;
  const rehearsal = { ...request, query: { ...request.query, dryRun: true } };
  const rehearsed = await during(host, 'working out what changes', () => remote.send(rehearsal));
  const plan = readWriteResult(rehearsed);
  if (plan.changes.length === 0) return nothingDiffers(rehearsed, change);
  if (flags.output === 'text') showPlan(plan, files, flags, host);
  const before = flags.publish ? await lookAtPublished(plan, change) : [];
  if (flags.dryRun) return tell(rehearsed, [], change);
  const confirmation = await confirm(flags.publish ? 'Commit and publish this?' : 'Commit this?', flags, host);
  if (confirmation !== 'yes') {
    tell({ ...rehearsed, status: 'unconfirmed' }, [], change);
    host.err(nothingDone('changed', confirmation));
    return EXIT.unconfirmed;
  }
  const answer = await commit(request, plan, change);
  return answer === 'outdated' ? answer : finish(answer, { plan, before }, change);
}

/** What is committed already may not be published yet. */
async function nothingDiffers(rehearsed: JsonObject, change: Change): Promise<ExitCode> {
  const { remote, flags, host } = change;
  const { revision } = readWriteResult(rehearsed);
  if (!flags.publish || !revision) return tell(rehearsed, ['nothing differs; nothing was changed'], change);
  if (flags.output === 'text') host.out('nothing differs in documents\n');
  return publishWithPlan({ ...flags, gateway: [], revision: revision.digest }, remote, host);
}

/** Other revisions may wait for being published, too; and who may not publish is to hear of it before the commit. */
async function lookAtPublished(
  plan: WriteResult,
  { remote, flags, host }: Change,
): Promise<readonly RemotePublication[]> {
  const before = await publishedBefore(plan, remote);
  const waiting = before.filter(({ status }) => status !== 'unchanged').map(({ gateway }) => gateway);
  if (flags.output === 'text' && waiting.length > 0)
    writeLines(host, ['', `earlier revisions are not published yet, and go out with it: ${waiting.join(', ')}`]);
  return before;
}

async function commit(request: RemoteRequest, plan: WriteResult, change: Change): Promise<JsonObject | 'outdated'> {
  const { remote, flags, host } = change;
  const base = request.query?.['base'] ?? plan.revision?.digest ?? 'none';
  try {
    return await during(host, 'committing', () => remote.send({ ...request, query: { ...request.query, base } }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409 || error.exit !== EXIT.conflict) throw error;
    // Nobody has seen what the others have done, so that nobody can have agreed to overwrite it.
    if (!flags.yes && flags.output === 'text') return 'outdated';
    throw new Failure(error.message, {
      exit: EXIT.conflict,
      help: 'nothing was changed; the same command line once more shows what it does to that now',
      cause: error,
    });
  }
}

interface Planned {
  readonly plan: WriteResult;
  /** What gateways were at, if it is to be published. */
  readonly before: readonly RemotePublication[];
}

async function finish(answer: JsonObject, { plan, before }: Planned, change: Change): Promise<ExitCode> {
  const { remote, flags, host } = change;
  const result = readWriteResult(answer);
  tellOfOthers(plan, result, host);
  const published = flags.publish
    ? await during(host, 'publishing', () => publishCommitted(result, before, remote))
    : undefined;
  const publications = published?.map(readPublication) ?? result.publications;
  tell({ ...answer, ...(published && { publications: published }) }, linesOf(result, publications, flags), change);
  // What was not published by itself may have been by this command.
  return result.unpublished && !published ? EXIT.negative : exitOf(publications);
}

function tell(answer: JsonObject, lines: readonly string[], { flags, host }: Change): ExitCode {
  if (flags.output === 'text') writeLines(host, lines);
  else writeData(host, answer, flags.output);
  return EXIT.success;
}

/** What was shown may not be all that has happened since. */
function tellOfOthers(plan: WriteResult, { revision }: WriteResult, host: Host): void {
  if (revision && revision.parent !== plan.revision?.digest && revision.digest !== plan.revision?.digest)
    host.err('somebody else has changed other documents between the plan and this; all of it is kept\n');
}

function linesOf(
  { revision, gateways, status, stillPublished, unpublished }: WriteResult,
  publications: readonly RemotePublication[],
  flags: ConnectionFlags,
): readonly string[] {
  const done = status === 'committed' ? `committed as revision ${revision?.number ?? ''} of the documents` : status;
  const waiting = gateways.filter(
    (gateway) => !stillPublished.includes(gateway) && publications.every((each) => each.gateway !== gateway),
  );
  const why = unpublished
    ? `: ${unpublished.reason}`
    : ` ("${['enroutectl publish', connectionWords(flags)].join(' ').trim()}" does it)`;
  return [
    '',
    done,
    ...publications.flatMap(publicationLines).map(printable),
    ...(waiting.length > 0 ? [printable(`not published yet: ${waiting.join(', ')}${why}`)] : []),
    ...stillPublished.map(retiredLine).map(printable),
  ];
}
