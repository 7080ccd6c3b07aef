/** gRPC's own xDS clients: no proxy, the application is configured by the relay. */
import { fileURLToPath } from 'node:url';
import { startProcess } from '../../cli/local/process.ts';
import { goProgram } from './go-program.ts';

export type CallOutcome = { readonly greeting: string } | { readonly code: string; readonly message: string };

export interface GrpcXdsClient {
  /** Calls the greeter once. */
  readonly call: () => Promise<CallOutcome>;
  readonly stop: () => Promise<void>;
}

export interface GrpcXdsOptions {
  /** For example `xds:///greeter.example`. */
  readonly target: string;
  /** Address and port. */
  readonly relay: string;
  readonly node: { readonly id: string; readonly cluster: string };
}

/** A client in Node, in a process of its own. */
export const startNodeClient = (options: GrpcXdsOptions): Promise<GrpcXdsClient> =>
  startClient(process.execPath, ['--import', 'tsx', SCRIPT, options.target], options);

/** A client of grpc-go. */
export const startGoClient = async (options: GrpcXdsOptions): Promise<GrpcXdsClient> =>
  startClient(await goProgram('grpc-go-client'), [options.target], options);

const SCRIPT = fileURLToPath(new URL('grpc-xds-client/run.ts', import.meta.url));

/** @param command A program that says where it serves HTTP, and calls once with each request. */
async function startClient(
  command: string,
  args: readonly string[],
  { relay, node }: GrpcXdsOptions,
): Promise<GrpcXdsClient> {
  const lines: string[] = [];
  const { stop } = await startProcess({
    command,
    args,
    env: { ...process.env, GRPC_XDS_BOOTSTRAP_CONFIG: JSON.stringify(bootstrap(relay, node)) },
    ready: (line) => portIn(line) !== undefined && lines.push(line) > 0,
  });
  const port = portIn(lines[0] ?? '');
  const call = async (): Promise<CallOutcome> => JSON.parse(await (await fetch(`http://127.0.0.1:${port}/`)).text());
  return { call, stop };
}

const portIn = (line: string): string | undefined => /^serving on .*"port":(\d+)/.exec(line)?.[1];

const bootstrap = (relay: string, node: GrpcXdsOptions['node']) => ({
  xds_servers: [{ server_uri: relay, channel_creds: [{ type: 'insecure' }], server_features: ['xds_v3'] }],
  node: { ...node, locality: {} },
});
