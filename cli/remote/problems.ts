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
  const title = textIn(problem, 'title') ?? `${url} answers ${response.status} to ${request.method} ${request.path}`;
  const detail = textIn(problem, 'detail');
  const referrers = objectsIn(problem, 'referrers').map(referrerLine);
  const message = [title.replace(/\.$/, ''), ...(detail === undefined ? [] : [detail])].join(': ');
  const exit = referrers.length > 0 ? EXIT.negative : exitOf(response.status, request);
  return new Refusal(response.status, [message, ...referrers].join('\n'), { exit, help: helpFor(response.status) });
}

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

function helpFor(status: number): string | undefined {
  if (status === 401) return '"enroutectl login" gets a token; "enroutectl context" says how the API is called';
  return undefined;
}
