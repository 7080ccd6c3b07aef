/** When to retry, as Envoy's `retry_on` says it: a list of words in one text. */
import type { Retry } from '../2-validate/generated/types.ts';

type Condition = Retry['on'][number];

const CONDITIONS: readonly Condition[] = [
  '5xx',
  'gateway-error',
  'reset',
  'reset-before-request',
  'connect-failure',
  'envoy-ratelimited',
  'retriable-4xx',
  'refused-stream',
  'cancelled',
  'deadline-exceeded',
  'internal',
  'resource-exhausted',
  'unavailable',
];

/** The words that are conditions of ours too, each once, and the others. */
export function readRetryOn(text: string): { readonly on: readonly Condition[]; readonly unknown: readonly string[] } {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return {
    on: CONDITIONS.filter((condition) => words.includes(condition)),
    unknown: words.filter((word) => !CONDITIONS.some((condition) => condition === word)),
  };
}
