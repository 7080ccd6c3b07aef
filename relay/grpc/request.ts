/**
 * What the headers of a request must say for a call to begin.
 * Source: https://github.com/grpc/grpc/blob/v1.76.0/doc/PROTOCOL-HTTP2.md, "Requests"
 */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http2';
import type { Method } from '../services.ts';
import { trailersOf, type Status } from './status.ts';

export type Opening =
  | { readonly kind: 'call'; readonly method: Method; readonly timeoutMs: number | null }
  /** The headers that answer it, and are all of the answer. */
  | { readonly kind: 'refused'; readonly answer: OutgoingHttpHeaders };

export function readOpening(headers: IncomingHttpHeaders, methods: ReadonlyMap<string, Method>): Opening {
  const { ':method': verb, ':path': path = '', 'content-type': contentType = '' } = headers;
  if (verb !== 'POST') return { kind: 'refused', answer: { ':status': 405, allow: 'POST' } };
  // Whoever speaks no gRPC would not understand its statuses.
  if (!GRPC_CONTENT.test(contentType)) return { kind: 'refused', answer: { ':status': 415 } };
  const method = methods.get(path);
  if (!method) return refused({ code: 'UNIMPLEMENTED', message: `there is no method ${path}` });
  const encoding = headers['grpc-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    return refused({ code: 'UNIMPLEMENTED', message: `messages in the encoding "${String(encoding)}" are not read` });
  }
  return { kind: 'call', method, timeoutMs: readTimeout(headers['grpc-timeout']) };
}

export const RESPONSE_HEADERS: OutgoingHttpHeaders = {
  ':status': 200,
  'content-type': 'application/grpc',
  'grpc-accept-encoding': 'identity',
};

/** An answer that has no message: headers and trailers are one. */
export const answerOf = (status: Status): OutgoingHttpHeaders => ({ ...RESPONSE_HEADERS, ...trailersOf(status) });

const refused = (status: Status): Opening => ({ kind: 'refused', answer: answerOf(status) });

const GRPC_CONTENT = /^application\/grpc(?:$|[+;])/;

const UNIT_MS = new Map([
  ['H', 3_600_000],
  ['M', 60_000],
  ['S', 1_000],
  ['m', 1],
  ['u', 1e-3],
  ['n', 1e-6],
]);

/** As long as a timer of Node's can be set to. */
const LONGEST_MS = 2 ** 31 - 1;

/** In milliseconds; nothing if the client waits for ever, says nothing that is a time, or waits longer than a timer can. */
function readTimeout(text: string | readonly string[] | undefined): number | null {
  const [, digits = '', unit = ''] = /^(\d{1,8})([HMSmun])$/.exec(String(text)) ?? [];
  const milliseconds = Number(digits) * (UNIT_MS.get(unit) ?? Number.NaN);
  return milliseconds <= LONGEST_MS ? milliseconds : null;
}
