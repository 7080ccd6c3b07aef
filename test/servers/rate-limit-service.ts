/** The real global rate-limit service, https://github.com/envoyproxy/ratelimit, with the limits that a relay gives it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { poll } from '../../cli/local/poll.ts';
import { startProcess } from '../../cli/local/process.ts';
import { makeFolder } from './folder.ts';
import { installed, run } from './installed.ts';
import { reservePort } from './ports.ts';
import { startRedis } from './redis.ts';

const VERSION = 'v1.4.1-0.20260122083618-3fb702589d36';

export interface RateLimitService {
  /** Of its gRPC service, on 127.0.0.1. */
  readonly port: number;
  /** Returns when it has limits that make this true of their text, as its page `/rlconfig` shows them. */
  readonly configured: (isSo: (text: string) => boolean) => Promise<void>;
  /** Begins all counts anew. */
  readonly clear: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface RateLimitServiceOptions {
  /** Of the relay that gives it its limits, `host:port`. */
  readonly relay: string;
  /** The node id by which the relay knows it. */
  readonly nodeId: string;
  /** Taken, so that documents can name it before it runs. */
  readonly port: number;
}

/** Starts it with a Redis of its own. It serves once the relay has answered. */
export async function startRateLimitService(options: RateLimitServiceOptions): Promise<RateLimitService> {
  const redis = await startRedis();
  const folder = await makeFolder();
  const debugPort = await reservePort();
  const command = join(await installService(), 'service_cmd');
  await mkdir(join(folder.path, 'ratelimit/config'), { recursive: true });
  const service = await startProcess({
    command,
    args: [],
    env: { ...process.env, ...environment(options, redis.port, debugPort, await reservePort(), folder.path) },
  });
  return {
    port: options.port,
    configured: async (isSo) => {
      await poll({ what: 'that the rate-limit service has its limits', timeoutMs: 20_000 }, async () => {
        const response = await fetch(`http://127.0.0.1:${debugPort}/rlconfig`);
        return isSo(await response.text()) ? true : undefined;
      }).catch((cause: unknown) => {
        throw new Error(`${String(cause)}\n${service.recentOutput()}`, { cause });
      });
    },
    clear: redis.clear,
    stop: async () => {
      await service.stop();
      await redis.stop();
      await folder.remove();
    },
  };
}

const installService = (): Promise<string> =>
  installed({
    name: 'ratelimit',
    version: VERSION,
    cost: '35 MB, one or two minutes of building',
    install: (folder) =>
      run('go', ['install', `github.com/envoyproxy/ratelimit/src/service_cmd@${VERSION}`], {
        env: { GOBIN: folder, CGO_ENABLED: '0' },
        cwd: folder,
      }),
  });

const environment = (
  { relay, nodeId, port }: RateLimitServiceOptions,
  redisPort: number,
  debugPort: number,
  httpPort: number,
  runtime: string,
) => ({
  REDIS_SOCKET_TYPE: 'tcp',
  REDIS_URL: `127.0.0.1:${redisPort}`,
  USE_STATSD: 'false',
  DISABLE_STATS: 'true',
  HOST: '127.0.0.1',
  PORT: String(httpPort),
  GRPC_HOST: '127.0.0.1',
  GRPC_PORT: String(port),
  DEBUG_HOST: '127.0.0.1',
  DEBUG_PORT: String(debugPort),
  RUNTIME_ROOT: runtime,
  RUNTIME_SUBDIRECTORY: 'ratelimit',
  CONFIG_TYPE: 'GRPC_XDS_SOTW',
  CONFIG_GRPC_XDS_SERVER_URL: relay,
  CONFIG_GRPC_XDS_NODE_ID: nodeId,
  // It serves before it has limits, and so lets everything pass until then.
  FORCE_START_WITHOUT_INITIAL_CONFIG: 'true',
  LOG_LEVEL: 'warn',
});
