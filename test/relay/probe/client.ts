/** A raw ADS client: sends what a test says, and shows each response in the order in which they come. */
import { connect as connectHttp2 } from 'node:http2';
import { Client, credentials, status, type ChannelCredentials, type ClientDuplexStream } from '@grpc/grpc-js';
import { onTestFinished } from 'vitest';
import type { Protocol } from '../../../relay/ads-server.ts';
import {
  decodeDeltaResponse,
  decodeSotwResponse,
  encodeDeltaRequest,
  encodeSotwRequest,
  type TestDeltaRequest,
  type TestResponse,
  type TestSotwRequest,
} from '../discovery.ts';

/** How a stream ended. */
export interface Ending {
  readonly code: string;
  readonly message: string;
}

export interface AdsClient<R> {
  send(request: R): void;
  /** Sends bytes that need be no request. */
  sendBytes(bytes: Buffer): void;
  /** @throws Error if the stream ends first. */
  next(): Promise<TestResponse>;
  /** The responses that have come and were not asked for with `next`. */
  pending(): readonly TestResponse[];
  readonly ended: Promise<Ending>;
  close(): void;
}

/**
 * A client that sends these requests and never reads: once HTTP/2's first window of 64 KiB is full, what is meant for
 * it piles up at the other side.
 */
export function connectStalled(address: string, requests: readonly TestSotwRequest[]): void {
  const session = connectHttp2(`http://${address}`);
  const stream = session.request({
    ':method': 'POST',
    ':path': '/envoy.service.discovery.v3.AggregatedDiscoveryService/StreamAggregatedResources',
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  // That the server takes the connection away in the end is no failure.
  for (const emitter of [session, stream]) emitter.on('error', () => undefined);
  for (const request of requests) stream.write(frame(encodeSotwRequest(request)));
  onTestFinished(() => session.destroy());
}

/** A gRPC message: a byte that says it is not compressed, its length, and itself. */
export function frame(message: Buffer): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

export const connectSotw = (address: string, channel?: ChannelCredentials): AdsClient<TestSotwRequest> =>
  connect({ address, protocol: 'sotw', encode: encodeSotwRequest, decode: decodeSotwResponse, channel });

export const connectDelta = (address: string, channel?: ChannelCredentials): AdsClient<TestDeltaRequest> =>
  connect({ address, protocol: 'delta', encode: encodeDeltaRequest, decode: decodeDeltaResponse, channel });

interface Connection<R> {
  readonly address: string;
  readonly protocol: Protocol;
  readonly encode: (request: R) => Buffer;
  readonly decode: (bytes: Buffer) => TestResponse;
  readonly channel: ChannelCredentials | undefined;
}

const identity = (bytes: Buffer): Buffer => bytes;

function connect<R>({ address, protocol, encode, decode, channel }: Connection<R>): AdsClient<R> {
  const client = new Client(address, channel ?? credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    // Each stream has a connection of its own, as each Envoy has.
    'grpc.use_local_subchannel_pool': 1,
  });
  const name = protocol === 'sotw' ? 'StreamAggregatedResources' : 'DeltaAggregatedResources';
  const path = `/envoy.service.discovery.v3.AggregatedDiscoveryService/${name}`;
  const call: ClientDuplexStream<Buffer, Buffer> = client.makeBidiStreamRequest(path, identity, identity);
  const inbox = createInbox();
  const ended = new Promise<Ending>((resolve) => {
    call.on('status', ({ code, details }) => resolve({ code: status[code] ?? String(code), message: details }));
  });
  call.on('data', (bytes: Buffer) => inbox.push(decode(bytes)));
  // How a stream ends is told by its status.
  call.on('error', () => undefined);
  void ended.then(({ code, message }) => inbox.end(new Error(`the stream has ended: ${code} ${message}`)));
  const close = (): void => {
    call.cancel();
    client.close();
  };
  onTestFinished(close);
  return {
    send: (request) => void call.write(encode(request)),
    sendBytes: (bytes) => void call.write(bytes),
    next: inbox.next,
    pending: inbox.pending,
    ended,
    close,
  };
}

interface Inbox {
  push(response: TestResponse): void;
  end(reason: Error): void;
  next(): Promise<TestResponse>;
  pending(): readonly TestResponse[];
}

interface Waiter {
  readonly resolve: (response: TestResponse) => void;
  readonly reject: (reason: Error) => void;
}

function createInbox(): Inbox {
  const responses: TestResponse[] = [];
  const waiters: Waiter[] = [];
  let reason: Error | undefined;
  return {
    push(response) {
      const waiter = waiters.shift();
      if (waiter) waiter.resolve(response);
      else responses.push(response);
    },
    end(error) {
      reason = error;
      for (const waiter of waiters.splice(0)) waiter.reject(error);
    },
    next() {
      const response = responses.shift();
      if (response) return Promise.resolve(response);
      if (reason) return Promise.reject(reason);
      return new Promise((resolve, reject) => waiters.push({ resolve, reject }));
    },
    pending: () => responses,
  };
}
