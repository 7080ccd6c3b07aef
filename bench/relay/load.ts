/** The load client and the peer: programs in Go, built once. */
import { join } from 'node:path';
import { cacheFolder } from '../../cli/local/cache-folder.ts';
import { runToEnd } from '../script.ts';
import { NODE_CLUSTER } from './resources.ts';
import type { ServerUnderLoad } from './servers.ts';

export interface Programs {
  readonly server: string;
  readonly load: string;
}

/** Builds both; Go's own cache makes the second time quick. */
export async function buildPrograms(): Promise<Programs> {
  const folder = join(await cacheFolder(), 'bench');
  const module = join(import.meta.dirname, '../peer');
  const build = async (name: 'server' | 'load'): Promise<string> => {
    const binary = join(folder, `peer-${name}`);
    await runToEnd('go', ['build', '-C', module, '-o', binary, `./cmd/${name}`], 10 * 60_000);
    return binary;
  };
  return { server: await build('server'), load: await build('load') };
}

export type Variant = 'sotw' | 'delta';

export interface Load {
  readonly streams: number;
  readonly variant: Variant;
  readonly rounds: number;
  /** Refuse everything about endpoints for so many seconds, instead of accepting it. */
  readonly rejectsFor?: number;
  /** All lose their server, and connect to another with what they have. */
  readonly restarts?: true;
  /** Envoys beside the others that read nothing, or slowly. */
  readonly stalled?: number;
  readonly slow?: number;
  /** Envoys that come once the others are there, get everything and go. */
  readonly churn?: number;
}

/** Milliseconds. */
export interface Times {
  readonly P50: number;
  readonly P99: number;
  readonly Max: number;
}

/** The report of the load client; memory in megabytes, CPU time in seconds. */
export interface LoadReport {
  readonly Full: {
    readonly Times: Times;
    readonly CPU: number;
    readonly RSSBefore: number;
    readonly RSS: number;
    readonly Peak: number;
    readonly BytesPerStream: number;
    readonly ResourcesPerStream: number;
    readonly ClientCPU: number;
  };
  readonly Change?: {
    readonly Times: Times;
    readonly CPU: number;
    readonly RSS: number;
    readonly Peak: number;
    readonly BytesPerStream: number;
    readonly BadRounds: number;
  };
  readonly Storm?: {
    readonly Times: Times;
    readonly CPU: number;
    readonly RSS: number;
    readonly Peak: number;
    readonly BytesPerStream: number;
  };
  /** Memory after each thousand. */
  readonly Churn?: { readonly Seconds: number; readonly CPU: number; readonly RSS: readonly number[] };
  readonly Rejecting?: { readonly Responses: number; readonly CPU: number; readonly Megabytes: number };
}

const PHASE_LIMIT_MS = 10 * 60_000;

export async function putUnderLoad(client: string, server: ServerUnderLoad, load: Load): Promise<LoadReport> {
  const { streams, variant, rounds, rejectsFor = 0, restarts, stalled = 0, slow = 0, churn = 0 } = load;
  const args = [
    ...['-address', server.address, '-pid', String(server.pid), '-trigger', server.trigger, '-cluster', NODE_CLUSTER],
    ...['-streams', String(streams), '-variant', variant, '-rounds', String(rounds)],
    ...['-limit', `${PHASE_LIMIT_MS}ms`, '-reject', `${rejectsFor}s`, '-restart', restarts ? server.restart : ''],
    ...['-stalled', String(stalled), '-slow', String(slow), '-churn', String(churn), '-pause', server.pause],
  ];
  const lines = await runToEnd(client, args, (rounds + 3) * PHASE_LIMIT_MS);
  return JSON.parse(lines.at(-1) ?? '') as LoadReport;
}
