/** Why no answer has come, and what to do about it. */
import { EXIT } from '../exit-codes.ts';
import { Failure, reasonOf } from '../failure.ts';

/** Another try may help. */
export class Unreachable extends Failure {
  readonly isPassing: boolean;
  constructor(name: string, { reason, help, isPassing }: Explanation, cause: unknown) {
    super(`${name} cannot be reached: ${reason}`, { exit: EXIT.unreachable, help, cause });
    this.isPassing = isPassing;
  }
}

interface Explanation {
  readonly reason: string;
  readonly help?: string;
  readonly isPassing: boolean;
}

/** @param name of the API, for messages. @param error what `fetch` has thrown */
export const unreachable = (name: string, error: unknown): Unreachable => new Unreachable(name, explain(error), error);

const AUTHORITY = 'set NODE_EXTRA_CA_CERTS to a PEM file with the authority that has signed its certificate';

/** By the codes of Node.js and OpenSSL. */
const KNOWN: ReadonlyMap<string, Explanation> = new Map([
  ['ECONNREFUSED', { reason: 'nothing listens there', help: 'is it running, and is the URL right?', isPassing: true }],
  ['ENOTFOUND', { reason: 'no such host is known', help: 'is the URL right?', isPassing: true }],
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'].map(
    (code) =>
      [
        code,
        { reason: 'its certificate is signed by nobody who is trusted', help: AUTHORITY, isPassing: false },
      ] as const,
  ),
  [
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    { reason: 'its certificate is signed by nobody who is trusted', help: AUTHORITY, isPassing: false },
  ],
  ['CERT_HAS_EXPIRED', { reason: 'its certificate has expired', isPassing: false }],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    { reason: 'its certificate is for another name', help: 'call it by a name of its certificate', isPassing: false },
  ],
  ['ERR_SSL_WRONG_VERSION_NUMBER', { reason: 'it does not speak TLS', help: 'is it http://?', isPassing: false }],
  ['EPROTO', { reason: 'it does not speak TLS as we do', help: 'is it http://?', isPassing: false }],
  ['UND_ERR_SOCKET', { reason: 'it has closed the connection', help: 'is it https://?', isPassing: true }],
]);

function explain(error: unknown): Explanation {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (error instanceof Error && error.name === 'TimeoutError')
    return { reason: `it gives no answer within ${ANSWER_MS / 1000} s`, isPassing: false };
  if (reasonOf(cause) === 'unexpected redirect')
    return {
      reason: 'it redirects, which is not followed',
      help: 'name the URL that it redirects to',
      isPassing: false,
    };
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return KNOWN.get(code) ?? { reason: (reasonOf(cause).split('\n')[0] ?? '').trim(), isPassing: true };
}

/** How long the beginning of an answer may take: what is asked for may have to be compiled first. */
export const ANSWER_MS = 120_000;
