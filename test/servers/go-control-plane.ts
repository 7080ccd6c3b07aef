/** What go-control-plane's integration test serves: its own snapshots, printed by a program that is built once. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { goProgram } from './go-program.ts';

/** A resource of a snapshot, encoded. */
export interface SnapshotResource {
  readonly typeUrl: string;
  readonly name: string;
  readonly value: Buffer;
}

export interface SnapshotOptions {
  /** How resources refer to each other. */
  readonly mode: 'ads' | 'delta-ads';
  /** The port of the only endpoint of each cluster. */
  readonly upstreamPort: number;
  /** The port of the first listener; the others, {@link listenersOf} in all, have those after it. */
  readonly basePort: number;
  readonly tls: boolean;
  /** Whether the route configurations of scopes have other names in each snapshot, as go-control-plane has them. */
  readonly scopedRoutes: 'renamed' | 'kept';
}

/** Two with routes, two with scoped routes, two of TCP; in delta two with virtual hosts of their own. */
export const listenersOf = (mode: SnapshotOptions['mode']): number => (mode === 'ads' ? 6 : 8);

/** Places of the listeners with scoped routes. */
export const SCOPED: readonly number[] = [2, 3];

/** Three snapshots, each of which has other clusters and routes than the one before. */
export async function readSnapshots(options: SnapshotOptions): Promise<readonly (readonly SnapshotResource[])[]> {
  const { mode, upstreamPort, basePort, tls, scopedRoutes } = options;
  const numbers = ['-upstream', String(upstreamPort), '-base', String(basePort)];
  const program = await goProgram('go-control-plane');
  const flags = [
    ...(mode === 'delta-ads' ? ['-vhds-http', '2'] : []),
    ...(tls ? ['-tls'] : []),
    ...(scopedRoutes === 'kept' ? ['-keep-scoped-names'] : []),
  ];
  const { stdout } = await promisify(execFile)(program, ['-mode', mode, ...numbers, ...flags]);
  const printed: readonly (readonly PrintedResource[])[] = JSON.parse(stdout);
  return printed.map((snapshot) => snapshot.map((one) => ({ ...one, value: Buffer.from(one.value, 'base64') })));
}

type PrintedResource = Omit<SnapshotResource, 'value'> & { readonly value: string };
