/**
 * Envoy as far as virtual hosts go: it gives each to the route configuration that its name begins with, if it has that,
 * drops it else, and says nothing about it. A listener's version is the name of its route configuration.
 */
import { openSession, type Session } from '../../../relay/session-state.ts';
import { step, type SessionEvent } from '../../../relay/session.ts';
import { readDeltaRequest } from '../../../relay/wire/request.ts';
import {
  decodeDeltaResponse,
  encodeDeltaRequest,
  messageOf,
  type TestDeltaRequest,
  type TestResponse,
} from '../discovery.ts';
import { kindOf, snapshotOf, typeUrlOf } from './snapshots.ts';
import { versionIn } from './transcript.ts';

type Names = ReadonlyMap<string, string>;

export interface HostsBundle {
  readonly listener: Names;
  readonly route: Names;
  readonly virtualHost: Names;
}

export type HostsAction =
  | { readonly kind: 'bundle'; readonly bundle: HostsBundle }
  | { readonly kind: 'envoy-receives' | 'relay-receives' | 'drained' | 'deadline' | 'settle' | 'reconnect' };

interface World {
  session: Session;
  pushes: number;
  bundle: HostsBundle;
  /** Responses on their way to Envoy, each with what there was when it was sent. */
  inbox: { readonly response: TestResponse; readonly bundle: HostsBundle }[];
  outbox: TestDeltaRequest[];
  /** What Envoy would say that it has. */
  readonly known: {
    readonly listener: Map<string, string>;
    readonly route: Map<string, string>;
    readonly virtualHost: Map<string, string>;
  };
  /** The hosts of the route configurations that it has. */
  readonly hosts: Map<string, Map<string, string>>;
  /** Route configurations that it asks for, also for connections that drain. */
  asked: ReadonlySet<string>;
  hasAskedForHosts: boolean;
  readonly faults: string[];
}

/** Everything that went wrong; nothing if all is well. */
export function playHosts(actions: readonly HostsAction[], last: HostsBundle): readonly string[] {
  const known = { listener: new Map(), route: new Map(), virtualHost: new Map() };
  const empty: HostsBundle = { listener: new Map(), route: new Map(), virtualHost: new Map() };
  const world: World = {
    ...{ session: openSession('delta', 'allowed'), pushes: 0, bundle: empty, inbox: [], outbox: [], known },
    ...{ hosts: new Map(), asked: new Set(), hasAskedForHosts: false, faults: [] },
  };
  world.outbox.push({ typeUrl: typeUrlOf('cluster') }, { typeUrl: typeUrlOf('listener') });
  for (const action of actions) act(world, action);
  act(world, { kind: 'bundle', bundle: last });
  settle(world);
  act(world, { kind: 'drained' });
  settle(world);
  return [...world.faults, ...differences(world, last)];
}

function act(world: World, action: HostsAction): void {
  switch (action.kind) {
    case 'bundle':
      world.bundle = action.bundle;
      happen(world, {
        kind: 'snapshot',
        snapshot: snapshotOf(
          ++world.pushes,
          new Map(Object.entries(action.bundle).map(([kind, names]: [string, Names]) => [typeUrlOf(kind), names])),
          world.session.snapshot,
        ),
      });
      break;
    case 'envoy-receives':
      receive(world);
      break;
    case 'relay-receives': {
      const request = world.outbox.shift();
      if (request) happen(world, { kind: 'delta-request', request: readDeltaRequest(encodeDeltaRequest(request)) });
      break;
    }
    case 'drained':
      askForRoutes(world, new Set(world.known.listener.values()));
      break;
    case 'deadline':
      if (world.session.deadline !== null) happen(world, { kind: 'deadline', deadline: world.session.deadline });
      break;
    case 'settle':
      settle(world);
      break;
    case 'reconnect':
      reconnect(world);
  }
}

function happen(world: World, event: SessionEvent): void {
  const [session, effects] = step(world.session, event);
  world.session = session;
  for (const effect of effects)
    if (effect.kind === 'send')
      world.inbox.push({ response: decodeDeltaResponse(messageOf(effect)), bundle: world.bundle });
}

/** Everything that is on its way arrives. More steps than that mean that something goes round in circles. */
function settle(world: World): void {
  for (let steps = 0; world.inbox.length + world.outbox.length > 0; steps++) {
    if (steps > 1_000) throw new Error('it never ends');
    act(world, { kind: steps % 2 === 0 ? 'envoy-receives' : 'relay-receives' });
  }
}

/** A new stream: Envoy says what it has, in the order in which it began to ask. */
function reconnect(world: World): void {
  world.session = { ...openSession('delta', 'allowed'), snapshot: world.session.snapshot };
  world.inbox = [];
  const ask = (kind: keyof World['known'], subscribe: readonly string[]): TestDeltaRequest => ({
    typeUrl: typeUrlOf(kind),
    subscribe: [...subscribe],
    initial: Object.fromEntries(world.known[kind]),
  });
  world.outbox = [
    ask('listener', []),
    ...(world.asked.size > 0 ? [ask('route', [...world.asked])] : []),
    ...(world.hasAskedForHosts ? [ask('virtualHost', [])] : []),
    { typeUrl: typeUrlOf('cluster') },
  ];
}

function receive(world: World): void {
  const { response, bundle } = world.inbox.shift() ?? {};
  if (!response || !bundle) return;
  const kind = kindOf(response.typeUrl);
  const accept = { typeUrl: response.typeUrl, nonce: response.nonce };
  if (kind === 'listener' || kind === 'route' || kind === 'virtualHost') {
    for (const { name, value } of response.resources) take(world, kind, name, versionIn(value));
    for (const name of response.removed) lose(world, kind, name, bundle);
  }
  // Envoy asks for what it needs before it says that it has accepted.
  if (kind === 'listener') askForRoutes(world, new Set([...world.asked, ...world.known.listener.values()]));
  if (kind === 'route' && world.hosts.size > 0 && !world.hasAskedForHosts) {
    world.hasAskedForHosts = true;
    world.outbox.push({ typeUrl: typeUrlOf('virtualHost') });
  }
  world.outbox.push(accept);
}

function take({ known, hosts, asked }: World, kind: keyof World['known'], name: string, version: string): void {
  known[kind].set(name, version);
  if (kind === 'route' && asked.has(name) && !hosts.has(name)) hosts.set(name, new Map());
  if (kind === 'virtualHost') hosts.get(configurationOf(name))?.set(name, version);
}

function lose({ known, hosts, faults }: World, kind: keyof World['known'], name: string, sent: HostsBundle): void {
  known[kind].delete(name);
  const configuration = configurationOf(name);
  if (kind !== 'virtualHost' || !hosts.get(configuration)?.delete(name)) return;
  if (!sent.route.has(configuration)) faults.push(`${name} is taken from connections that drain`);
}

function askForRoutes(world: World, wanted: ReadonlySet<string>): void {
  const subscribe = [...wanted].filter((name) => !world.asked.has(name));
  const unsubscribe = [...world.asked].filter((name) => !wanted.has(name));
  for (const name of unsubscribe) {
    world.hosts.delete(name);
    world.known.route.delete(name);
  }
  world.asked = wanted;
  if (subscribe.length + unsubscribe.length > 0)
    world.outbox.push({ typeUrl: typeUrlOf('route'), subscribe, unsubscribe });
}

const configurationOf = (host: string): string => host.slice(0, host.lastIndexOf('/'));

/** What Envoy has of the hosts that its listeners need, against what there is. */
function differences({ hosts, known }: World, { listener, route, virtualHost }: HostsBundle): readonly string[] {
  const wanted = [...new Set(listener.values())].filter((name) => route.has(name));
  const text = (names: Iterable<readonly [string, string]>): string =>
    [...names]
      .map(([name, version]) => `${name}=${version}`)
      .toSorted()
      .join(' ');
  return [
    ...(text(known.listener) === text(listener) ? [] : [`listeners are ${text(known.listener)}`]),
    ...wanted.flatMap((name) => {
      const expected = text([...virtualHost].filter(([host]) => configurationOf(host) === name));
      const actual = text(hosts.get(name) ?? [['none', 'at all']]);
      return actual === expected ? [] : [`${name} has ${actual} instead of ${expected}`];
    }),
  ];
}
