/** One connection: its calls, and when it ends. */
import { constants, type OutgoingHttpHeaders, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { TLSSocket } from 'node:tls';
import { formatAddress } from '../address.ts';
import { readClientCertificate, type ClientCertificate } from '../identity/certificate.ts';
import type { Method } from '../services.ts';
import type { Accept } from '../transport.ts';
import { openCall, type Call } from './call.ts';
import { keepAlive, type KeepaliveSettings } from './keepalive.ts';
import { answerOf, readOpening } from './request.ts';
import type { Status } from './status.ts';

export interface ConnectionSettings {
  readonly methods: ReadonlyMap<string, Method>;
  /** How many bytes a client may send before they are read. */
  readonly windowBytes: number;
  readonly keepalive: KeepaliveSettings;
  /** After how long the client is asked to connect anew, in milliseconds; nothing for never. */
  readonly maxAgeMs: number | null;
}

const UNREADABLE: Status = { code: 'UNAUTHENTICATED', message: 'the client certificate cannot be read' };
const AGED: Status = { code: 'UNAVAILABLE', message: 'the connection is old: connect anew' };

/** Serves the calls of a connection until it ends. */
export function openConnection(session: ServerHttp2Session, settings: ConnectionSettings, accept: Accept): void {
  const calls = new Set<Call>();
  const peer = peerOf(session);
  const certificate = certificateOf(session);
  session.setLocalWindowSize(settings.windowBytes);
  session.on('stream', (stream, headers) => {
    const opening = readOpening(headers, settings.methods);
    if (opening.kind === 'refused') return refuse(stream, opening.answer);
    if (certificate === 'unreadable') return refuse(stream, answerOf(UNREADABLE));
    const call = openCall(stream, { ...opening, peer, certificate }, accept);
    calls.add(call);
    stream.once('close', () => calls.delete(call));
  });
  keepAlive(session, settings.keepalive, () => [...calls].some((call) => call.isSending()));
  endSilent(session);
  if (settings.maxAgeMs !== null) endAged(session, settings.maxAgeMs, calls);
}

function refuse(stream: ServerHttp2Stream, answer: OutgoingHttpHeaders): void {
  // Whatever is wrong with a stream closes it, and there is nothing to be done.
  stream.on('error', () => undefined);
  stream.respond(answer, { endStream: true });
  setImmediate(() => stream.close(constants.NGHTTP2_NO_ERROR));
}

/** A socket that is closed may have forgotten who was at its other end. */
const peerOf = ({ socket: { remoteAddress: host, remotePort: port } }: ServerHttp2Session): string =>
  host === undefined || port === undefined ? 'unknown' : formatAddress({ host, port });

/** TLS has none unless the server asks for one, and then only one that its authorities vouch for. */
function certificateOf({ socket }: ServerHttp2Session): ClientCertificate | null | 'unreadable' {
  const raw = socket instanceof TLSSocket ? socket.getPeerX509Certificate()?.raw : undefined;
  try {
    return raw ? readClientCertificate(raw) : null;
  } catch {
    // TLS takes certificates whose names are no names; nobody can be told by them.
    return 'unreadable';
  }
}

/** How long a client has to say that it speaks HTTP/2, in milliseconds. */
const GREETING_MS = 30_000;

function endSilent(session: ServerHttp2Session): void {
  let isGreeted = false;
  const judge = (): void => {
    if (!isGreeted) session.destroy();
  };
  // When all Envoys come at once, a greeting may have waited as long as that to be read: timers come before sockets.
  const timer = setTimeout(setImmediate, GREETING_MS, judge).unref();
  session.once('remoteSettings', () => {
    isGreeted = true;
    clearTimeout(timer);
  });
  session.once('close', () => clearTimeout(timer));
}

/** Ends a connection at about that age: those that began together end apart. */
function endAged(session: ServerHttp2Session, maxAgeMs: number, calls: ReadonlySet<Call>): void {
  const end = (): void => {
    session.close();
    for (const call of calls) call.end(AGED);
  };
  const timer = setTimeout(end, maxAgeMs * (0.9 + 0.2 * Math.random())).unref();
  session.once('close', () => clearTimeout(timer));
}
