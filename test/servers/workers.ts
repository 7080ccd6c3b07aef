/** A real Workers runtime (workerd), run by its official emulator. */
import { pathToFileURL } from 'node:url';
import type { R2Bucket } from '../../store/r2.ts';
import { COMPATIBILITY_DATE, miniflareModule } from './wrangler.ts';

export interface WorkerOptions {
  /** Its modules, of which the first is the Worker; others are found by the paths that they are imported by. */
  readonly modules: readonly WorkerModule[];
  /** Names of bindings, each of an empty bucket. */
  readonly r2Buckets?: readonly string[];
  /** Variables and secrets. */
  readonly bindings?: Readonly<Record<string, string>>;
  /** A queue of which the Worker is the consumer. */
  readonly queue?: string;
  /** A folder whose files the platform serves itself, each at its name without `.html`. */
  readonly assets?: string;
}

export interface WorkerModule {
  /** Such as `index.mjs`. */
  readonly path: string;
  readonly contents: string;
}

export interface RunningWorker {
  /** Such as `http://127.0.0.1:34567`. */
  readonly url: string;
  readonly bucket: (binding: string) => Promise<R2Bucket>;
  /** Puts a message into the queue, from where it comes to the Worker as the platform brings it. */
  readonly send: (message: unknown) => Promise<void>;
  /** Gives the Worker one batch of messages, and returns the positions of those that it wants again. */
  readonly deliver: (messages: readonly unknown[]) => Promise<readonly number[]>;
  /** Calls it as a schedule does; says whether it succeeded. */
  readonly schedule: () => Promise<boolean>;
  /** What it has written to its log. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** What is used of the package; it comes from the cache, so that nobody installs it who does not run the tests. */
interface Miniflare {
  readonly ready: Promise<URL>;
  getR2Bucket(binding: string): Promise<R2Bucket>;
  getQueueProducer(binding: string): Promise<{ send(message: unknown): Promise<unknown> }>;
  getWorker(): Promise<WorkerHandlers>;
  dispose(): Promise<void>;
}

interface WorkerHandlers {
  queue(
    name: string,
    messages: readonly {
      readonly id: string;
      readonly timestamp: Date;
      readonly attempts: number;
      readonly body: unknown;
    }[],
  ): Promise<{ readonly outcome: string; readonly retryMessages: readonly { readonly msgId: string }[] }>;
  scheduled(options: { readonly cron: string }): Promise<{ readonly outcome: string }>;
}

export async function startWorker({
  modules,
  r2Buckets = [],
  bindings = {},
  queue = 'events',
  assets,
}: WorkerOptions): Promise<RunningWorker> {
  const { Miniflare } = await loadMiniflare();
  const lines: string[] = [];
  const worker = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    modules: modules.map((module) => ({ type: 'ESModule', ...module })),
    compatibilityDate: COMPATIBILITY_DATE,
    r2Buckets: [...r2Buckets],
    bindings: { ...bindings },
    handleStructuredLogs: ({ message }: { readonly message: string }) => void lines.push(message),
    queueProducers: { QUEUE: queue },
    queueConsumers: { [queue]: { maxBatchTimeout: 0 } },
    ...(assets !== undefined && { assets: { directory: assets, routerConfig: { has_user_worker: true } } }),
  });
  const url = (await worker.ready).origin;
  return {
    url,
    bucket: (binding) => worker.getR2Bucket(binding),
    send: async (message) => void (await (await worker.getQueueProducer('QUEUE')).send(message)),
    async deliver(bodies) {
      const messages = bodies.map((body, at) => ({ id: String(at), timestamp: new Date(), attempts: 1, body }));
      const { outcome, retryMessages } = await (await worker.getWorker()).queue(queue, messages);
      if (outcome !== 'ok') throw new Error(`the Worker has not taken the messages: ${outcome}`);
      return retryMessages.map(({ msgId }) => Number(msgId));
    },
    schedule: async () => (await (await worker.getWorker()).scheduled({ cron: '* * * * *' })).outcome === 'ok',
    output: () => lines.join('\n'),
    stop: () => worker.dispose(),
  };
}

async function loadMiniflare(): Promise<{ readonly Miniflare: new (options: object) => Miniflare }> {
  return import(pathToFileURL(await miniflareModule()).href);
}
