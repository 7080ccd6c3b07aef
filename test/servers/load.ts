/**
 * Sends a steady stream of requests and records everything that goes wrong, to prove that a change loses no request.
 * The load is open: requests leave on schedule, whether or not earlier ones have been answered.
 */
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { poll } from '../../cli/local/poll.ts';

export interface LoadOptions {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Default: `/`. */
  readonly path?: string;
  /** The header `Host`. Default: `127.0.0.1:<port>`. */
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: 250. */
  readonly requestsPerSecond?: number;
  /** How many connections are kept open at most. Default: 10. */
  readonly connections?: number;
  /** A request that takes longer has failed. Default: 10 seconds. */
  readonly timeoutMs?: number;
}

/** A request that was not answered with status 200 to its end. */
export interface LoadFailure {
  /** Milliseconds since the load began at which the request was sent. */
  readonly sentAtMs: number;
  /** An answer with another status, or no whole answer at all. */
  readonly kind: 'status' | 'broken';
  /** Such as `503: no healthy upstream`, or `ECONNRESET: socket hang up`. */
  readonly message: string;
}

export interface LoadReport {
  readonly sent: number;
  readonly succeeded: number;
  readonly failures: readonly LoadFailure[];
  /** Successful answers by their header `x-upstream`; the empty name stands for its absence. */
  readonly byUpstream: ReadonlyMap<string, number>;
  /** What was really sent on average, to tell a load from a machine that was too busy to make one. */
  readonly requestsPerSecond: number;
  /** The longest time in which no request was sent, in milliseconds. */
  readonly longestPauseMs: number;
}

export interface Load {
  /** What has happened so far; requests under way count as sent only. */
  readonly report: () => LoadReport;
  /** Resolves when so many more requests have been answered or have failed. */
  readonly more: (requests: number) => Promise<void>;
  /** Sends no more, waits for the requests under way, and reports. */
  readonly stop: () => Promise<LoadReport>;
}

export function startLoad(options: LoadOptions): Load {
  const { requestsPerSecond = 250, connections = 10 } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tally = startTally();
  const sendDue = (): void => {
    const due = Math.floor((tally.elapsedMs() / 1000) * requestsPerSecond) - tally.sent();
    for (let index = 0; index < due; index += 1) void send(options, agent, tally);
  };
  const timer = setInterval(sendDue, TICK_MS);
  const untilDone = async (target: () => number): Promise<void> => {
    const what = `that ${target()} requests are done`;
    await poll({ what, timeoutMs: 60_000 }, async () => (tally.done() >= target() ? 'done' : undefined));
  };
  return {
    report: tally.report,
    more: async (requests) => {
      const goal = tally.done() + requests;
      await untilDone(() => goal);
    },
    stop: async () => {
      clearInterval(timer);
      tally.close();
      await untilDone(tally.sent);
      agent.destroy();
      return tally.report();
    },
  };
}

const TICK_MS = 5;

type Outcome = { readonly upstream: string } | Omit<LoadFailure, 'sentAtMs'>;

async function send(options: LoadOptions, agent: Agent, tally: Tally): Promise<void> {
  const sentAtMs = tally.begin();
  const outcome = await exchange(options, agent).catch(toFailure);
  tally.end('upstream' in outcome ? outcome : { ...outcome, sentAtMs });
}

function exchange(options: LoadOptions, agent: Agent): Promise<Outcome> {
  const { port, path = '/', host, headers, timeoutMs = 10_000 } = options;
  return new Promise((resolve, reject) => {
    const sent = request({
      agent,
      host: '127.0.0.1',
      port,
      path,
      headers: { ...(host !== undefined && { host }), ...headers },
      signal: AbortSignal.timeout(timeoutMs),
    });
    sent.on('error', reject);
    sent.on('response', (response) => judge(response).then(resolve, reject));
    sent.end();
  });
}

async function judge(response: IncomingMessage): Promise<Outcome> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  if (response.statusCode === 200) return { upstream: String(response.headers['x-upstream'] ?? '') };
  const beginning = Buffer.concat(chunks).toString('utf8').slice(0, 200);
  return { kind: 'status', message: `${response.statusCode}: ${beginning}` };
}

function toFailure(error: unknown): Outcome {
  if (!(error instanceof Error)) return { kind: 'broken', message: String(error) };
  const code = 'code' in error ? `${String(error.code)}: ` : '';
  return { kind: 'broken', message: `${code}${error.message}` };
}

type Tally = ReturnType<typeof startTally>;

function startTally() {
  const began = performance.now();
  const elapsedMs = (): number => performance.now() - began;
  const failures: LoadFailure[] = [];
  const byUpstream = new Map<string, number>();
  let [sent, succeeded, lastSentMs, longestPauseMs] = [0, 0, 0, 0];
  let closedAtMs: number | undefined;

  const begin = (): number => {
    const now = elapsedMs();
    sent += 1;
    longestPauseMs = Math.max(longestPauseMs, now - lastSentMs);
    lastSentMs = now;
    return now;
  };
  const end = (outcome: { readonly upstream: string } | LoadFailure): void => {
    if (!('upstream' in outcome)) return void failures.push(outcome);
    succeeded += 1;
    byUpstream.set(outcome.upstream, (byUpstream.get(outcome.upstream) ?? 0) + 1);
  };
  const report = (): LoadReport => {
    const seconds = (closedAtMs ?? elapsedMs()) / 1000;
    return {
      sent,
      succeeded,
      failures: [...failures],
      byUpstream: new Map(byUpstream),
      requestsPerSecond: sent / seconds,
      longestPauseMs,
    };
  };
  const close = (): void => {
    closedAtMs ??= elapsedMs();
  };
  return { elapsedMs, begin, end, close, report, sent: () => sent, done: () => succeeded + failures.length };
}
