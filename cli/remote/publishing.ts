/** Publishing what an API has: the plan, the question, and what became of it. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { gatewayName } from '../bucket.ts';
import { diffLines } from '../diff/render.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { paintFor, writeData, writeLines } from '../output.ts';
import { during } from '../progress.ts';
import { lossLine, tooMuchLost } from '../publishing.ts';
import { jsonBody, type Remote } from './client.ts';
import { objectsIn, textIn, textsIn, type JsonObject } from './json.ts';
import { confirm, nothingDone, type PlanFlags } from './plan.ts';
import { orSuggestGateway } from './suggestions.ts';
import { readGatewayChanges, readPublication, type RemotePublication, type WriteResult } from './write-result.ts';

export interface PublishFlags extends PlanFlags {
  readonly gateway: readonly string[];
  /** A number or a digest; absent: the newest. */
  readonly revision?: string;
  readonly message?: string;
  readonly dryRun?: boolean;
  readonly allowEmpty?: boolean;
}

/** Shows what Envoys would get, asks, and publishes exactly that. */
export async function publishWithPlan(flags: PublishFlags, remote: Remote, host: Host): Promise<ExitCode> {
  const gateways = flags.gateway.map(gatewayName);
  const { revision, message } = flags;
  const wanted = { ...(gateways.length > 0 && { gateways }), ...(revision !== undefined && { revision }) };
  const [first] = gateways;
  const look = () => during(host, 'working out what changes', () => rehearse(wanted, remote));
  const rehearsed = await (first === undefined ? look() : orSuggestGateway(remote, first, look));
  const plan = publicationsIn(rehearsed);
  const isWanted = plan.some(({ status }) => status !== 'unchanged');
  if (flags.output === 'text') showPlan(rehearsed, plan, flags, host);
  if (flags.dryRun) return tell(rehearsed, flags, host);
  const losses = lossesIn(plan);
  // Who is asked has read it above; who is not says it beforehand.
  if (losses.length > 0 && flags.yes && !flags.allowEmpty) throw tooMuchLost(losses);
  const confirmation = isWanted ? await confirm('Publish this?', flags, host) : 'yes';
  if (confirmation !== 'yes') {
    if (flags.output !== 'text') writeData(host, { ...rehearsed, status: 'unconfirmed' }, flags.output);
    host.err(nothingDone('published', confirmation));
    return EXIT.unconfirmed;
  }
  const body = {
    ...wanted,
    ...againstPlan(rehearsed, plan),
    ...(message !== undefined && { message }),
    ...(losses.length > 0 && ALLOWED),
  };
  const answer = await during(host, 'publishing', () => publish(body, remote));
  const done = publicationsIn(answer);
  if (flags.output === 'text')
    writeLines(host, [...(isWanted ? [''] : []), ...done.flatMap(publicationLines)].map(printable));
  else writeData(host, answer, flags.output);
  return exitOf(done);
}

/** Whoever reads a plan allows what stands in it. */
const ALLOWED = { losses: 'allow' } as const;

const lossesIn = (plan: readonly RemotePublication[]) =>
  plan.flatMap(({ gateway, loss }) => (loss ? [{ gateway, ...loss }] : []));

const publicationsIn = (answer: JsonObject): readonly RemotePublication[] =>
  objectsIn(answer, 'gateways').map(readPublication);

const rehearse = (body: object, remote: Remote): Promise<JsonObject> =>
  remote.send({
    method: 'POST',
    path: '/v1/publish',
    query: { dryRun: true },
    body: jsonBody(body),
    repeatable: 'by-itself',
  });

/** What is published already stays so, and what somebody else has published since is none of what is expected. */
const publish = (body: Publication, remote: Remote): Promise<JsonObject> =>
  remote.send({ method: 'POST', path: '/v1/publish', body: jsonBody(body), repeatable: 'by-itself' });

interface Publication {
  readonly gateways: readonly string[];
  readonly revision?: string;
  readonly message?: string;
  /** What the gateways must still be at, by gateway. */
  readonly expect: object;
}

/** The revision of the documents that was looked at, over what gateways were at then. */
function againstPlan({ revision }: JsonObject, plan: readonly RemotePublication[]): Publication {
  const digest =
    typeof revision === 'object' && revision !== null && 'digest' in revision ? revision.digest : undefined;
  return {
    ...(typeof digest === 'string' && { revision: digest }),
    gateways: plan.map(({ gateway }) => gateway),
    expect: expectationsOf(plan),
  };
}

const expectationsOf = (plan: readonly RemotePublication[]): object =>
  Object.fromEntries(plan.map(({ gateway, digest }) => [gateway, digest ?? null]));

function showPlan(rehearsed: JsonObject, plan: readonly RemotePublication[], { full }: PublishFlags, host: Host): void {
  const changes = objectsIn(rehearsed, 'envoy').map(readGatewayChanges);
  const lines = diffLines(changes, { paint: paintFor(host.colour.out), length: full ? 'full' : 'short' });
  if (lines.length > 0) writeLines(host, ['Envoy:', ...lines]);
  else if (plan.length === 0) writeLines(host, ['the documents have no Gateway']);
  writeLines(host, [...lossesIn(plan).map(lossLine), ...textsIn(rehearsed, 'retired').map(retiredLine)].map(printable));
}

function tell(rehearsed: JsonObject, { output }: PublishFlags, host: Host): ExitCode {
  const plan = publicationsIn(rehearsed);
  if (output !== 'text') writeData(host, rehearsed, output);
  else writeLines(host, plan.filter(isKept).flatMap(publicationLines).map(printable));
  return EXIT.success;
}

/** Publishing concerns what documents say, so it leaves alone what none says any more. */
export const retiredLine = (gateway: string): string =>
  `${gateway} is deleted, and its Envoys keep what they have; "enroutectl publish --withdraw ${gateway}" takes it away`;

const isKept = ({ status }: RemotePublication): boolean => status === 'unchanged';

/**
 * What gateways that a change is about are at before it; of those that it adds, nothing.
 * @throws Failure if the caller may not publish them
 */
export async function publishedBefore(plan: WriteResult, remote: Remote): Promise<readonly RemotePublication[]> {
  const isNew = (gateway: string): boolean =>
    plan.changes.some(
      ({ change, kind, namespace, name }) =>
        change === 'added' && kind === 'Gateway' && `${namespace}/${name}` === gateway,
    );
  const gateways = plan.gateways.filter((gateway) => !isNew(gateway));
  if (!plan.revision || gateways.length === 0) return [];
  return publicationsIn(await rehearse({ gateways, revision: plan.revision.digest }, remote));
}

/**
 * Publishes the revision that was committed, and no later one: what others have changed since was not looked at here.
 * @param before what gateways were at, over which alone it goes
 */
export async function publishCommitted(
  { revision, gateways }: WriteResult,
  before: readonly RemotePublication[],
  remote: Remote,
): Promise<readonly JsonObject[]> {
  if (!revision || gateways.length === 0) return [];
  const body = { gateways, revision: revision.digest, expect: expectationsOf(before), ...ALLOWED };
  const done = objectsIn(await publish(body, remote), 'gateways');
  const overtaken = done.filter(({ status }) => status === 'conflict').map((each) => textIn(each, 'gateway') ?? '');
  if (overtaken.length === 0) return done;
  // Who has published all that there is now has published this with it.
  const newest = objectsIn(await rehearse({ gateways: overtaken }, remote), 'gateways');
  return done.map((each) => newest.find((now) => now['gateway'] === each['gateway'] && isUnchanged(now)) ?? each);
}

const isUnchanged = ({ status }: JsonObject): boolean => status === 'unchanged';

export const publicationLines = (publication: RemotePublication): readonly string[] => [
  ...outcomeLines(publication),
  ...publication.unvouched.map(
    (number) =>
      `Envoys of ${publication.gateway} may be put back on its revision ${number}, which the keys of the API have not ` +
      'signed; relays need the key that has, or the API its public key (--verify-key)',
  ),
];

function outcomeLines({ gateway, status, number, failed, held }: RemotePublication): readonly string[] {
  const line = number === undefined ? `${gateway} ${status}` : `${gateway} ${status}: its revision ${number}`;
  if (status === 'conflict')
    return [`${line}, which somebody else has published meanwhile, stays; see "enroutectl publish --dry-run"`];
  if (held !== undefined)
    return [`${line}, and no Envoy gets it while the rollout is paused: ${held}; ${resumed(gateway)}`];
  if (failed === undefined) return [line];
  return [`${line}, and no Envoy runs it: ${failed}; "enroutectl rollout resume ${gateway}" gives it again`];
}

const resumed = (gateway: string): string => `"enroutectl rollout resume ${gateway}" lets it begin`;

export function exitOf(publications: readonly RemotePublication[]): ExitCode {
  if (publications.some(({ status }) => status === 'conflict')) return EXIT.conflict;
  return publications.some(({ failed }) => failed !== undefined) ? EXIT.negative : EXIT.success;
}
