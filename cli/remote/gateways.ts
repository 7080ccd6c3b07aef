/** What commands about gateways do where an API stands before the bucket. */
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { gatewayName } from '../bucket.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { short, shortTime, table, writeData, writeLines, type OutputFormat } from '../output.ts';
import type { Remote } from './client.ts';
import { connect, type ConnectionFlags } from './connection.ts';
import { isObject, objectsIn, textIn, type JsonObject } from './json.ts';
import { orSuggestGateway } from './suggestions.ts';
import { readCommit, type RemoteCommit } from './write-result.ts';

interface Flags extends ConnectionFlags {
  readonly output: OutputFormat;
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
  if (flags.output !== 'text') writeData(host, answer, flags.output);
  else writeLines(host, [printable(titleOf(remote, named)), ...table([HEADINGS, ...rows])]);
  return EXIT.success;
}

/** The two histories have numbers of their own. */
const titleOf = ({ name }: Remote, named: string | undefined): string =>
  named === undefined ? `documents of ${name}` : `published for ${gatewayName(named)} by ${name}`;

function readHistory(remote: Remote, named: string | undefined, limit: number): Promise<JsonObject> {
  if (named === undefined) return remote.send({ method: 'GET', path: '/v1/revisions', query: { limit } });
  const { path, namespace } = addressOf(named);
  return orSuggestGateway(remote, gatewayName(named), () =>
    remote.send({ method: 'GET', path: `/v1/gateways/${path}/publications`, query: { namespace, limit } }),
  );
}

const HEADINGS = ['REVISION', 'DIGEST', 'TIME', 'AUTHOR', 'MESSAGE'];

const row = ({ number, digest, time, author, message }: RemoteCommit): readonly string[] => [
  String(number),
  short(digest),
  shortTime(time),
  author,
  message,
];

/**
 * The gateway that a command line means: the one that it names, or the only one of the documents.
 * @throws Failure if there is none, or there are several to choose from
 */
export async function chooseRemoteGateway(remote: Remote, named: string | undefined): Promise<string> {
  if (named !== undefined) return gatewayName(named);
  const [only, ...others] = await gatewaysOf(remote);
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) throw new Failure(`${remote.name} has no Gateway`, { exit: EXIT.usage });
  throw new Failure(`${remote.name} has several gateways`, {
    exit: EXIT.usage,
    help: `name one of ${[only, ...others].join(', ')}`,
  });
}

/** Their names; the first hundred. */
export async function gatewaysOf(remote: Remote): Promise<readonly string[]> {
  const page = await remote.send({ method: 'GET', path: '/v1/gateways' });
  return objectsIn(page, 'items').flatMap(({ document }) => {
    const metadata = isObject(document) && isObject(document['metadata']) ? document['metadata'] : {};
    const name = textIn(metadata, 'name');
    return name === undefined ? [] : [`${textIn(metadata, 'namespace') ?? 'default'}/${name}`];
  });
}

/** @throws Failure if there is no such gateway, with the name that may have been meant */
export async function findGateway(remote: Remote, gateway: string): Promise<void> {
  const { path, namespace } = addressOf(gateway);
  const request = { method: 'GET', path: `/v1/gateways/${path}`, query: { namespace } } as const;
  await orSuggestGateway(remote, gateway, () => remote.open(request));
}

/** Where the API has it. */
export function addressOf(named: string): { readonly path: string; readonly namespace: string } {
  const [namespace = '', name = ''] = gatewayName(named).split('/');
  return { path: encodeURIComponent(name), namespace };
}
