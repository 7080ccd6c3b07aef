import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, Http2ServerResponse } from 'node:http2';
import type { Http2ServerRequest } from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EchoedRequest } from './upstream-echo.ts';

export type Request = IncomingMessage | Http2ServerRequest;
export type Response = ServerResponse | Http2ServerResponse;

/**
 * How an upstream treats one request: it describes it (`echo`), breaks off before an answer (`reset`) or in the middle
 * of one (`truncate`), never answers (`hang`), or answers as told.
 */
export type Behaviour = 'echo' | 'reset' | 'truncate' | 'hang' | Answer;

export interface Answer {
  /** Default: 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the description of the request, as JSON. */
  readonly body?: string | Uint8Array;
  /** Time before the answer begins. Default: none. */
  readonly delayMs?: number;
}

export async function behave(behaviour: Behaviour, echo: EchoedRequest, response: Response): Promise<void> {
  switch (behaviour) {
    case 'echo':
      return answer({}, echo, response);
    case 'reset':
      return reset(response);
    case 'truncate':
      return truncate(echo, response);
    case 'hang':
      return;
    default:
      await sleep(behaviour.delayMs ?? 0);
      answer(behaviour, echo, response);
  }
}

function answer({ status = 200, headers = {}, body }: Answer, echo: EchoedRequest, response: Response): void {
  if (isGone(response)) return;
  response.statusCode = status;
  response.setHeader('x-upstream', echo.upstream);
  if (body === undefined) response.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body ?? JSON.stringify(echo));
}

const PROMISED_BYTES = 1000;

function truncate(echo: EchoedRequest, response: Response): void {
  response.setHeader('x-upstream', echo.upstream);
  response.setHeader('content-length', PROMISED_BYTES);
  // The callback comes when the bytes have left, so that the break comes after them.
  if (response instanceof Http2ServerResponse) response.write('the beginning', 'utf8', () => reset(response));
  else response.write('the beginning', () => reset(response));
}

/** HTTP/2 ends only the stream; HTTP/1.1 can only end the connection. */
function reset(response: Response): void {
  if (response instanceof Http2ServerResponse) response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else response.socket?.resetAndDestroy();
}

const isGone = (response: Response): boolean =>
  response instanceof Http2ServerResponse ? response.stream.destroyed : response.destroyed;
