/**
 * Envoy as far as the order of xDS matters: what it asks for, when it accepts, what it keeps.
 *
 * Its resources say what they need in their versions: a listener's version is `<route>|<cluster>`, a route's version is
 * the clusters that it names, joined by commas.
 *
 * Envoy accepts clusters only when all that are new or changed have got endpoints after the clusters themselves.
 */
import type { Protocol } from '../../../relay/ads-server.ts';
import type { TestDeltaRequest, TestResponse, TestSotwRequest } from '../discovery.ts';
import { kindOf, typeUrlOf } from './snapshots.ts';
import { versionIn } from './transcript.ts';

export const KINDS = ['cluster', 'endpoint', 'listener', 'route'] as const;
export type Kind = (typeof KINDS)[number];

export type Request = { readonly kind: Kind } & TestSotwRequest & TestDeltaRequest;

/** Resource names and versions. */
export type State = Map<string, string>;

interface Type {
  /** What Envoy has applied, and says that it has when it connects anew. */
  state: State;
  /** What it has told the relay that it accepts. */
  accepted: State;
  asked: boolean;
  names: readonly string[];
  nonce: string;
  version: string;
}

export interface Envoy {
  readonly protocol: Protocol;
  readonly types: Readonly<Record<Kind, Type>>;
  /** Clusters that wait for endpoints. */
  readonly warming: Set<string>;
  /**
   * Clusters that requests may still be on their way to, by listeners and routes that have been replaced; and by which
   * response.
   */
  readonly lingering: Map<string, number>;
  /** How many responses it has received. */
  received: number;
  /** Clusters are to be accepted when they are warm, */
  mustAcceptClusters: boolean;
  /** or, on a new stream, asked for. */
  mustAskClusters: boolean;
  /** Requests on their way to the relay. */
  outbox: Request[];
  /** What went wrong so far. */
  readonly faults: string[];
}

export function bootEnvoy(protocol: Protocol): Envoy {
  const type = (): Type => ({ state: new Map(), accepted: new Map(), asked: false, names: [], nonce: '', version: '' });
  const types = { cluster: type(), endpoint: type(), listener: type(), route: type() };
  const envoy: Envoy = {
    protocol,
    types,
    warming: new Set(),
    lingering: new Map(),
    received: 0,
    mustAcceptClusters: false,
    mustAskClusters: false,
    outbox: [],
    faults: [],
  };
  ask(envoy, 'cluster', []);
  return envoy;
}

/**
 * A new stream: everything that was on the way is lost, and Envoy says what it has.
 *
 * @param clusters When it asks for them, before what leads to them or after it.
 */
export function reconnect(envoy: Envoy, clusters: 'first' | 'last'): void {
  envoy.outbox = [];
  envoy.mustAcceptClusters = false;
  // What was replaced on a stream before, no relay knows.
  envoy.lingering.clear();
  const order: readonly Kind[] = clusters === 'first' ? KINDS : ['endpoint', 'listener', 'route', 'cluster'];
  for (const kind of order) {
    const type = envoy.types[kind];
    type.nonce = '';
    if (!type.asked) continue;
    // Clusters are neither accepted nor asked for while some of them warm.
    if (kind === 'cluster' && envoy.warming.size > 0) envoy.mustAskClusters = true;
    else askAgain(envoy, kind, type);
  }
}

/** To say what it has tells the relay as much as to accept it. */
function askAgain(envoy: Envoy, kind: Kind, type: Type): void {
  const { names, version, state } = type;
  type.accepted = new Map(state);
  const typeUrl = typeUrlOf(kind);
  if (envoy.protocol === 'sotw') envoy.outbox.push({ kind, typeUrl, names, version });
  else envoy.outbox.push({ kind, typeUrl, subscribe: names, initial: Object.fromEntries(state) });
}

/** @param isBad Whether Envoy refuses a resource. */
export function receive(envoy: Envoy, response: TestResponse, isBad: (resource: string) => boolean): void {
  const kind = KINDS.find((known) => known === kindOf(response.typeUrl));
  if (!kind) throw new Error(`not asked for: ${response.typeUrl}`);
  const type = envoy.types[kind];
  type.nonce = response.nonce;
  const bad = response.resources.find(({ name, value }) => isBad(`${kind} ${name}=${versionIn(value)}`));
  if (bad) {
    answer(envoy, kind, { error: `${bad.name} is bad` });
    return;
  }
  const before = new Map(type.state);
  const used = usesOf(envoy);
  envoy.received += 1;
  type.version = response.version;
  apply(envoy, kind, response);
  check(envoy, kind, before);
  follow(envoy, kind, before, response);
  linger(envoy, used);
}

/** The clusters that routes and listeners name. */
const usesOf = ({ types }: Envoy): string[] => [
  ...[...types.route.state.values()].flatMap(clustersOfRoute),
  ...[...types.listener.state.values()].map(clusterOfListener),
];

function linger(envoy: Envoy, before: readonly string[]): void {
  for (const name of before) envoy.lingering.set(name, envoy.received);
  for (const name of usesOf(envoy)) envoy.lingering.delete(name);
}

function apply({ protocol, types }: Envoy, kind: Kind, { resources, removed }: TestResponse): void {
  const type = types[kind];
  if (protocol === 'sotw' && (kind === 'cluster' || kind === 'listener')) type.state.clear();
  for (const { name, value } of resources) if (isAsked(type, kind, name)) type.state.set(name, versionIn(value));
  for (const name of removed) type.state.delete(name);
}

/** Envoy passes over resources that it has not asked for, or no longer asks for. */
const isAsked = ({ names }: Type, kind: Kind, name: string): boolean =>
  kind === 'cluster' || kind === 'listener' || names.includes(name);

/** Nothing that is in use may be missing, and nothing may name what is not accepted. */
function check(envoy: Envoy, kind: Kind, before: State): void {
  const { types, faults, lingering } = envoy;
  const { cluster } = types;
  const uses = usesOf(envoy);
  if (kind === 'cluster') {
    const gone = [...before.keys()].filter((name) => !cluster.state.has(name));
    for (const name of gone.filter((each) => uses.includes(each))) faults.push(`cluster ${name} removed while in use`);
    for (const name of gone.filter((each) => lingering.has(each)))
      faults.push(`cluster ${name} removed before its time`);
  }
  if (kind === 'listener' || kind === 'route') {
    for (const name of uses.filter((each) => !cluster.accepted.has(each)))
      faults.push(`${kind} names ${name} before it is accepted`);
  }
}

export const clustersOfRoute = (version: string): string[] => version.split(',').filter(Boolean);
export const clusterOfListener = (version: string): string => version.split('|')[1] ?? '';
export const routeOfListener = (version: string): string => version.split('|')[0] ?? '';

/** What Envoy does after it has applied a response. */
function follow(envoy: Envoy, kind: Kind, before: State, response: TestResponse): void {
  const { types, warming } = envoy;
  switch (kind) {
    case 'cluster':
      for (const [name, version] of types.cluster.state) if (before.get(name) !== version) warming.add(name);
      for (const name of [...warming]) if (!types.cluster.state.has(name)) warming.delete(name);
      envoy.mustAcceptClusters = true;
      for (const name of types.endpoint.state.keys())
        if (!types.cluster.state.has(name)) types.endpoint.state.delete(name);
      ask(envoy, 'endpoint', [...types.cluster.state.keys()]);
      break;
    case 'endpoint':
      for (const { name } of response.resources) warming.delete(name);
      for (const name of response.removed) warming.delete(name);
      accept(envoy, 'endpoint');
      break;
    case 'listener':
      accept(envoy, 'listener');
      for (const name of types.route.state.keys()) if (!routesOf(envoy).includes(name)) types.route.state.delete(name);
      ask(envoy, 'route', routesOf(envoy));
      break;
    case 'route':
      accept(envoy, 'route');
  }
  if (warming.size === 0) whenWarm(envoy);
}

function whenWarm(envoy: Envoy): void {
  const { cluster, listener } = envoy.types;
  if (envoy.mustAcceptClusters) accept(envoy, 'cluster');
  if (envoy.mustAskClusters) askAgain(envoy, 'cluster', cluster);
  envoy.mustAcceptClusters = false;
  envoy.mustAskClusters = false;
  if (!listener.asked) ask(envoy, 'listener', []);
}

/** Envoy waits for endpoints no longer. */
export function giveUpWarming(envoy: Envoy): void {
  envoy.warming.clear();
  whenWarm(envoy);
}

export const routesOf = ({ types }: Envoy): string[] => [
  ...new Set([...types.listener.state.values()].map(routeOfListener)),
];

function accept(envoy: Envoy, kind: Kind): void {
  const type = envoy.types[kind];
  type.accepted = new Map(type.state);
  answer(envoy, kind, {});
}

function answer(envoy: Envoy, kind: Kind, verdict: { readonly error?: string }): void {
  const { nonce, names, version } = envoy.types[kind];
  const common = { kind, typeUrl: typeUrlOf(kind), nonce, ...verdict };
  envoy.outbox.push(envoy.protocol === 'sotw' ? { ...common, names, version } : common);
}

/** SotW: asks again even if the names are the same, as Envoy does while clusters warm. */
function ask(envoy: Envoy, kind: Kind, names: readonly string[]): void {
  const type = envoy.types[kind];
  const { nonce, version, names: before, asked } = type;
  if (kind !== 'cluster' && kind !== 'listener' && !asked && names.length === 0) return;
  Object.assign(type, { asked: true, names });
  const typeUrl = typeUrlOf(kind);
  if (envoy.protocol === 'sotw') {
    envoy.outbox.push({ kind, typeUrl, names, nonce, version });
    return;
  }
  const subscribe = names.filter((name) => !before.includes(name));
  const unsubscribe = before.filter((name) => !names.includes(name));
  if (!asked || subscribe.length + unsubscribe.length > 0) envoy.outbox.push({ kind, typeUrl, subscribe, unsubscribe });
}
