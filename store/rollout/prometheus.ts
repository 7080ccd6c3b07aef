/** Asks a Prometheus, or what answers like one. */
import type { MetricAnswer } from './judge.ts';

export interface PrometheusOptions {
  /** Where its API is, for example `http://prometheus:9090`; what stands before `/api/v1`. From whoever runs this, never from a document. */
  readonly url: string;
  /** Sent with each query, for example an authorization. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 5_000;
/** One number needs no more, whatever the labels. */
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * A function that gives the number that a query results in, or why there is none: no answer in time, an error, or not exactly
 * one number.
 *
 * A result is a scalar, or a vector of one sample. Source: https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
 */
export const prometheusQuery =
  ({ url, headers, timeoutMs = TIMEOUT_MS }: PrometheusOptions) =>
  async (promql: string): Promise<MetricAnswer> => {
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/api/v1/query`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ query: promql }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      // Prometheus says why it cannot answer a query, and in what form it says so is its own.
      if (!response.ok && response.status !== 400 && response.status !== 422)
        return { problem: `the Prometheus answers with ${response.status}` };
      return numberIn(await readText(response));
    } catch (error) {
      return { problem: `the Prometheus ${reasonOf(error, timeoutMs)}` };
    }
  };

function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'cannot be asked';
  if (error.name === 'TimeoutError') return `gives no answer within ${timeoutMs / 1000} s`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? `: ${String(cause.code)}` : '';
  return `cannot be reached${code}`;
}

/** The body, unless it is longer than any answer that could be used. */
async function readText({ body }: Response): Promise<string | undefined> {
  if (!body) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

function numberIn(text: string | undefined): MetricAnswer {
  const answer = parseJson(text);
  const error = field(answer, 'error');
  if (typeof error === 'string') return { problem: `the Prometheus says: ${error.slice(0, MAX_ERROR_CHARACTERS)}` };
  const data = field(answer, 'data');
  const result = field(data, 'result');
  if (!Array.isArray(result)) return { problem: 'what answers is no Prometheus' };
  const type = field(data, 'resultType');
  if (type !== 'scalar' && type !== 'vector') return { problem: `the query gives a ${String(type)}, not a number` };
  if (type === 'vector' && result.length !== 1) return { problem: `the query gives ${result.length} series, not one` };
  const value = sample(type === 'scalar' ? result : field(result[0], 'value'));
  return value === null ? { problem: 'the query gives no number' } : { value };
}

const MAX_ERROR_CHARACTERS = 200;

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined; // Told by the caller, as anything else that is no answer.
  }
}

/** A time and a number, the latter as text. NaN is the result of a division by nothing: no answer. */
function sample(pair: unknown): number | null {
  const text: unknown = Array.isArray(pair) ? pair[1] : undefined;
  if (typeof text !== 'string') return null;
  const value = text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : Number(text);
  return Number.isNaN(value) || text.trim() === '' ? null : value;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
