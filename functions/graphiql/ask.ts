/**
 * How the page of GraphiQL asks: a query and a mutation have one answer, a subscription one after another.
 *
 * Source: https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md, "distinct connections mode"
 */
import { EventSourceParserStream } from 'eventsource-parser/stream';

export interface Question {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

export type Answer = Readonly<Record<string, unknown>>;

/** Gives what stands in the answer, problems too, so that the page shows why there is no other. */
export const askAt =
  (url: string) =>
  async (
    question: Question,
    { headers = {} }: { readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Answer | AsyncIterableIterator<Answer>> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify(question),
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    return isStream && response.body ? answersIn(response.body) : response.json();
  };

/** By hand and not by a generator, since that could not be ended while it waits. */
function answersIn(body: ReadableStream<BufferSource>): AsyncIterableIterator<Answer> {
  const reader = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader();
  const done = { done: true, value: undefined } as const;
  return {
    async next() {
      for (;;) {
        const read = await reader.read();
        if (read.done || read.value.event === 'complete') return done;
        if (read.value.event === 'next') return { done: false, value: JSON.parse(read.value.data) };
      }
    },
    async return() {
      await reader.cancel();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
