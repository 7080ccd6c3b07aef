/** The whole of Enroute on one machine: bucket, relay, an Envoy for each gateway, and a folder that is followed. */
import type { GatewayName, SourceFile } from '../../compiler/index.ts';
import { createLog, startRelay, type LogLevel, type Relay } from '../../relay/index.ts';
import type { Store } from '../../store/index.ts';
import { address } from '../addresses.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure, failedWith, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { findEnvoy } from '../local/envoy.ts';
import { startDemoUpstream } from '../local/demo-upstream.ts';
import { createDeployment } from './deployment.ts';
import { createEnvoys, type Envoys } from './envoys.ts';
import type { Tell } from './event.ts';
import { followFolder } from './follow-folder.ts';

export interface UpSettings {
  /** The folder that is watched; absolute. */
  readonly folder: string;
  readonly read: () => Promise<readonly SourceFile[]>;
  readonly store: Store;
  readonly author: string;
  readonly losses: 'refuse' | 'allow';
  /** Ports on 127.0.0.1; 0 takes a free one. */
  readonly adsPort: number;
  readonly adminPort: number;
  /** Port of the demo upstream on 127.0.0.1; nothing: there is none. */
  readonly demoPort: number | undefined;
  readonly secretFolders: readonly string[];
  /** The least severe of the relay's log that is told. */
  readonly relayLog: LogLevel;
}

type Closer = () => void | Promise<void>;

/**
 * Runs until the host is interrupted, and then ends everything that it has started.
 *
 * @throws Failure if a part cannot be started, or an Envoy ends by itself.
 */
export async function up(settings: UpSettings, host: Host, tell: Tell): Promise<void> {
  const closers: Closer[] = [];
  const ended = new AbortController();
  const signal = AbortSignal.any([host.interrupted, ended.signal]);
  let failure: Failure | undefined;
  const fail = (reason: Failure): void => {
    failure ??= reason;
    ended.abort();
  };
  try {
    await run(settings, { host, tell, signal, closers, fail });
  } finally {
    if (host.interrupted.aborted) tell({ event: 'progress', message: 'ending what was started' });
    for (const close of closers.toReversed()) await close();
  }
  if (failure) throw failure;
}

interface Context {
  readonly host: Host;
  readonly tell: Tell;
  readonly signal: AbortSignal;
  /** What is to be closed at the end, last first. */
  readonly closers: Closer[];
  readonly fail: (reason: Failure) => void;
}

async function run(settings: UpSettings, context: Context): Promise<void> {
  const { tell, signal, closers } = context;
  const binary = await findBinary(context);
  if (signal.aborted) return;
  const demo = await startDemo(settings.demoPort, closers);
  const relay = await startLocalRelay(settings, context);
  const { store, author, losses, folder, read } = settings;
  tell({
    event: 'started',
    folder,
    bucket: store.location,
    ads: relay.adsAddress,
    admin: relay.adminAddress,
    ...(demo !== undefined && { demo }),
  });
  const envoys = createLocalEnvoys(relay, binary, context);
  const deployment = createDeployment({ store, relay, envoys, author, losses, tell });
  closers.push(deployment.close);
  const failed = (error: unknown): void =>
    tell({ event: 'withheld', reason: { kind: 'failure', message: reasonOf(error) } });
  await followFolder({ folder, read, apply: deployment.apply, failed, signal });
}

async function findBinary({ host, tell }: Context): Promise<string> {
  try {
    const report = (message: string): void => tell({ event: 'progress', message });
    return await findEnvoy({ environment: { ...host.env }, report });
  } catch (error) {
    throw new Failure(reasonOf(error), { exit: EXIT.usage, cause: error });
  }
}

async function startDemo(port: number | undefined, closers: Closer[]): Promise<string | undefined> {
  if (port === undefined) return undefined;
  try {
    const upstream = await startDemoUpstream({ port });
    closers.push(upstream.stop);
    return `${upstream.host}:${upstream.port}`;
  } catch (error) {
    if (!failedWith(error, 'EADDRINUSE')) throw error;
    throw portTaken(`port ${port} for the demo upstream`, port);
  }
}

/** It listens on this machine only, so that it may give its Envoys secrets without certificates between them. */
async function startLocalRelay(settings: UpSettings, { host, closers }: Context): Promise<Relay> {
  const { store, adsPort, adminPort, secretFolders, relayLog } = settings;
  try {
    const relay = await startRelay({
      store,
      listen: `127.0.0.1:${adsPort}`,
      adminListen: `127.0.0.1:${adminPort}`,
      insecureServeSecrets: true,
      secretFolders,
      identifier: 'local',
      closeGraceMs: 0,
      log: createLog({ format: 'text', level: relayLog, write: host.err }),
    });
    closers.push(relay.close);
    return relay;
  } catch (error) {
    throw new Failure(`the relay cannot be started: ${reasonOf(error)}`, {
      exit: EXIT.usage,
      help: `it wants the ports ${adsPort} and ${adminPort}; 0 takes a free one`,
      cause: error,
    });
  }
}

function createLocalEnvoys(relay: Relay, binary: string, { tell, closers, fail }: Context): Envoys {
  const died = (gateway: GatewayName, lastWords: string): void =>
    fail(new Failure(`the Envoy of ${gateway} has ended by itself: ${lastWords}`, { exit: EXIT.unreachable }));
  const envoys = createEnvoys({ relay: address(relay.adsAddress), binary, tell, died });
  closers.push(envoys.stop);
  return envoys;
}

const portTaken = (what: string, port: number): Failure =>
  new Failure(`${what} is taken by another process`, {
    exit: EXIT.usage,
    help: `end the process that has it; lsof -i :${port} names it`,
  });
