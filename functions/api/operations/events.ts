/**
 * What happens, as it happens.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { readHead, readRevision, readRollout, StoreError, walkCommits } from '../../../store/index.ts';
import { happenings, look, type Happening, type Look } from '../changes.ts';
import { MEDIA } from '../media.ts';
import type { Call, Operation } from '../operation.ts';
import { commitJson } from '../present.ts';

const watchEvents: Operation = {
  id: 'watchEvents',
  method: 'get',
  path: '/v1/events',
  tag: 'Events',
  summary: 'Follow what happens, by server-sent events',
  description:
    'Events are `commit`, `publication` and `rollout` with the thing itself, and `nodes` with the gateway whose nodes have changed. ' +
    'A `commit` has its digest as `id`: whoever comes back with it as `Last-Event-ID` misses none.',
  parameters: [
    {
      name: 'seconds',
      in: 'query',
      description: 'After how long the answer ends; a client then asks again.',
      schema: { type: 'integer', minimum: 1, maximum: 3_600, default: 600 },
    },
    {
      name: 'Last-Event-ID',
      in: 'header',
      description: 'The last commit that was seen.',
      schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    },
  ],
  answers: { 200: { description: 'Events.', content: { [MEDIA.events]: { type: 'string' } } } },
  needs: 'read',
  handle(call) {
    const encoder = new TextEncoder();
    const ended = new AbortController();
    call.request.signal.addEventListener('abort', () => ended.abort(), { once: true });
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        const write = (text: string): void => controller.enqueue(encoder.encode(text));
        try {
          await follow(call, write, ended.signal);
          if (!ended.signal.aborted) controller.close();
        } catch (error) {
          if (!ended.signal.aborted) controller.error(error);
        }
      },
      cancel: () => ended.abort(),
    });
    return new Response(body, { headers: { 'content-type': MEDIA.events } });
  },
};

/** How often the bucket is looked at, in milliseconds. */
const POLL_MS = 1_000;
/** After how many looks without an event something is sent all the same, so that proxies keep the connection. */
const QUIET_LOOKS = 15;

async function follow(call: Call, write: (text: string) => void, signal: AbortSignal): Promise<void> {
  const { store, workspace, now } = call.services;
  const end = now() + (call.arguments.number('seconds') ?? 600) * 1_000;
  const seen = call.arguments.text('Last-Event-ID');
  let before: Look = { ...(await look(store, workspace.name)), ...(seen !== undefined && { commit: seen }) };
  write(': follows\n\n');
  for (let quiet = 0; !signal.aborted && now() < end;) {
    const after = await lookAgain(call, before);
    const events = (await Promise.all(happenings(before, after).map((one) => eventsOf(call, one)))).flat();
    for (const event of events) write(event);
    quiet = events.length > 0 ? 0 : quiet + 1;
    if (quiet % QUIET_LOOKS === QUIET_LOOKS - 1) write(': nothing new\n\n');
    before = after;
    await pause(POLL_MS, signal);
  }
}

/** A bucket that is out of reach for a moment has nothing new. */
async function lookAgain({ services }: Call, before: Look): Promise<Look> {
  try {
    return await look(services.store, services.workspace.name);
  } catch (error) {
    if (error instanceof StoreError && error.retryable) return before;
    throw error;
  }
}

async function eventsOf(call: Call, happening: Happening): Promise<readonly string[]> {
  const { store } = call.services;
  if (happening.kind === 'commits') return commitEvents(call, happening.to, happening.after);
  const { kind, gateway } = happening;
  const permission = { action: 'read', namespace: gateway.split('/')[0] ?? '', gateways: [gateway] } as const;
  if (!(await call.services.authorizer.decide(call.principal, permission)).allowed) return [];
  if (kind === 'nodes') return [event('nodes', { gateway })];
  if (kind === 'rollout') {
    const held = await readRollout(store, gateway);
    return held ? [event('rollout', held.state)] : [];
  }
  const head = await readHead(store, gateway);
  const revision = head && (await readRevision(store, head.pointer.revision));
  return revision ? [event('publication', revision)] : [];
}

/** More than anybody wants to hear of at once; who missed more looks at the history. */
const MOST_COMMITS = 100;

/** The oldest first. */
async function commitEvents({ services }: Call, to: string, after: string | undefined): Promise<readonly string[]> {
  const events: string[] = [];
  for await (const commit of walkCommits(services.workspace, to)) {
    if (commit.digest === after || events.length === MOST_COMMITS) break;
    events.unshift(event('commit', commitJson(commit), commit.digest));
    if (after === undefined) break;
  }
  return events;
}

const event = (name: string, data: object, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

export const EVENT_OPERATIONS: readonly Operation[] = [watchEvents];
