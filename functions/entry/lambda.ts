/**
 * The API on AWS Lambda: behind a function URL or an HTTP API, and what the bucket's events and a schedule call.
 *
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html and
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
import { Hono } from 'hono';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { openStore, prometheusQuery, readVerifyKeys, type Store } from '../../store/index.ts';
import { createApi } from '../api/api.ts';
import type { IamCaller } from '../identity/aws-iam.ts';
import { publishStep, workspacesOf, type PublishStepResult } from '../publish-step.ts';
import { rolloutStep, type RolloutStepResult } from '../rollout-step.ts';
import { apiOptions, notifierOf, required, signKeysOf, VARIABLES } from './settings.ts';

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
  const options = await apiOptions(variables, await store(), { iamCallerOf: (request) => callers.get(request) });
  const api = createApi({ ...options, background: (work) => void begun.push(work) });
  const app = new Hono<{ Bindings: { readonly event: LambdaEvent } }>();
  app.all('*', ({ req, env }) => {
    const caller = callerOf(env.event);
    if (caller) callers.set(req.raw, caller);
    return api.fetch(req.raw);
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

/** Publishes what the bucket has new, as its notifications tell: directly, or through a queue. */
export async function onBucketEvent(event: unknown): Promise<BucketEventResult> {
  const failures: { readonly itemIdentifier: string }[] = [];
  const published: PublishStepResult[] = [];
  for (const { keys, message } of notificationsOf(event)) {
    try {
      published.push(...(await publishKeys(keys)));
    } catch (error) {
      // The queue gives a message again that is named; a direct notification is given again if the function fails.
      if (message === undefined) throw error;
      console.error(error);
      failures.push({ itemIdentifier: message });
    }
  }
  return { published, batchItemFailures: failures };
}

export interface BucketEventResult {
  readonly published: readonly PublishStepResult[];
  /** Messages of the queue that are to be given again. */
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

const publishKeys = async (keys: readonly string[]): Promise<readonly PublishStepResult[]> =>
  publishStep({
    store: await store(),
    workspaces: workspacesOf(keys),
    author: 'enroute',
    signKeys: await signKeysOf(variables),
    ...notifierOf(variables),
    now: Date.now(),
  });

interface Notification {
  readonly keys: readonly string[];
  /** The id of the message that it came in. */
  readonly message: string | undefined;
}

function notificationsOf(event: unknown): readonly Notification[] {
  return list(at(event, 'Records')).map((record) => {
    const body = at(record, 'body');
    const id = at(record, 'messageId');
    // S3 tests a new notification by a message that has no records.
    if (typeof body === 'string') {
      const records = list(at(parse(body), 'Records'));
      return { keys: records.flatMap(keyOf), message: typeof id === 'string' ? id : '' };
    }
    return { keys: keyOf(record), message: undefined };
  });
}

function keyOf(record: unknown): readonly string[] {
  const key = at(at(at(record, 's3'), 'object'), 'key');
  return typeof key === 'string' ? [decodeURIComponent(key.replaceAll('+', ' '))] : [];
}

/** Takes the steps of rollouts that are due; for a schedule, once a minute say. */
export async function onSchedule(): Promise<RolloutStepResult> {
  const metricsUrl = variables[VARIABLES.metricsUrl];
  const verifyKeys = variables[VARIABLES.verifyKeys];
  return rolloutStep({
    store: await store(),
    ...notifierOf(variables),
    ...(metricsUrl !== undefined && { query: prometheusQuery({ url: metricsUrl }) }),
    ...(verifyKeys !== undefined && { verifyKeys: await readVerifyKeys(verifyKeys) }),
  });
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not from S3: then there is nothing in it for us.
  }
}
