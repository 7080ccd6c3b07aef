/** A whole installation on this machine: documents → compiler → bucket → relay → unmodified Envoy → requests. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readStat } from '../../cli/local/envoy-admin.ts';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { startEnvoy, type RunningEnvoy } from '../../cli/local/run-envoy.ts';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import type { CompiledBundle } from '../../compiler/index.ts';
import type { RelayOptions } from '../../relay/options.ts';
import { createMemoryStore } from '../../store/memory.ts';
import type { Store } from '../../store/store.ts';
import { makeFolder } from '../servers/folder.ts';
import { request, type ClientResponse, type RequestOptions } from '../servers/http-client.ts';
import type { EchoedRequest } from '../servers/upstream-echo.ts';
import { untilAccepted, untilWarm } from './acceptance.ts';
import { createConfigurationCompiler, type Configuration, type Protocol } from './configuration.ts';
import { reservePort } from '../servers/ports.ts';
import { firstOf, publishBundles } from './publish.ts';
import { startRestartableRelay, type RestartableRelay } from './relay-process.ts';
import { writeMutualTls } from './tls-files.ts';

export interface GatewayOptions extends Configuration {
  /** Default: `delta`. */
  readonly protocol?: Protocol;
  /** Default: one in memory. */
  readonly store?: Store;
  /** Files in the relay's folder of secrets, by name. With them, relay and Envoy speak mutual TLS. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly relay?: Pick<RelayOptions, 'cacheFolder' | 'pollIntervalMs' | 'secretProvidersFile' | 'log'>;
  readonly envoyArguments?: readonly string[];
}

export interface GatewayRequest extends Omit<RequestOptions, 'port'> {
  /** Default: `http`. */
  readonly listener?: string;
}

export interface RunningGateway {
  readonly store: Store;
  readonly envoy: RunningEnvoy;
  readonly relay: RestartableRelay;
  readonly portOf: (listener: string) => number;
  readonly request: (options: GatewayRequest) => Promise<ClientResponse>;
  /** Sends a request and returns it as the upstream saw it. */
  readonly echo: (options: GatewayRequest) => Promise<EchoedRequest>;
  /** Compiles and publishes, and returns when Envoy has accepted all of it and nothing warms any more. */
  readonly apply: (configuration: Configuration) => Promise<void>;
  readonly compile: (configuration: Configuration) => Promise<CompiledBundle>;
  /** Compiles and publishes, and returns at once. */
  readonly publish: (configuration: Configuration) => Promise<CompiledBundle>;
  /** Returns when Envoy has accepted all of a bundle and nothing warms any more. */
  readonly accepted: (bundle: Bundle) => Promise<void>;
  /** Writes a file into the relay's folder of secrets. */
  readonly writeSecret: (name: string, text: string) => Promise<void>;
  /** One of Envoy's counters or gauges. */
  readonly stat: (name: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** The id of the Envoy. */
export const NODE = 'envoy-1';

/** @throws Error with diagnostics, Envoy's words or the relay's log, whichever says what is wrong. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const closers: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    return { ...(await start(options, closers)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: GatewayOptions, closers: (() => Promise<void>)[]): Promise<Omit<RunningGateway, 'stop'>> {
  const { protocol = 'delta', store = createMemoryStore(), secrets } = options;
  const folder = await makeFolder();
  closers.push(folder.remove);
  const secretFolder = join(folder.path, 'secrets');
  await mkdir(secretFolder);
  const writeSecret = (name: string, text: string) => writeFile(join(secretFolder, name), text);
  for (const [name, text] of Object.entries(secrets ?? {})) await writeSecret(name, text);
  const tls = secrets && (await writeMutualTls(folder.path));

  const port = await reservePort();
  const compiler = createConfigurationCompiler({ port, protocol, ...(tls && { tls: tls.envoy }) });
  const publish = async (configuration: Configuration) => publishBundles(store, await compiler.compile(configuration));
  const compile = async (configuration: Configuration) => firstOf(await compiler.compile(configuration));
  const first = await publish(options);
  const relayOptions = { store, listen: `127.0.0.1:${port}`, ...tls?.relay, ...options.relay };
  const relay = await startRestartableRelay(relayOptions, secretFolder);
  closers.push(relay.stop);

  const envoy = await startEnvoy({
    binary: await findEnvoy(),
    bootstrap: first.bootstrap,
    nodeId: NODE,
    args: options.envoyArguments ?? [],
  });
  closers.push(envoy.stop);
  const accepted = async (bundle: Bundle): Promise<void> => {
    await untilAccepted(relay, NODE, bundle);
    await untilWarm(envoy.adminPort);
  };
  await accepted(first);

  const send = ({ listener = 'http', ...rest }: GatewayRequest) =>
    request({ port: compiler.portOf(listener), ...rest });
  return {
    store,
    envoy,
    relay,
    portOf: compiler.portOf,
    request: send,
    echo: async (wanted) => toEcho(await send(wanted)),
    apply: async (configuration) => accepted(await publish(configuration)),
    compile,
    publish,
    accepted,
    writeSecret,
    stat: (name) => readStat(envoy.adminPort, name),
  };
}

function toEcho({ status, body, json }: ClientResponse): EchoedRequest {
  if (status !== 200) throw new Error(`instead of an echo came ${status}: ${body}`);
  return json() as EchoedRequest;
}
