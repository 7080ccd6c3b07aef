/** One connection: its calls, and when it ends. */
import { constants, type OutgoingHttpHeaders, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { TLSSocket } from 'node:tls';
import { formatAddress } from '../address.ts';
import { readClientCertificate, type ClientCertificate } from '../identity/certificate.ts';
import { warnedFrom } from '../secrets/expiry.ts';
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
const ENDING: Status = { code: 'UNAVAILABLE', message: 'the client certificate will expire: connect anew' };
const ENDED: Status = { code: 'UNAUTHENTICATED', message: 'the client certificate has expired' };

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
  // Those that began together end apart.
  if (settings.maxAgeMs !== null) endIn(settings.maxAgeMs * (0.9 + 0.2 * Math.random()), session, calls, AGED);
  if (certificate && certificate !== 'unreadable') endWithCertificate(certificate, session, calls);
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

/**
 * Whose certificate will end soon is asked to connect anew, since it may have been given another one since; and when it has
 * ended, whoever still goes by it is nobody any more.
 */
function endWithCertificate(certificate: ClientCertificate, session: ServerHttp2Session, calls: Calls): void {
  const { notAfter } = certificate;
  const soon = warnedFrom(certificate);
  const now = Date.now();
  // Those that were issued together do not come back together.
  if (now < soon) endIn(soon - now + (Math.random() * (notAfter - soon)) / 2, session, calls, ENDING);
  endIn(notAfter - now, session, calls, ENDED);
}

type Calls = ReadonlySet<Call>;

/** Asks the client to go elsewhere after this time, in milliseconds, and ends its calls. */
function endIn(delayMs: number, session: ServerHttp2Session, calls: Calls, status: Status): void {
  const end = (): void => {
    session.close();
    for (const call of calls) call.end(status);
  };
  let timer: NodeJS.Timeout;
  const wait = (leftMs: number): void => {
    const nextMs = Math.min(Math.max(leftMs, 0), LONGEST_TIMER_MS);
    timer = setTimeout(() => (nextMs < leftMs ? wait(leftMs - nextMs) : end()), nextMs).unref();
  };
  wait(delayMs);
  session.once('close', () => clearTimeout(timer));
}

/** A day. Node's timers fire at once for what does not fit into 31 bits, about 24 days. */
const LONGEST_TIMER_MS = 86_400_000;
