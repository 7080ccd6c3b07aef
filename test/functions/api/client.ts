/** A client of the API that has a bucket to itself. */
import { createApi, type ApiOptions } from '../../../functions/api/api.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import type { Store } from '../../../store/store.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body: JSON as a value, all else as text. */
  readonly body: unknown;
}

export interface Client {
  readonly store: Store;
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
}

/** A body that is a text is YAML. */
export function createClient(options: Partial<ApiOptions> = {}): Client {
  const store = options.store ?? createMemoryStore();
  const api = createApi({ store, onError: (error) => console.error(error), ...options });
  return {
    store,
    async send(method, path, body, headers = {}) {
      const isText = typeof body === 'string';
      const response = await api.request(path, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': isText ? 'application/yaml' : 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}
