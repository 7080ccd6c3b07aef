/** What commands about gateways do where an API stands before the bucket. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { gatewayName } from '../bucket.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { short, shortTime, table, writeJson, writeLines, type OutputFormat } from '../output.ts';
import { jsonBody, type Remote } from './client.ts';
import { connect, type ConnectionFlags } from './connection.ts';
import { objectsIn, textIn, type JsonObject } from './json.ts';
import { publicationLine } from './plan.ts';
import { readCommit, readPublication, type RemoteCommit } from './write-result.ts';

interface Flags extends ConnectionFlags {
  readonly output: OutputFormat;
}

/** Publishes what the workspace says. */
export async function publishRemote(
  flags: Flags & { readonly gateway: readonly string[]; readonly message?: string },
  host: Host,
): Promise<ExitCode> {
  const remote = await connect(flags, host);
  const { message } = flags;
  const gateways = flags.gateway.map(gatewayName);
  const body = { ...(gateways.length > 0 && { gateways }), ...(message !== undefined && { message }) };
  const answer = await remote.send({ method: 'POST', path: '/v1/publish', body: jsonBody(body) });
  const publications = objectsIn(answer, 'gateways').map(readPublication);
  if (flags.output === 'json') writeJson(host, answer);
  else writeLines(host, publications.map(publicationLine));
  return publications.some(({ status }) => status === 'conflict') ? EXIT.conflict : EXIT.success;
}

/** What was published for a gateway; of none, the revisions of the documents. */
export async function historyRemote(
  named: string | undefined,
  flags: Flags & { readonly limit: number },
  host: Host,
): Promise<ExitCode> {
  const remote = await connect(flags, host);
  const answer = await readHistory(remote, named, flags.limit);
  const rows = objectsIn(answer, 'items').map((item) => row(readCommit(item)));
  if (flags.output === 'json') writeJson(host, answer);
  else writeLines(host, rows.length > 0 ? table([HEADINGS, ...rows]) : ['nothing was ever committed']);
  return EXIT.success;
}

function readHistory(remote: Remote, named: string | undefined, limit: number): Promise<JsonObject> {
  if (named === undefined) return remote.send({ method: 'GET', path: '/v1/revisions', query: { limit } });
  const { path, namespace } = addressOf(named);
  return remote.send({ method: 'GET', path: `/v1/gateways/${path}/publications`, query: { namespace, limit } });
}

const HEADINGS = ['REVISION', 'DIGEST', 'TIME', 'AUTHOR', 'MESSAGE'];

const row = ({ number, digest, time, author, message }: RemoteCommit): readonly string[] => [
  String(number),
  short(digest),
  shortTime(time),
  author,
  message,
];

/** Shows a rollout, or says something to it first. @param command such as `pause`; nothing: it is only shown */
export async function rolloutRemote(
  command: string | undefined,
  named: string,
  flags: Flags & { readonly message?: string; readonly full?: boolean },
  host: Host,
): Promise<ExitCode> {
  const remote = await connect(flags, host);
  const { path, namespace } = addressOf(named);
  const { message, full } = flags;
  const state = await (command === undefined
    ? remote.send({ method: 'GET', path: `/v1/rollouts/${path}`, query: { namespace } })
    : remote.send({ method: 'POST', path: `/v1/rollouts/${path}/${command}`, query: { namespace, message, full } }));
  const phase = textIn(state, 'phase') ?? '';
  if (flags.output === 'json') writeJson(host, state);
  else writeLines(host, [`${gatewayName(named)}: ${phase}${stepOf(state)}`, ...eventLines(state)].map(printable));
  return command === undefined && ['paused', 'rolled-back', 'aborted'].includes(phase) ? EXIT.negative : EXIT.success;
}

/** Where it is, as long as it is anywhere. */
const stepOf = ({ phase, step }: JsonObject): string =>
  typeof step === 'number' && (phase === 'progressing' || phase === 'waiting' || phase === 'paused')
    ? `, step ${step + 1}`
    : '';

/** How many are shown. */
const EVENTS = 5;

function eventLines(state: JsonObject): readonly string[] {
  const events = objectsIn(state, 'events').slice(0, EVENTS);
  const rows = events.map((event) => [shortTime(textIn(event, 'time') ?? ''), textIn(event, 'message') ?? '']);
  return rows.length > 0 ? ['', ...table([['TIME', 'EVENT'], ...rows])] : [];
}

function addressOf(named: string): { readonly path: string; readonly namespace: string } {
  const [namespace = '', name = ''] = gatewayName(named).split('/');
  return { path: encodeURIComponent(name), namespace };
}
