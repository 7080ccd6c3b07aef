/**
 * What happens, as it happens.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { readHead, readRevision, readRollout } from '../../../store/index.ts';
import { happenings, look, type Happening, type Look } from '../changes.ts';
import { MEDIA } from '../media.ts';
import type { Call, Operation } from '../operation.ts';
import { mayReadGateway } from '../permit.ts';
import { ref } from '../schemas.ts';
import { visibleCommit, visiblePublication } from '../visible.ts';
import { commitsBetween, LONGEST, looks } from '../watching.ts';

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
      schema: { type: 'integer', minimum: 1, maximum: LONGEST, default: 600 },
    },
    {
      name: 'Last-Event-ID',
      in: 'header',
      description: 'The last commit that was seen.',
      schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    },
  ],
  answers: { 200: { description: 'Events, each as this says.', content: { [MEDIA.events]: ref('Event') } } },
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

/** After how many looks without an event something is sent all the same, so that proxies keep the connection. */
const QUIET_LOOKS = 15;

async function follow(call: Call, write: (text: string) => void, signal: AbortSignal): Promise<void> {
  const { store, workspace } = call.services;
  const seen = call.arguments.text('Last-Event-ID');
  let before: Look = { ...(await look(store, workspace.name)), ...(seen !== undefined && { commit: seen }) };
  write(': follows\n\n');
  let quiet = 0;
  const seconds = call.arguments.number('seconds');
  for await (const after of looks(call, () => look(store, workspace.name), signal, seconds)) {
    const events = (await Promise.all(happenings(before, after).map((one) => eventsOf(call, one)))).flat();
    for (const event of events) write(event);
    if (events.length > 0 && call.services.answers === 'whole') return;
    quiet = events.length > 0 ? 0 : quiet + 1;
    if (quiet % QUIET_LOOKS === QUIET_LOOKS - 1) write(': nothing new\n\n');
    before = after;
  }
}

async function eventsOf(call: Call, happening: Happening): Promise<readonly string[]> {
  const { store } = call.services;
  if (happening.kind === 'commits') return commitEvents(call, happening.to, happening.after);
  const { kind, gateway } = happening;
  if (!(await mayReadGateway(call, gateway))) return [];
  if (kind === 'nodes') return [event('nodes', { gateway })];
  if (kind === 'rollout') {
    const held = await readRollout(store, gateway);
    return held ? [event('rollout', held.state)] : [];
  }
  const head = await readHead(store, gateway);
  const revision = head && (await readRevision(store, head.pointer.revision));
  return revision ? [event('publication', await visiblePublication(call, revision))] : [];
}

async function commitEvents(call: Call, to: string, after: string | undefined): Promise<readonly string[]> {
  const commits = await commitsBetween(call, after, to);
  return Promise.all(commits.map(async (commit) => event('commit', await visibleCommit(call, commit), commit.digest)));
}

const event = (name: string, data: object, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

export const EVENT_OPERATIONS: readonly Operation[] = [watchEvents];
