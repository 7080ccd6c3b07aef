/** What happens in a workspace, as its API tells it by server-sent events. */
import { setTimeout as sleep } from 'node:timers/promises';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Remote } from './client.ts';
import { isObject, type JsonObject } from './json.ts';

export interface RemoteEvent {
  /** `commit`, `publication`, `rollout`, `nodes`, or `skipped`. */
  readonly name: string;
  readonly data: JsonObject;
}

const PAUSE_MS = 1_000;

/** What is called whenever the API has begun to tell: what happens from then on is told. */
export type OnFollowing = () => void;

export interface FollowOptions {
  readonly signal: AbortSignal;
  readonly onFollowing: OnFollowing;
  /** The id of the last event, or the digest of the last commit, that was seen: what came after it is told. Absent: what happens from now on. */
  readonly last?: string;
}

/**
 * Events, until the signal; an answer that ends is asked for again, from the last event that was seen.
 * @throws Failure if the API cannot be reached, or refuses.
 */
export async function* follow(
  remote: Remote,
  { signal, onFollowing, ...from }: FollowOptions,
): AsyncGenerator<RemoteEvent> {
  let { last } = from;
  while (!signal.aborted) {
    try {
      for await (const { id, event = '', data } of await openEvents({ remote, last, signal, onFollowing })) {
        if (id !== undefined && id !== '') last = id;
        if (event === 'following') continue;
        const value: unknown = JSON.parse(data);
        if (isObject(value)) yield { name: event, data: value };
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Failure || error instanceof SyntaxError) throw error;
      // The connection has been cut, as proxies do; whether the API still is there, the next request tells.
    }
    if (!signal.aborted) await sleep(PAUSE_MS);
  }
}

interface Opening {
  readonly remote: Remote;
  readonly last: string | undefined;
  readonly signal: AbortSignal;
  readonly onFollowing: OnFollowing;
}

async function openEvents({ remote, last, signal, onFollowing }: Opening) {
  const { body } = await remote.open({
    method: 'GET',
    path: '/v1/events',
    signal,
    headers: { accept: 'text/event-stream', ...(last !== undefined && { 'last-event-id': last }) },
  });
  if (!body) throw new Failure(`${remote.name} gives no events`, { exit: EXIT.unreachable });
  // The signal is for the stream, too: the platform forgets that of a request that is answered when it collects garbage, and
  // an API in this process gives a stream that does not end with the request.
  return body
    .pipeThrough(new TextDecoderStream(), { signal })
    .pipeThrough(new EventSourceParserStream({ onComment: onFollowing }));
}
