/** Load by `wrk`, which takes less of a core than what it measures. Source: https://github.com/wg/wrk */
import { runToEnd } from '../script.ts';

export interface Load {
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly seconds: number;
}

/**
 * Sends requests for a while, one after the other on each of 32 connections.
 *
 * @throws Error when wrk is not installed, or any answer was not a success
 */
export async function requestsPerSecond({ port, host, path, seconds }: Load): Promise<number> {
  const url = `http://127.0.0.1:${port}${path}`;
  const args = ['--threads', '1', '--connections', '32', '--duration', `${seconds}s`, '--header', `Host: ${host}`, url];
  const lines = await runToEnd('wrk', args, (seconds + 30) * 1000).catch((error: unknown) => {
    throw isMissing(error)
      ? new Error('there is no "wrk" here; on Debian: apt-get install wrk', { cause: error })
      : error;
  });
  return rateOf(lines);
}

/** What wrk's report says. */
export function rateOf(lines: readonly string[]): number {
  const failed = lines.find((line) => /Non-2xx|Socket errors/.test(line));
  if (failed !== undefined) throw new Error(`wrk had answers that were no success: ${failed.trim()}`);
  const rate = lines.map((line) => /^Requests\/sec:\s*([\d.]+)/.exec(line)?.[1]).find((found) => found !== undefined);
  if (rate === undefined) throw new Error(`wrk has reported no rate:\n${lines.join('\n')}`);
  return Number(rate);
}

const isMissing = (error: unknown): boolean => error instanceof Error && error.message.includes('ENOENT');
