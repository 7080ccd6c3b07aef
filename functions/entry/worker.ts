/**
 * The API as a Worker: the bucket is R2 by a binding, or S3 by `fetch`.
 *
 * Source: https://developers.cloudflare.com/workers/runtime-apis/handlers/ and
 * https://developers.cloudflare.com/r2/buckets/event-notifications/
 */
import type { ExecutionContext, Hono } from 'hono';
import type { Store } from '../../store/index.ts';
import { createR2Store, type R2Bucket } from '../../store/r2.ts';
import { createS3FetchStore } from '../../store/s3-fetch.ts';
import { s3Options } from '../../store/s3/url.ts';
import { createApi } from '../api/api.ts';
import { handleNotices, noticeOf, problemsOf } from '../bucket-events.ts';
import { rolloutStep } from '../rollout-step.ts';
import { apiOptions, required, VARIABLES, type Variables } from './settings.ts';
import { publisherOf, rolloutStepOptions } from './steps.ts';

/** What the Worker is bound to: a bucket of R2, unless the variables name one on S3; and variables. */
export interface Bindings {
  readonly BUCKET?: R2Bucket;
  readonly [variable: string]: string | R2Bucket | undefined;
}

/** A message of a queue that R2 tells of its objects. */
interface QueueMessage {
  readonly body: unknown;
  ack(): void;
  retry(): void;
}

interface QueueBatch {
  readonly messages: readonly QueueMessage[];
}

/** Kept for as long as the isolate lives, which sees one set of bindings. */
let api: Promise<Hono> | undefined;

export default {
  async fetch(request: Request, bindings: Bindings, context: ExecutionContext): Promise<Response> {
    api ??= makeApi(bindings);
    try {
      return await (await api).fetch(request, bindings, context);
    } catch (error) {
      api = undefined;
      // What is missing is for the log of whoever deploys this, not for whoever asked.
      console.error(error);
      return new Response('the API is not set up; its log says why', { status: 503 });
    }
  },

  /** Publishes what the bucket has new, as R2 tells by a queue. What fails is given again, and nothing else. */
  async queue({ messages }: QueueBatch, bindings: Bindings): Promise<void> {
    const publish = await publisherOf(variablesOf(bindings), storeOf(bindings));
    const notices = messages.map(({ body }) => noticeOf(body));
    const handled = await handleNotices(notices, publish);
    console.log(JSON.stringify({ published: handled.results }));
    for (const problem of problemsOf(handled)) console.error(problem);
    const failed = new Set(handled.failed);
    messages.forEach((message, at) => {
      const notice = notices[at];
      if (notice && failed.has(notice)) message.retry();
      else message.ack();
    });
  },

  /** Takes the steps of rollouts that are due. */
  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    const result = await rolloutStep(await rolloutStepOptions(variablesOf(bindings), storeOf(bindings)));
    console.log(JSON.stringify({ rollouts: result }));
  },
};

const makeApi = async (bindings: Bindings): Promise<Hono> =>
  createApi({
    ...(await apiOptions(variablesOf(bindings), storeOf(bindings), {})),
    // Cloudflare sets it, whatever a client has sent.
    addressOf: ({ req }) => req.header('cf-connecting-ip'),
  });

function storeOf(bindings: Bindings): Store {
  const variables = variablesOf(bindings);
  const { BUCKET } = bindings;
  if (BUCKET) return createR2Store(BUCKET, { name: 'BUCKET' });
  const sessionToken = variables['AWS_SESSION_TOKEN'];
  return createS3FetchStore({
    ...s3Options(required(variables, VARIABLES.store)),
    credentials: {
      accessKeyId: required(variables, 'AWS_ACCESS_KEY_ID'),
      secretAccessKey: required(variables, 'AWS_SECRET_ACCESS_KEY'),
      ...(sessionToken !== undefined && { sessionToken }),
    },
  });
}

const variablesOf = (bindings: Bindings): Variables =>
  Object.fromEntries(
    Object.entries(bindings).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
