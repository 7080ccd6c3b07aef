/** A client that speaks HTTP/2 and leaves the rest to the test. */
import {
  connect,
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type ClientSessionOptions,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type SecureClientSessionOptions,
} from 'node:http2';
import { onTestFinished } from 'vitest';

export function openSession(
  address: string,
  options: ClientSessionOptions | SecureClientSessionOptions = {},
): ClientHttp2Session {
  const session = connect(`${'ca' in options ? 'https' : 'http'}://${address}`, options);
  session.on('error', () => undefined);
  onTestFinished(() => session.destroy());
  return session;
}

/** How a request was answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** What came last: of an answer without a message, the headers. */
  readonly trailers: IncomingHttpHeaders;
  /** Bytes of its messages. */
  readonly length: number;
  /** The code of HTTP/2 that the stream was closed with. */
  readonly code: number | undefined;
}

export interface Exchange {
  readonly stream: ClientHttp2Stream;
  readonly answer: Promise<Answer>;
}

export const STREAM_CLUSTERS = '/envoy.service.discovery.v3.AggregatedDiscoveryService/StreamAggregatedResources';

/** Opens a stream as a gRPC client does, except for the headers that are given. */
export function request(session: ClientHttp2Session, headers: OutgoingHttpHeaders = {}): Exchange {
  const stream = session.request(
    { ':method': 'POST', ':path': STREAM_CLUSTERS, 'content-type': 'application/grpc', te: 'trailers', ...headers },
    { endStream: false },
  );
  let first: IncomingHttpHeaders = {};
  let last: IncomingHttpHeaders = {};
  let length = 0;
  stream.on('response', (received) => (first = last = received));
  stream.on('trailers', (received) => (last = received));
  stream.on('data', (chunk: Buffer) => (length += chunk.length));
  stream.on('error', () => undefined);
  const answer = new Promise<Answer>((resolve) => {
    stream.on('close', () =>
      resolve({ status: Number(first[':status']), headers: first, trailers: last, length, code: stream.rstCode }),
    );
  });
  return { stream, answer };
}
