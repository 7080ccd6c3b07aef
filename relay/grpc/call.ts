/** One call: a stream of HTTP/2 as a {@link Transport}. */
import { constants, type ServerHttp2Stream } from 'node:http2';
import type { Method } from '../services.ts';
import type { Accept, Transport } from '../transport.ts';
import { createFrameReader, FrameError } from './frames.ts';
import { RESPONSE_HEADERS } from './request.ts';
import { OK, trailersOf, type Status } from './status.ts';

/** What is known of a call before its first message. */
export interface Caller extends Pick<Transport, 'peer' | 'certificate'> {
  readonly method: Method;
  /** After which the client no longer waits, in milliseconds. */
  readonly timeoutMs: number | null;
}

export interface Call {
  /** Whether a message has been handed to the stream that the system has not taken yet. */
  isSending(): boolean;
  /** Ends the call, once the message that is out has been taken. */
  end(status: Status): void;
}

/** A SotW request that names 250,000 resources has 4 MB, which is gRPC's own limit. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

/** How long a client that does not read has for the end of its call, in milliseconds. */
const LINGER_MS = 10_000;

export function openCall(stream: ServerHttp2Stream, { method, timeoutMs, ...peer }: Caller, accept: Accept): Call {
  let ending: Status | null = null;
  let isSending = false;
  const timers: NodeJS.Timeout[] = [];
  const end = (status: Status): void => {
    if (ending || stream.closed) return;
    ending = status;
    if (!isSending) stream.end();
    timers.push(setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), LINGER_MS).unref());
  };

  stream.respond(RESPONSE_HEADERS, { waitForTrailers: true });
  stream.on('wantTrailers', () => {
    stream.sendTrailers(trailersOf(ending ?? OK));
    // The client may have more to say; nobody listens any more.
    setImmediate(() => stream.close(constants.NGHTTP2_NO_ERROR));
  });
  if (timeoutMs !== null) {
    timers.push(setTimeout(end, timeoutMs, { code: 'DEADLINE_EXCEEDED', message: 'the time is up' }).unref());
  }

  const listener = accept({
    ...peer,
    protocol: method.protocol,
    write(frame, taken) {
      if (ending || stream.closed) return;
      isSending = true;
      writeParts(stream, frame, () => {
        isSending = false;
        if (ending) stream.end();
        else taken();
      });
    },
    end: (refusal) => end(refusal ?? OK),
  });
  const read = createFrameReader(MAX_REQUEST_BYTES);
  stream.on('data', (chunk: Buffer) => {
    try {
      for (const message of read(chunk)) {
        if (ending || stream.closed) return;
        listener.received(message);
      }
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      end(error);
    }
  });
  stream.on('end', () => end(OK));
  // Whatever is wrong with a stream closes it, and that is told.
  stream.on('error', () => undefined);
  stream.on('close', () => {
    for (const timer of timers) clearTimeout(timer);
    listener.closed();
  });
  return { isSending: () => isSending, end };
}

/** Bytes of a message that a stream may have in hand: over TLS it has them encrypted, and for itself alone. */
const PART_BYTES = 256 * 1024;

/** Writes a frame part by part, each when the one before has been taken. After an error the stream is closed. */
function writeParts(stream: ServerHttp2Stream, rest: Buffer, done: () => void): void {
  const part = rest.subarray(0, PART_BYTES);
  stream.write(part, (error) => {
    if (error) return;
    if (part.length === rest.length) done();
    else writeParts(stream, rest.subarray(PART_BYTES), done);
  });
}
