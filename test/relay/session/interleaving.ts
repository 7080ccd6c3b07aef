/** Plays a session and an Envoy against each other in any order, and says what went wrong. */
import type { Protocol } from '../../../relay/ads-server.ts';
import { openSession, type Effect, type Session } from '../../../relay/session-state.ts';
import { step, type SessionEvent } from '../../../relay/session.ts';
import { readDeltaRequest, readSotwRequest } from '../../../relay/wire/request.ts';
import {
  decodeDeltaResponse,
  decodeSotwResponse,
  encodeDeltaRequest,
  encodeSotwRequest,
  type TestResponse,
  messageOf,
} from '../discovery.ts';
import {
  bootEnvoy,
  clusterOfListener,
  giveUpWarming,
  KINDS,
  receive,
  reconnect,
  routeOfListener,
  routesOf,
  type Envoy,
  type Kind,
  type Request,
  type State,
} from './envoy-model.ts';
import { kindOf, snapshotOf, typeUrlOf, type Contents } from './snapshots.ts';
import { versionIn } from './transcript.ts';

/** Of each type, the version by name. */
export type TestBundle = Readonly<Record<Kind, ReadonlyMap<string, string>>>;

export type Action =
  | { readonly kind: 'bundle'; readonly bundle: TestBundle }
  | { readonly kind: 'envoy-receives' }
  | { readonly kind: 'relay-receives' }
  | { readonly kind: 'deadline' }
  /** Requests to clusters that went first are over. */
  | { readonly kind: 'drained' }
  /** Everything that is on its way arrives. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'reconnect'; readonly clusters: 'first' | 'last' };

export interface Run {
  readonly protocol: Protocol;
  readonly first: TestBundle;
  readonly actions: readonly Action[];
  /** Envoy accepts all of it. */
  readonly last: TestBundle;
  /** `cluster a=2`: what Envoy refuses. */
  readonly bad: ReadonlySet<string>;
}

interface World {
  readonly envoy: Envoy;
  session: Session;
  pushes: number;
  /** Responses on their way to Envoy. */
  inbox: { readonly kind: Kind; readonly response: TestResponse }[];
  /** Responses that the relay has sent and not seen answered. */
  readonly unanswered: Map<Kind, Unanswered>;
  /** All nonces of the stream. */
  readonly nonces: Set<string>;
  /** Resources that the relay has seen refused, and nothing since that would be a reason to send them again. */
  readonly parked: Map<Kind, ReadonlySet<string>>;
  /** How many responses Envoy had received when a wait for clusters that are gone began, by its deadline. */
  readonly drainsSince: Map<number, number>;
}

interface Unanswered {
  readonly nonce: string;
  readonly push: number;
  readonly resources: ReadonlySet<string>;
  /** Clusters were sent since. */
  readonly overtaken: boolean;
}

/** Everything that went wrong; nothing if all is well. */
export function play({ protocol, first, actions, last, bad }: Run): readonly string[] {
  const world: World = {
    envoy: bootEnvoy(protocol),
    session: openSession(protocol, 'allowed'),
    pushes: 0,
    inbox: [],
    unanswered: new Map(),
    nonces: new Set(),
    parked: new Map(),
    drainsSince: new Map(),
  };
  act(world, { kind: 'bundle', bundle: first }, bad);
  for (const action of actions) act(world, action, bad);
  settle(world, bad);
  act(world, { kind: 'bundle', bundle: last }, bad);
  settle(world, bad);
  return [...world.envoy.faults, ...differences(world.envoy, last)];
}

function act(world: World, action: Action, bad: ReadonlySet<string>): void {
  switch (action.kind) {
    case 'bundle':
      world.parked.clear();
      happen(world, {
        kind: 'snapshot',
        snapshot: snapshotOf(++world.pushes, contentsOf(action.bundle), world.session.snapshot),
      });
      break;
    case 'envoy-receives':
      envoyReceives(world, bad);
      break;
    case 'relay-receives':
      relayReceives(world);
      break;
    case 'deadline':
      if (world.session.deadline !== null) happen(world, { kind: 'deadline', deadline: world.session.deadline });
      break;
    case 'drained':
      drainFirst(world);
      break;
    case 'settle':
      exchange(world, bad);
      break;
    case 'reconnect':
      startAnew(world, action.clusters);
  }
}

const contentsOf = (bundle: TestBundle): Contents =>
  new Map(KINDS.filter((kind) => bundle[kind].size > 0).map((kind) => [typeUrlOf(kind), bundle[kind]]));

/** Lets everything happen that is to happen, one wait after the other. */
function settle(world: World, bad: ReadonlySet<string>): void {
  do exchange(world, bad);
  while (drainFirst(world));
}

/** Lets everything that is on its way arrive. More steps than that mean that something goes round in circles. */
function exchange(world: World, bad: ReadonlySet<string>): void {
  for (let steps = 0; steps < 1_000; steps++) {
    const isQuiet = world.inbox.length + world.envoy.outbox.length === 0;
    // Only a cluster whose endpoints Envoy refuses may have to be waited for in vain.
    if (isQuiet && (bad.size === 0 || world.envoy.warming.size === 0)) return;
    if (isQuiet) giveUpWarming(world.envoy);
    relayReceives(world);
    envoyReceives(world, bad);
  }
  world.envoy.faults.push('the exchange does not end');
}

/** Ends the wait for the clusters that went first, if there is one. */
function drainFirst(world: World): boolean {
  const [drain] = world.session.drains;
  if (!drain) return false;
  const since = world.drainsSince.get(drain.deadline) ?? 0;
  for (const [name, replacedBy] of world.envoy.lingering) if (replacedBy <= since) world.envoy.lingering.delete(name);
  happen(world, { kind: 'deadline', deadline: drain.deadline });
  return true;
}

function envoyReceives({ inbox, envoy }: World, bad: ReadonlySet<string>): void {
  const next = inbox.shift();
  if (next) receive(envoy, next.response, (resource) => bad.has(resource));
}

function relayReceives(world: World): void {
  const request = world.envoy.outbox.shift();
  if (!request) return;
  noteRequest(world, request);
  const { protocol } = world.session;
  happen(
    world,
    protocol === 'sotw'
      ? { kind: 'sotw-request', request: readSotwRequest(encodeSotwRequest(request)) }
      : { kind: 'delta-request', request: readDeltaRequest(encodeDeltaRequest(request)) },
  );
}

/** What a request tells, before the relay sees it. */
function noteRequest({ unanswered, parked, session, pushes }: World, request: Request): void {
  const { kind, nonce, error, names = [], subscribe = [], unsubscribe = [] } = request;
  const answered = unanswered.get(kind);
  if (nonce && answered?.nonce === nonce) {
    unanswered.delete(kind);
    // A bundle that came meanwhile is a reason to send, and so are clusters that now want endpoints.
    if (error !== undefined && answered.push === pushes && !answered.overtaken) parked.set(kind, answered.resources);
  }
  const known = [...(session.watches.get(typeUrlOf(kind))?.subscription.names.names ?? [])];
  const isSame = session.protocol === 'delta' || known.toSorted().join() === names.toSorted().join();
  if (!isSame || subscribe.length + unsubscribe.length > 0) parked.delete(kind);
}

function happen(world: World, event: SessionEvent): void {
  const [session, effects] = step(world.session, event);
  world.session = session;
  for (const effect of effects) {
    if (effect.kind === 'send') noteSent(world, effect);
    if (effect.kind === 'set-deadline' && effect.until === 'drained')
      world.drainsSince.set(effect.deadline, world.envoy.received);
  }
}

/** One response of a type at a time, each under a nonce of its own, and none after a refusal without a reason. */
function noteSent(world: World, { response, nonce }: Extract<Effect, { kind: 'send' }>): void {
  const { unanswered, nonces, parked, inbox } = world;
  const { faults } = world.envoy;
  const kind = KINDS.find((known) => known === kindOf(response.typeUrl));
  if (!kind) throw new Error(`not asked for: ${response.typeUrl}`);
  if (unanswered.has(kind)) faults.push(`two responses of type ${kind} in flight`);
  if (nonces.has(nonce)) faults.push(`nonce ${nonce} used twice`);
  const decode = world.session.protocol === 'sotw' ? decodeSotwResponse : decodeDeltaResponse;
  const content = decode(messageOf({ response, nonce }));
  const resources = new Set(content.resources.map(({ name, value }) => `${name}=${versionIn(value)}`));
  const again = [...resources].filter((resource) => parked.get(kind)?.has(resource));
  if (again.length > 0) faults.push(`${kind} ${again.join()} sent again after its rejection`);
  if (kind === 'cluster') {
    parked.delete('endpoint');
    const endpoints = unanswered.get('endpoint');
    if (endpoints) unanswered.set('endpoint', { ...endpoints, overtaken: true });
  }
  unanswered.set(kind, { nonce, push: world.pushes, resources, overtaken: false });
  nonces.add(nonce);
  inbox.push({ kind, response: content });
}

function startAnew(world: World, clusters: 'first' | 'last'): void {
  const { snapshot, protocol } = world.session;
  world.inbox = [];
  world.unanswered.clear();
  world.nonces.clear();
  world.parked.clear();
  reconnect(world.envoy, clusters);
  world.session = openSession(protocol, 'allowed');
  if (snapshot) happen(world, { kind: 'snapshot', snapshot });
}

/** Where Envoy and the bundle differ after all. */
function differences(envoy: Envoy, bundle: TestBundle): string[] {
  const { types, warming } = envoy;
  const routes = new Set(routesOf(envoy));
  const expected: Record<Kind, ReadonlyMap<string, string>> = {
    ...bundle,
    route: new Map([...bundle.route].filter(([name]) => routes.has(name))),
  };
  const wrong = KINDS.filter((kind) => describe(types[kind].state) !== describe(expected[kind])).map(
    (kind) => `${kind}: has ${describe(types[kind].state)}, wants ${describe(expected[kind])}`,
  );
  return [...wrong, ...[...warming].map((name) => `cluster ${name} warms for ever`)];
}

const describe = (state: State | ReadonlyMap<string, string>): string =>
  [...state]
    .map(([name, version]) => `${name}=${version}`)
    .toSorted()
    .join(' ');

/** Whether every listener and route names what the bundle has. */
export function isConsistent({ cluster, listener, route }: TestBundle): boolean {
  const named = [...route.values()].flatMap((version) => version.split(',')).filter(Boolean);
  const inline = [...listener.values()].map(clusterOfListener);
  const routes = [...listener.values()].map(routeOfListener);
  return [...named, ...inline].every((name) => cluster.has(name)) && routes.every((name) => route.has(name));
}
