/** Finds connections at whose other end nobody is any more. */
import type { Http2Session } from 'node:http2';

/** Milliseconds. */
export interface KeepaliveSettings {
  /** How long to wait before a ping. */
  readonly everyMs: number;
  /** After so long without any traffic, the ping itself included, nobody is taken to be there. */
  readonly silenceMs: number;
}

/**
 * Pings from time to time, and takes the connection away when no answer comes. One over which anything has moved in the
 * meantime is alive: a ping may wait behind megabytes of configuration.
 */
export function keepAlive(session: Http2Session, { everyMs, silenceMs }: KeepaliveSettings): void {
  let wait: NodeJS.Timeout | undefined;
  const judge = (moved: number): void => {
    if (!wait || session.destroyed) return;
    const now = traffic(session);
    if (now === moved) session.destroy();
    else wait = expectAnswer(now);
  };
  // An answer may have waited as long as that to be read: timers come before sockets.
  const expectAnswer = (moved: number): NodeJS.Timeout =>
    setTimeout(() => setImmediate(judge, moved), silenceMs).unref();

  const timer = setInterval(() => {
    if (wait || session.destroyed) return;
    wait = expectAnswer(traffic(session));
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
