/** What the figures were measured on: without it they mean nothing. */
import { cpus, loadavg, totalmem, type, release } from 'node:os';
import { COMPILER_VERSION, ENVOY_VERSION } from '../compiler/version.ts';
import { number } from './table.ts';

/** Lines of a Markdown list. */
export function describeMachine(): string {
  const [cpu] = cpus();
  return [
    `- ${cpu?.model.trim() ?? 'an unknown processor'}, ${cpus().length} cores, ${number(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `- Node ${process.versions.node}, Enroute ${COMPILER_VERSION}, Envoy API ${ENVOY_VERSION}`,
  ].join('\n');
}

/** How busy the machine is with everything that runs on it; above the number of cores, wall times say little. */
export const describeLoad = (): string => `load average ${number(loadavg()[0] ?? 0)}`;
