/** Asks a Prometheus, or what answers like one. */

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
 * A function that gives the number that a query results in; `null` if there is no answer in time, an error, or not exactly
 * one number.
 *
 * A result is a scalar, or a vector of one sample. Source: https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
 */
export const prometheusQuery =
  ({ url, headers, timeoutMs = TIMEOUT_MS }: PrometheusOptions) =>
  async (promql: string): Promise<number | null> => {
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/api/v1/query`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ query: promql }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = response.ok ? await readText(response) : undefined;
      return text === undefined ? null : numberIn(JSON.parse(text));
    } catch {
      return null; // Whatever the reason is, there is no answer; the rollout waits, and says so.
    }
  };

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

function numberIn(answer: unknown): number | null {
  const data = field(answer, 'data');
  const result = field(data, 'result');
  if (!Array.isArray(result)) return null;
  const type = field(data, 'resultType');
  if (type === 'scalar') return sample(result);
  return type === 'vector' && result.length === 1 ? sample(field(result[0], 'value')) : null;
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
