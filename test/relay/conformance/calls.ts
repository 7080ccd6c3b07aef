/** Requests to several ports without end, each on a connection of its own. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';

export interface CallsOptions {
  /** On 127.0.0.1. */
  readonly ports: readonly number[];
  readonly tls: boolean;
  /** The body of a good answer. */
  readonly message: string;
}

export interface Calls {
  /** Resolves when each port has been called so many times more. */
  rounds(count: number): Promise<void>;
  /** The same, and fails if one of these calls does. */
  expectNoFailure(rounds: number): Promise<void>;
  /** What has failed since the beginning, as `port: reason`. */
  stop(): Promise<readonly string[]>;
}

/** Calls each port, one request after the other. */
export function startCalls({ ports, tls, message }: CallsOptions): Calls {
  const failures: string[] = [];
  const counts = ports.map(() => 0);
  const waiters = new Set<() => void>();
  let isStopped = false;
  const callers = ports.map(async (port, index) => {
    while (!isStopped) {
      const failure = await call(port, tls, message);
      if (failure !== undefined) failures.push(`${port}: ${failure}`);
      counts[index] = (counts[index] ?? 0) + 1;
      for (const waiter of waiters) waiter();
    }
  });
  const rounds = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const goals = counts.map((done) => done + count);
      const look = (): void => {
        if (counts.some((done, index) => done < (goals[index] ?? 0))) return;
        waiters.delete(look);
        resolve();
      };
      waiters.add(look);
      look();
    });
  return {
    rounds,
    async expectNoFailure(count) {
      const before = failures.length;
      await rounds(count);
      expect(failures.slice(before)).toEqual([]);
    },
    async stop() {
      isStopped = true;
      await Promise.all(callers);
      return failures;
    },
  };
}

/** What went wrong, if anything. */
function call(port: number, tls: boolean, message: string): Promise<string | undefined> {
  const options = { host: '127.0.0.1', port, agent: false, timeout: 10_000, rejectUnauthorized: false } as const;
  return new Promise((resolve) => {
    const sent = tls ? requestHttps(options) : requestHttp(options);
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', (error) => resolve(error.message));
    sent.on('response', async (response) => {
      const body = await text(response).catch(String);
      resolve(response.statusCode === 200 && body === message ? undefined : `${response.statusCode}: ${body}`);
    });
    sent.end();
  });
}
