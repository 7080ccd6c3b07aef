/** A server in front of another: all that it is asked it passes on, and it tells of that; it can let everybody wait. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { close, listen } from './ports.ts';

export interface WatchedServer {
  /** For example `http://127.0.0.1:40123`. */
  readonly address: string;
  /** What was asked, as `GET /v1/secret`. */
  readonly requests: readonly string[];
  /** The bodies of all answers. */
  readonly answers: readonly string[];
  /** How many requests were under way at once, at most. */
  readonly mostAtOnce: () => number;
  /** For how long a request waits before it is passed on, in milliseconds. */
  readonly delay: (milliseconds: number) => void;
  readonly stop: () => Promise<void>;
}

/** @param port of the other server, on 127.0.0.1, without TLS */
export async function watchServer(port: number): Promise<WatchedServer> {
  const requests: string[] = [];
  const answers: string[] = [];
  let delayMs = 0;
  let running = 0;
  let most = 0;
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method, url, headers } = incoming;
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      text(answer).then(
        (body) => {
          answers.push(body);
          outgoing.end(body);
        },
        () => void outgoing.destroy(),
      );
    });
    passed.on('error', () => void outgoing.destroy());
    incoming.pipe(passed);
  };
  const server = createServer((incoming, outgoing) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    most = Math.max(most, ++running);
    const timer = setTimeout(pass, delayMs, incoming, outgoing);
    void once(outgoing, 'close').then(() => {
      running--;
      clearTimeout(timer);
    });
  });
  const address = `http://127.0.0.1:${await listen(server)}`;
  return {
    address,
    requests,
    answers,
    mostAtOnce: () => most,
    delay: (milliseconds) => void (delayMs = milliseconds),
    stop: async () => {
      const closed = close(server);
      server.closeAllConnections();
      await closed;
    },
  };
}
