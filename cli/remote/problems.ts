/** What an answer that says no (RFC 9457) means for a command. */
import type { Diagnostic } from '../../compiler/index.ts';
import { RejectedDocuments } from '../diagnostics.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { RemoteRequest } from './client.ts';
import { isObject, objectsIn, textIn, type JsonObject } from './json.ts';

/** What the API would not do. */
export class Refusal extends Failure {
  readonly status: number;
  constructor(status: number, message: string, options: ConstructorParameters<typeof Failure>[1]) {
    super(message, options);
    this.status = status;
  }
}

export async function failureOf(response: Response, request: RemoteRequest, url: string): Promise<Failure> {
  const problem = await problemIn(response);
  const diagnostics = objectsIn(problem, 'diagnostics').filter(isDiagnostic);
  if (diagnostics.length > 0) return new RejectedDocuments({ bundles: [], diagnostics, files: [], status: 'rejected' });
  const { status } = response;
  const title = textIn(problem, 'title');
  if (title === undefined || isNoPath(textIn(problem, 'detail'), status)) return notAnApi(response, request, url);
  const referrers = objectsIn(problem, 'referrers').map(referrerLine);
  const detail = referrers.length > 0 ? undefined : textIn(problem, 'detail');
  const message = sentenceOf(title, detail, status);
  const exit = referrers.length > 0 ? EXIT.negative : exitOf(status, request);
  const help = referrers.length > 0 ? '--cascade deletes these, too' : HELP.get(status);
  return new Refusal(status, [message, ...referrers].join('\n'), { exit, help });
}

/** An API that has nothing at a path says which, by whatever prefix of its own it was called. */
const isNoPath = (detail: string | undefined, status: number): boolean =>
  status === 404 && /^(GET|POST|PUT|PATCH|DELETE) \//.test(detail ?? '');

/** What is not there is said by the detail alone. */
function sentenceOf(title: string, detail: string | undefined, status: number): string {
  const kind = title.replace(/\.$/, '');
  if (detail === undefined) return kind;
  return status === 404 ? detail : `${kind}: ${detail}`;
}

/** Whatever stands before an API, or in its place. */
const notAnApi = ({ status }: Response, { method, path }: RemoteRequest, url: string): Refusal =>
  new Refusal(status, `${url} answers ${status} to ${method} ${path}, as no Enroute API does`, {
    exit: EXIT.unreachable,
    help: status >= 500 ? 'what stands before the API may not reach it' : 'is the URL that of an API?',
  });

async function problemIn(response: Response): Promise<JsonObject> {
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) return {};
  const value: unknown = await response.json();
  return isObject(value) ? value : {};
}

export const isDiagnostic = (value: unknown): value is Diagnostic & JsonObject =>
  isObject(value) &&
  ['code', 'severity', 'message', 'file', 'pointer'].every((name) => typeof value[name] === 'string') &&
  ['line', 'column', 'endLine', 'endColumn'].every((name) => typeof value[name] === 'number');

const referrerLine = (referrer: JsonObject): string =>
  `  ${textIn(referrer, 'kind') ?? ''} ${textIn(referrer, 'namespace') ?? ''}/${textIn(referrer, 'name') ?? ''}`;

function exitOf(status: number, { path }: RemoteRequest): ExitCode {
  // A rollout or a publication that is refused has met nobody.
  if (status === 409) return /^\/v1\/(rollouts|publish)/.test(path) ? EXIT.negative : EXIT.conflict;
  if (status === 412) return EXIT.conflict;
  if (status === 422) return EXIT.negative;
  return status === 401 || status === 403 || status === 429 || status >= 500 ? EXIT.unreachable : EXIT.usage;
}

const HELP: ReadonlyMap<number, string> = new Map([
  [401, '"enroutectl login" gets a token; "enroutectl context list" says how each API is called'],
  [403, '"enroutectl whoami" says who the API takes you for, and what its access policy lets you do there'],
  [412, 'look at it as it is now, and do it again'],
  [429, 'try again in a moment'],
  [503, 'nothing was changed; try again'],
]);
