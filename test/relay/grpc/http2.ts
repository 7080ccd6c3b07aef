/** A client that speaks HTTP/2 and leaves the rest to the test. */
import { connect as connectTcp, type Socket } from 'node:net';
import {
  connect,
  constants,
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

/** Connects to a server, and says all at once that it speaks HTTP/2, opens a call, and resets it. */
export function openAndReset(address: string): Socket {
  const [host = '', port = ''] = address.split(':');
  const socket = connectTcp(Number(port), host);
  socket.on('error', () => undefined).resume();
  onTestFinished(() => void socket.destroy());
  const fields = { ':method': 'POST', ':scheme': 'http', ':path': STREAM_CLUSTERS, 'content-type': 'application/grpc' };
  const block = Object.entries(fields).flatMap(([name, value]) => [Buffer.from([0]), literal(name), literal(value)]);
  socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  const cancel = Buffer.from([0, 0, 0, constants.NGHTTP2_CANCEL]);
  socket.write(Buffer.concat([rawFrame(4, 0, 0), rawFrame(1, 4, 1, ...block), rawFrame(3, 0, 1, cancel)]));
  return socket;
}

const literal = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);

function rawFrame(type: number, flags: number, stream: number, ...payload: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(Buffer.concat(payload).length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, ...payload]);
}
