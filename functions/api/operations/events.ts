/**
 * What happens, as it happens.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { readRollout } from '../../../store/index.ts';
import { happenings, withHappening, type Happening, type Look } from '../changes.ts';
import { MEDIA } from '../media.ts';
import type { Call, Operation } from '../operation.ts';
import { isUnlimited, mayReadGateway } from '../permit.ts';
import { POSITION_PATTERN, lookAt, positionOf, readPosition, type Position } from '../position.ts';
import { ref } from '../schemas.ts';
import { visibleCommit, visiblePublication } from '../visible.ts';
import { commitsBetween, LONGEST, looks, freshLook, publicationsAfter, sharedLook } from '../watching.ts';

const watchEvents: Operation = {
  id: 'watchEvents',
  method: 'get',
  path: '/v1/events',
  tag: 'Events',
  summary: 'Follow what happens, by server-sent events',
  description:
    'Events are `commit`, `publication` and `rollout` with the thing itself, and `nodes` with the gateway whose nodes have changed. ' +
    'The first is `following`. Whoever comes back with the `id` of the last event as `Last-Event-ID` misses none: ' +
    'of commits and publications each is told, of rollouts and nodes that they have changed. ' +
    'Where that cannot be, as there are too many or the history is not there any more, `skipped` says which events are left out: ' +
    'those of the kind in `event`, of the `gateway` and with a number below `before`, as far as it says so.',
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
      description:
        'The `id` of the last event that was seen; or the digest of a commit, for the commits after it; or 64 zeros, for all.',
      schema: { type: 'string', pattern: POSITION_PATTERN },
    },
  ],
  answers: {
    200: { description: 'Events, each as this says.', content: { [MEDIA.events]: ref('Event') } },
    404: { description: 'The `Last-Event-ID` is none that was given here.' },
  },
  needs: 'read',
  handle(call) {
    const given = call.arguments.text('Last-Event-ID');
    const position = given === undefined ? undefined : readPosition(given);
    const encoder = new TextEncoder();
    const ended = new AbortController();
    call.request.signal.addEventListener('abort', () => ended.abort(), { once: true });
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        const write = (text: string): void => controller.enqueue(encoder.encode(text));
        try {
          await follow(call, position, write, ended.signal);
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

async function follow(
  call: Call,
  position: Position | undefined,
  write: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const { services } = call;
  const now = await visibleLook(call, await freshLook(services));
  const left = position ? lookAt(position, now) : now;
  write(': follows\n\n');
  write(event({ name: 'following', data: {} }, left));
  if (position?.publications === null) write(event({ name: 'skipped', data: { event: 'publication' } }, left));
  let before = left;
  let quiet = 0;
  const seconds = call.arguments.number('seconds');
  for await (const seen of looks(call, () => sharedLook(services), signal, seconds)) {
    const after = await visibleLook(call, seen);
    const events = await tell(call, before, after, write);
    if (events > 0 && services.answers === 'whole') return;
    quiet = events > 0 ? 0 : quiet + 1;
    if (quiet % QUIET_LOOKS === QUIET_LOOKS - 1) write(': nothing new\n\n');
    before = after;
  }
}

/** Writes what has happened, each event with how far one has got by it. Says how many there were. */
async function tell(call: Call, before: Look, after: Look, write: (text: string) => void): Promise<number> {
  let at = before;
  let told = 0;
  for (const happening of happenings(before, after)) {
    for (const { seen, ...one } of await eventsOf(call, happening)) {
      if (seen) at = withHappening(at, seen, after);
      write(event(one, at));
      told += 1;
    }
    at = withHappening(at, happening, after);
  }
  return told;
}

interface Event {
  readonly name: string;
  readonly data: object;
}
/** `seen`: what one has seen by it, if that is less than all that has happened. */
type ToldEvent = Event & { readonly seen?: Happening };

async function eventsOf(call: Call, happening: Happening): Promise<readonly ToldEvent[]> {
  switch (happening.kind) {
    case 'commits':
      return commitEvents(call, happening);
    case 'publications':
      return publicationEvents(call, happening);
    case 'nodes':
      return [{ name: 'nodes', data: { gateway: happening.gateway }, seen: happening }];
    case 'rollout': {
      const held = await readRollout(call.services.store, happening.gateway);
      return held ? [{ name: 'rollout', data: held.state, seen: happening }] : [];
    }
  }
}

async function commitEvents(
  call: Call,
  happening: Extract<Happening, { kind: 'commits' }>,
): Promise<readonly ToldEvent[]> {
  const { items, hasGap } = await commitsBetween(call, happening.after, happening.to);
  const commits = items.map(async (commit) => ({
    name: 'commit',
    data: await visibleCommit(call, commit),
    seen: { ...happening, to: commit.digest },
  }));
  const skipped = { name: 'skipped', data: { event: 'commit', before: items[0]?.number } };
  return [...(hasGap ? [skipped] : []), ...(await Promise.all(commits))];
}

async function publicationEvents(
  call: Call,
  happening: Extract<Happening, { kind: 'publications' }>,
): Promise<readonly ToldEvent[]> {
  const { gateway, after } = happening;
  const { items, hasGap } = await publicationsAfter(call.services, gateway, after);
  const publications = items.map(async (revision) => ({
    name: 'publication',
    data: await visiblePublication(call, revision),
    seen: { ...happening, to: revision.number },
  }));
  const skipped = { name: 'skipped', data: { event: 'publication', gateway, before: items[0]?.number } };
  return [...(hasGap ? [skipped] : []), ...(await Promise.all(publications))];
}

/** Without the gateways that the caller may not see. */
async function visibleLook(call: Call, seen: Look): Promise<Look> {
  if (await isUnlimited(call, 'read')) return seen;
  const names = new Set([...seen.publications.keys(), ...seen.rollouts.keys(), ...seen.nodes.keys()]);
  const visible = new Set<string>();
  for (const name of names) if (await mayReadGateway(call, name)) visible.add(name);
  const only = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([name]) => visible.has(name)));
  return {
    ...seen,
    publications: only(seen.publications),
    rollouts: only(seen.rollouts),
    nodes: only(seen.nodes),
  };
}

const event = ({ name, data }: Event, at: Look): string =>
  `id: ${positionOf(at)}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

export const EVENT_OPERATIONS: readonly Operation[] = [watchEvents];
