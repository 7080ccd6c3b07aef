/**
 * The API on AWS Lambda: behind a function URL or an HTTP API, and what the bucket's events and a schedule call.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html and
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
import { Hono } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { openStore, type Store } from '../../store/index.ts';
import { createApi } from '../api/api.ts';
import { handleNotices, noticesOfEvent, problemsOf } from '../bucket-events.ts';
import type { IamCaller } from '../identity/aws-iam.ts';
import type { PublishStepResult } from '../publish-step.ts';
import { rolloutStep, type RolloutStepResult } from '../rollout-step.ts';
import { readGraphiql } from './graphiql-file.ts';
import { gzipped } from './gzip.ts';
import { apiOptions, flagIn, required, VARIABLES } from './settings.ts';
import { publisherOf, rolloutStepOptions } from './steps.ts';

const variables = process.env;

/** Made when it is first needed, and kept for as long as the function is warm. A failure is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}

const store = once((): Promise<Store> => openStore(required(variables, VARIABLES.store)));

const http = once(async () => {
  const callers = new WeakMap<Request, IamCaller>();
  const addresses = new WeakMap<Request, string>();
  const options = await apiOptions(variables, await store(), { iamCallerOf: (request) => callers.get(request) });
  const api = createApi({
    ...options,
    ...(flagIn(variables, VARIABLES.graphiql) && { graphiql: readGraphiql }),
    answers: 'whole',
    addressOf: ({ req }) => addresses.get(req.raw),
    background: (work) => void begun.push(work),
  });
  const app = new Hono<{ Bindings: { readonly event: LambdaEvent } }>();
  app.all('*', async ({ req, env }) => {
    const caller = callerOf(env.event);
    if (caller) callers.set(req.raw, caller);
    const address = at(at(env.event.requestContext, 'http'), 'sourceIp');
    if (typeof address === 'string') addresses.set(req.raw, address);
    return gzipped(req.raw, await api.fetch(req.raw));
  });
  return handle(app);
});

/** Lambda halts the process as soon as it has an answer, so that what goes on has to end before: a bounded time. */
const begun: Promise<void>[] = [];

/** Answers a request that came by a function URL or an API of API Gateway. */
export const handler = async (
  event: LambdaEvent,
  context?: Parameters<ReturnType<typeof handle>>[1],
): Promise<unknown> => {
  const answer = await (await http())(event, context);
  await Promise.all(begun.splice(0));
  return answer;
};

function callerOf({ requestContext }: LambdaEvent): IamCaller | undefined {
  const iam = at(at(requestContext, 'authorizer'), 'iam');
  const [accountId, userArn, userId] = ['accountId', 'userArn', 'userId'].map((field) => at(iam, field));
  if (typeof accountId !== 'string' || typeof userArn !== 'string' || typeof userId !== 'string') return undefined;
  return { accountId, userArn, userId };
}

/**
 * Publishes what the bucket has new, as its notifications tell: from S3 directly, through a queue of SQS, or by EventBridge.
 * Of a queue it names the messages that are to be given again, so that its mapping has to have `ReportBatchItemFailures`.
 * @throws Error if a notification that no queue has given could not be handled: Lambda then gives it again.
 */
export async function onBucketEvent(event: unknown): Promise<BucketEventResult> {
  const handled = await handleNotices(noticesOfEvent(event), await publisherOf(variables, await store()));
  console.log(JSON.stringify({ published: handled.results }));
  const problems = problemsOf(handled);
  const messages = handled.failed.flatMap(({ message }) => message ?? []);
  if (messages.length < handled.failed.length) throw new Error(problems.join('\n'));
  for (const problem of problems) console.error(problem);
  return { published: handled.results, batchItemFailures: messages.map((itemIdentifier) => ({ itemIdentifier })) };
}

export interface BucketEventResult {
  readonly published: readonly PublishStepResult[];
  /** Messages of the queue that are to be given again. */
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Takes the steps of rollouts that are due; for a schedule, once a minute say. */
export async function onSchedule(): Promise<RolloutStepResult> {
  const result = await rolloutStep(await rolloutStepOptions(variables, await store()));
  console.log(JSON.stringify({ rollouts: result }));
  return result;
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
