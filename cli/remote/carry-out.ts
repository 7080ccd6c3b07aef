/** A change of documents, from the plan to what was published of it. */
import type { SourceFile } from '../../compiler/index.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { writeJson, writeLines, type OutputFormat } from '../output.ts';
import { jsonBody, type Remote, type RemoteRequest } from './client.ts';
import { objectsIn, type JsonObject } from './json.ts';
import { isConfirmed, publicationLine, showPlan } from './plan.ts';
import { readPublication, readWriteResult, type WriteResult } from './write-result.ts';

export interface Change {
  readonly remote: Remote;
  /** Where the documents come from, for the places of warnings. */
  readonly files: readonly SourceFile[];
  readonly flags: ChangeFlags;
  readonly host: Host;
}

interface ChangeFlags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly publish?: boolean;
  readonly output: OutputFormat;
}

/** Asks the API what a request would do, shows that, asks the person, and does it. */
export async function carryOut(request: RemoteRequest, change: Change): Promise<ExitCode> {
  const { remote, files, flags, host } = change;
  const rehearsed = await remote.send({ ...request, query: { ...request.query, dryRun: true } });
  const plan = readWriteResult(rehearsed);
  if (plan.changes.length === 0) return tell(rehearsed, ['nothing differs; nothing was changed'], change);
  if (flags.output === 'text') showPlan(plan, files, host);
  if (flags.dryRun) return tell(rehearsed, [], change);
  if (!(await isConfirmed('Do it?', flags, host))) {
    tell({ ...rehearsed, status: 'unconfirmed' }, [], change);
    host.err('nothing was changed: say --yes\n');
    return EXIT.unconfirmed;
  }
  const answer = await remote.send(request);
  const result = readWriteResult(answer);
  warnOfOthers(plan, result, host);
  const published = flags.publish ? await publish(result, remote) : objectsIn(answer, 'publications');
  const publications = published.map(readPublication);
  tell({ ...answer, ...(flags.publish && { publications: published }) }, linesOf(result, publications), change);
  return publications.some(({ status }) => status === 'conflict') ? EXIT.conflict : EXIT.success;
}

function tell(answer: JsonObject, lines: readonly string[], { flags, host }: Change): ExitCode {
  if (flags.output === 'json') writeJson(host, answer);
  else writeLines(host, lines);
  return EXIT.success;
}

/** The revision that was committed, and no later one: what others have changed since was not looked at here. */
async function publish({ revision, gateways }: WriteResult, remote: Remote): Promise<readonly JsonObject[]> {
  if (!revision || gateways.length === 0) return [];
  const answer = await remote.send({
    method: 'POST',
    path: '/v1/publish',
    body: jsonBody({ gateways, revision: revision.digest }),
  });
  return objectsIn(answer, 'gateways');
}

/** What was shown may not be all that has happened since. */
function warnOfOthers(plan: WriteResult, { revision }: WriteResult, host: Host): void {
  if (revision && revision.parent !== plan.revision?.digest && revision.digest !== plan.revision?.digest)
    host.err(
      'warning: somebody else has changed other documents between the plan and this; nothing of theirs is lost\n',
    );
}

function linesOf(
  { revision, gateways, status }: WriteResult,
  publications: readonly ReturnType<typeof readPublication>[],
): readonly string[] {
  const done = status === 'committed' ? `committed as revision ${revision?.number ?? ''}` : status;
  const unpublished = gateways.filter((gateway) => publications.every((each) => each.gateway !== gateway));
  return [
    '',
    done,
    ...publications.map(publicationLine),
    ...(unpublished.length > 0 ? [`not published yet: ${unpublished.join(', ')}`] : []),
  ];
}
