/** Finds connections at whose other end nobody is any more. */
import type { Http2Session } from 'node:http2';

/** Milliseconds. */
export interface KeepaliveSettings {
  /** How long to wait before a ping. */
  readonly everyMs: number;
  /** After so long without any traffic, the ping itself included, nobody is taken to be there. */
  readonly silenceMs: number;
  /** After so many times as long, if a message is on its way: the ping may wait behind megabytes of it. */
  readonly silencesWhileSending: number;
}

/**
 * Pings from time to time, and takes the connection away when no answer comes and nothing else moves.
 *
 * @param isSending whether a message has been handed to the connection that the system has not taken yet
 */
export function keepAlive(session: Http2Session, settings: KeepaliveSettings, isSending: () => boolean): void {
  const { everyMs, silenceMs, silencesWhileSending } = settings;
  let wait: NodeJS.Timeout | undefined;
  const judge = (moved: number, silences: number): void => {
    if (!wait || session.destroyed) return;
    const now = traffic(session);
    if (now !== moved) wait = expectAnswer(now, 1);
    else if (isSending() && silences < silencesWhileSending) wait = expectAnswer(now, silences + 1);
    else session.destroy();
  };
  // An answer may have waited as long as that to be read: timers come before sockets.
  const expectAnswer = (moved: number, silences: number): NodeJS.Timeout =>
    setTimeout(() => setImmediate(judge, moved, silences), silenceMs).unref();

  const timer = setInterval(() => {
    if (wait || session.destroyed) return;
    wait = expectAnswer(traffic(session), 1);
    session.ping(() => {
      clearTimeout(wait);
      wait = undefined;
    });
  }, everyMs).unref();
  session.once('close', () => {
    clearInterval(timer);
    clearTimeout(wait);
  });
}

const traffic = ({ socket: { bytesRead, bytesWritten } }: Http2Session): number => bytesRead + bytesWritten;
