/**
 * What the SDK throws, as the contract of stores tells it. Only an error's name, HTTP status and request id go into the
 * message, and nothing becomes its cause: the SDK's errors carry key ids and signed strings.
 */
import { StoreError } from '../store.ts';

/** The HTTP status of the answer; nothing if there was none. */
export const statusOf = (error: unknown): number | undefined => {
  const status = metadataOf(error)['httpStatusCode'];
  return typeof status === 'number' ? status : undefined;
};

/** How often the request was sent. */
export const attemptsOf = (error: unknown): number => {
  const attempts = metadataOf(error)['attempts'];
  return typeof attempts === 'number' ? attempts : 1;
};

/** The error's name, which for an answer is S3's error code: `NoSuchKey`, `SlowDown`. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** @param doing What was tried, for example `s3://bucket: get "a"`. */
export function toStoreError(doing: string, error: unknown): StoreError {
  const { reason, retryable } = explain(error);
  return new StoreError(`${doing}: ${reason} (${details(error)})`, { retryable });
}

interface Explanation {
  readonly reason: string;
  readonly retryable: boolean;
}

function explain(error: unknown): Explanation {
  const status = statusOf(error);
  const name = nameOf(error);
  if (name === 'CredentialsProviderError') return { reason: 'no AWS credentials were found', retryable: false };
  if (name === 'NoSuchBucket') return { reason: 'there is no such bucket', retryable: false };
  if (status === undefined) return explainSilence(error);
  if (status === 401 || status === 403) return { reason: 'the bucket refuses us', retryable: false };
  if (status === 301 || status === 307) return { reason: 'the bucket is in another region', retryable: false };
  if (status === 429 || status >= 500) return { reason: 'the bucket cannot answer now', retryable: true };
  return { reason: 'the bucket does not understand us', retryable: status === 408 || status === 409 };
}

/** There was no answer: the network, or our own configuration. */
function explainSilence(error: unknown): Explanation {
  if (error instanceof Error && error.message === 'Region is missing') {
    return { reason: 'no AWS region is set', retryable: false };
  }
  return { reason: 'the bucket cannot be reached', retryable: true };
}

function details(error: unknown): string {
  const status = statusOf(error);
  const request = metadataOf(error)['requestId'];
  return [
    codeOf(error) ?? nameOf(error),
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(typeof request === 'string' ? [`request ${request}`] : []),
  ].join(', ');
}

/** A system error's code, for example `ECONNREFUSED`. */
const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const metadataOf = (error: unknown): Readonly<Record<string, unknown>> =>
  error instanceof Error && '$metadata' in error && isObject(error.$metadata) ? error.$metadata : {};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
