/**
 * What buckets tell of their objects, in the shapes in which a function gets it: S3's own, EventBridge's and R2's, alone or
 * as messages of a queue.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html and
 * https://developers.cloudflare.com/r2/buckets/event-notifications/
 */
import { workspaceOfHead } from '../store/keys.ts';
import type { PublishStepResult } from './publish-step.ts';

/** One notification, or one message of a queue. */
export type Notice =
  | {
      /** What the queue knows the message by; absent: it did not come by a queue. */
      readonly message?: string;
      /** Those whose head has changed, and maybe nothing else of which something is new. */
      readonly workspaces: readonly string[];
    }
  | { readonly message?: string; readonly problem: string };

/** What Lambda calls a function with: one event of EventBridge, or the records of S3 or SQS. */
export function noticesOfEvent(event: unknown): readonly Notice[] {
  const records = listIn(event, 'Records');
  if (!records?.some((record) => isQueued(record))) return [noticeOf(event)];
  return records.map((record) => {
    const [body, message] = [fieldOf(record, 'body'), fieldOf(record, 'messageId')];
    const id = typeof message === 'string' ? { message } : {};
    return { ...noticeOf(typeof body === 'string' ? parse(body) : body), ...id };
  });
}

/** One notification, whoever has sent it. */
export function noticeOf(notification: unknown): Notice {
  const keys = keysIn(notification);
  if (keys) return { workspaces: keys.flatMap((key) => workspaceOfHead(withoutPrefix(key)) ?? []) };
  const fields = typeof notification === 'object' && notification ? Object.keys(notification) : [];
  const has =
    fields.length > 0
      ? `it has ${fields
          .slice(0, 8)
          .map((name) => JSON.stringify(name))
          .join(', ')}`
      : 'it has no fields';
  return { problem: `this is no notification of S3, EventBridge or R2: ${has}` };
}

export interface Handled {
  readonly results: readonly PublishStepResult[];
  /** Those of the notices that are to be given again. */
  readonly failed: readonly Notice[];
}

/** Publishes each workspace once, however many notices tell of it. */
export async function handleNotices(
  notices: readonly Notice[],
  publish: (workspaces: readonly string[]) => Promise<readonly PublishStepResult[]>,
): Promise<Handled> {
  const workspaces = new Set(notices.flatMap((notice) => ('workspaces' in notice ? notice.workspaces : [])));
  const results = workspaces.size > 0 ? await publish([...workspaces]) : [];
  const bad = new Set(results.filter(({ status }) => status === 'failed').map(({ workspace }) => workspace));
  const failed = notices.filter((notice) => 'problem' in notice || notice.workspaces.some((name) => bad.has(name)));
  return { results, failed };
}

/** A line for each thing that went wrong. */
export const problemsOf = ({ results, failed }: Handled): readonly string[] => [
  ...failed.flatMap((notice) => ('problem' in notice ? notice.problem : [])),
  ...results.flatMap(({ workspace, message }) => (message === undefined ? [] : `workspace ${workspace}: ${message}`)),
];

/** Nothing, if it is no notification. */
function keysIn(notification: unknown): readonly string[] | undefined {
  // S3 tests by it whether a new notification arrives.
  if (fieldOf(notification, 'Event') === 's3:TestEvent') return [];
  const records = listIn(notification, 'Records');
  if (records) return every(records.map((record) => decoded(keyIn(fieldOf(record, 's3')))));
  const key = keyIn(fieldOf(notification, 'source') === 'aws.s3' ? fieldOf(notification, 'detail') : notification);
  return key === undefined ? undefined : [key];
}

const keyIn = (holder: unknown): string | undefined => {
  const key = fieldOf(fieldOf(holder, 'object'), 'key');
  return typeof key === 'string' ? key : undefined;
};

/** S3 writes keys as a form would; EventBridge and R2 do not. */
function decoded(key: string | undefined): string | undefined {
  try {
    return key === undefined ? undefined : decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return undefined; // Then S3 has not written it.
  }
}

/** The bucket may have a prefix before all keys; a head's own key has three parts. */
const withoutPrefix = (key: string): string => key.split('/').slice(-3).join('/');

const isQueued = (record: unknown): boolean => fieldOf(record, 'eventSource') === 'aws:sqs';

const every = <T>(items: readonly (T | undefined)[]): readonly T[] | undefined => {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

function listIn(value: unknown, name: string): readonly unknown[] | undefined {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // What it is instead, nobody needs to know.
  }
}
