/** The API: a table of operations on a workspace in a bucket, as one HTTP application that keeps nothing itself. */
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { openWorkspace, type SignKey, type Store, type VerifyKey } from '../../store/index.ts';
import type { Notifier } from '../notify.ts';
import type { Audit } from './audit.ts';
import { createLocalAuthorizer, type Authorizer } from './authorize.ts';
import { createMetrics } from './metrics.ts';
import type { Background, Operation, Services } from './operation.ts';
import { graphiqlOperation } from './operations/graphiql.ts';
import { OPERATIONS } from './operations/index.ts';
import { Problem, problemResponse } from './problem.ts';
import { createRateLimiter, type RateLimit } from './rate-limit.ts';
import { createRun } from './run.ts';

export interface ApiOptions {
  readonly store: Store;
  /** Default: `default`. */
  readonly workspace?: string;
  /** Default: whoever can reach the API may do all, so that it must only be reached from its own machine. */
  readonly authorizer?: Authorizer;
  /** Sign what is published. */
  readonly signKeys?: readonly SignKey[];
  /** Keys that may have signed what nodes may be put back on, beside `signKeys`, which then sign it too. */
  readonly verifyKeys?: readonly VerifyKey[];
  /** The most that the body of a request may have, in bytes; default 8 MiB. */
  readonly maximumBodySize?: number;
  /** The most documents that the workspace may have; default 100,000. */
  readonly maximumDocuments?: number;
  /** How often one caller may ask this process; default: as often as it likes. */
  readonly rateLimit?: RateLimit;
  /**
   * The network address of whoever sends a request, as the platform has seen it: those of one address who do not prove who
   * they are are counted together. Default: all who do not are.
   */
  readonly addressOf?: (context: Context) => string | undefined;
  /** Origins of web pages that may call, or `*`; default: none. */
  readonly corsOrigins?: readonly string[];
  /** Tells relays of what is published, after the answer; default: they find out by polling. */
  readonly notifier?: Notifier;
  /** Is given work that goes on after an answer; default: what the platform's execution context does with it, if there is one. */
  readonly background?: Background;
  /**
   * `whole`: the platform passes an answer on once it has ended. Then one that tells what happens ends with the first news,
   * and soon in any case. Default: `streamed`.
   */
  readonly answers?: Services['answers'];
  /** Gives the page of GraphiQL, all that it needs in it; default: there is none. */
  readonly graphiql?: () => Promise<string>;
  readonly audit?: Audit;
  /** Is told what went wrong inside; default: `console.error`. */
  readonly onError?: (error: unknown, requestId: string) => void;
  /** Milliseconds since the epoch; default: the platform's clock. */
  readonly now?: () => number;
}

const DEFAULT_BODY_SIZE = 8 * 1024 * 1024;
const DEFAULT_DOCUMENTS = 100_000;

/**
 * Makes the application. Runs unchanged wherever `Request` and `Response` do.
 * @throws RangeError if the workspace's name is none.
 */
export function createApi(options: ApiOptions): Hono {
  const metrics = createMetrics();
  const authorizer = options.authorizer ?? createLocalAuthorizer(options.corsOrigins ?? []);
  const operations = options.graphiql ? [...OPERATIONS, graphiqlOperation(options.graphiql)] : OPERATIONS;
  const services: Services = {
    store: options.store,
    workspace: openWorkspace(options.store, options.workspace ?? 'default'),
    authorizer,
    now: options.now ?? Date.now,
    signKeys: options.signKeys ?? [],
    verifyKeys: options.verifyKeys ?? [],
    answers: options.answers ?? 'streamed',
    limits: {
      bodyBytes: options.maximumBodySize ?? DEFAULT_BODY_SIZE,
      documents: options.maximumDocuments ?? DEFAULT_DOCUMENTS,
    },
    metrics,
    onError: options.onError ?? ((error) => console.error(error)),
    ...(options.audit && { audit: options.audit }),
    ...(options.notifier && { notifier: options.notifier }),
    ...(options.rateLimit && { rateLimiter: createRateLimiter(options.rateLimit) }),
    async describe() {
      const { describeApi } = await import('./openapi.ts');
      return describeApi(operations, authorizer.schemes);
    },
  };
  const run = createRun(services);
  const app = new Hono();
  if (options.corsOrigins) app.use(allowOrigins(options.corsOrigins));
  for (const operation of operations)
    app.on(operation.method.toUpperCase(), honoPath(operation.path), (context) =>
      run(operation, context.req.raw, context.req.param(), {
        background: options.background ?? backgroundOf(context),
        address: options.addressOf?.(context),
      }),
    );
  for (const [path, methods] of methodsByPath(operations))
    app.all(path, () => problemResponse(methodNotAllowed(methods)));
  app.notFound(({ req }) =>
    problemResponse(
      new Problem(404, {
        title: 'There is nothing here.',
        detail: `${req.method} ${req.path}; /docs says what there is`,
      }),
    ),
  );
  return app;
}

/** Where a platform would end what goes on after an answer, it has a context that keeps it going. */
const backgroundOf =
  (context: Context): Background =>
  (work) => {
    if (hasExecutionContext(context)) context.executionCtx.waitUntil(work);
  };

function hasExecutionContext(context: Context): boolean {
  try {
    return context.executionCtx !== undefined;
  } catch {
    return false; // Hono throws where the platform has none, as Node: there, work goes on by itself.
  }
}

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

function methodsByPath(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation['method'][]> {
  const methods = new Map<string, Operation['method'][]>();
  for (const { path, method } of operations)
    methods.set(honoPath(path), [...(methods.get(honoPath(path)) ?? []), method]);
  return methods;
}

function methodNotAllowed(methods: readonly string[]): Problem {
  const allow = methods.map((method) => method.toUpperCase()).join(', ');
  const details = { title: 'The method is none that is understood here.', detail: `what is understood is ${allow}` };
  return new Problem(405, details, { allow });
}

const allowOrigins = (origins: readonly string[]) =>
  cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowHeaders: [
      'authorization',
      'content-type',
      'if-match',
      'if-none-match',
      'idempotency-key',
      'last-event-id',
      'x-api-key',
    ],
    exposeHeaders: ['etag', 'location', 'x-request-id', 'retry-after'],
    maxAge: 600,
  });
