/**
 * Replays a transcript: lines that begin with `> ` happen to a session, lines that begin with `< ` are what it does.
 *
 *   > open sotw | delta [without secrets | with a bucket]
 *   > confirmed | unanswered                         what the bucket says when it is asked
 *   > bundle cluster a=1 b=1; endpoint a=1; listener l=1; route r=1
 *   > request cluster a b [version=V] [nonce=N]        SotW: asks for names; none: whatever that means
 *   > subscribe endpoint a b -c [has a=1 b=1]          delta: asks for a and b, no longer for c, and has a and b
 *   > ack cluster [names]                              SotW: with the names of the request before, unless it names some
 *   > nack cluster because of this
 *   > deadline                                       listeners and routes have waited long enough to be sent
 *   > drained                                        requests by what was replaced first have had their time
 *
 * Responses and requests pass through their encoded form.
 */
import { openSession, type Effect, type Session } from '../../../relay/session-state.ts';
import { step, type SessionEvent } from '../../../relay/session.ts';
import { readDeltaRequest, readSotwRequest } from '../../../relay/wire/request.ts';
import {
  decodeDeltaResponse,
  decodeSotwResponse,
  encodeDeltaRequest,
  encodeSotwRequest,
  type TestDeltaRequest,
  type TestResponse,
  type TestSotwRequest,
  messageOf,
} from '../discovery.ts';
import { kindOf, snapshotOf, typeUrlOf, type Contents } from './snapshots.ts';

/** What the client at the other end remembers. */
interface Client {
  session: Session;
  pushes: number;
  /** By short type name. */
  readonly names: Map<string, readonly string[]>;
  readonly nonces: Map<string, string>;
  readonly versions: Map<string, string>;
}

/** The transcript with the lines that begin with `< ` written anew. */
export function replay(transcript: string): string {
  const client = newClient();
  const script = transcript.split('\n').filter((line) => !line.startsWith('< '));
  return script
    .flatMap((line) => (line.startsWith('> ') ? [line, ...perform(client, line.slice(2))] : [line]))
    .join('\n');
}

/** The session after these commands, which are written as in a transcript, without `> `. */
export function sessionAfter(commands: readonly string[]): Session {
  const client = newClient();
  for (const command of commands) perform(client, command);
  return client.session;
}

const newClient = (): Client => ({
  session: openSession('sotw', 'allowed'),
  pushes: 0,
  names: new Map(),
  nonces: new Map(),
  versions: new Map(),
});

function perform(client: Client, command: string): string[] {
  const [verb = '', ...words] = command.split(' ');
  if (verb === 'open') {
    const [protocol, ...more] = words;
    const secrets = more.includes('secrets') ? 'withheld' : 'allowed';
    const confirmation = more.includes('bucket') ? 'open' : 'confirmed';
    client.session = openSession(protocol === 'delta' ? 'delta' : 'sotw', secrets, confirmation);
    return [];
  }
  const [session, effects] = step(client.session, eventOf(client, verb, words));
  client.session = session;
  return effects.map((effect) => `< ${render(client, effect)}`);
}

function eventOf(client: Client, verb: string, words: readonly string[]): SessionEvent {
  const { protocol, snapshot, deadline, drains } = client.session;
  switch (verb) {
    case 'bundle':
      return { kind: 'snapshot', snapshot: snapshotOf(++client.pushes, parseContents(words.join(' ')), snapshot) };
    case 'confirmed':
    case 'unanswered':
      return { kind: verb };
    case 'deadline':
      return { kind: 'deadline', deadline: deadline ?? -1 };
    case 'drained':
      return { kind: 'deadline', deadline: drains[0]?.deadline ?? -1 };
    case 'request':
    case 'ack':
    case 'nack':
    case 'subscribe':
      return protocol === 'sotw'
        ? { kind: 'sotw-request', request: readSotwRequest(encodeSotwRequest(sotwRequest(client, verb, words))) }
        : { kind: 'delta-request', request: readDeltaRequest(encodeDeltaRequest(deltaRequest(client, verb, words))) };
    default:
      throw new Error(`no such command: ${verb}`);
  }
}

/** `cluster a=1 b=1; listener l=1` */
export function parseContents(text: string): Contents {
  const types = text.split(';').map((type) => type.trim().split(/\s+/));
  return new Map(
    types
      .filter(([kind]) => kind)
      .map(([kind = '', ...resources]) => [typeUrlOf(kind), new Map(resources.map(parsePair))]),
  );
}

const parsePair = (pair: string): [string, string] => {
  const [name = '', version = ''] = pair.split('=');
  return [name, version];
};

function sotwRequest(client: Client, verb: string, [kind = '', ...words]: readonly string[]): TestSotwRequest {
  const typeUrl = kind === 'nothing' ? '' : typeUrlOf(kind);
  const error = verb === 'nack' ? words.join(' ') : undefined;
  const options = new Map(words.filter((word) => word.includes('=')).map(parsePair));
  const named = error === undefined ? words.filter((word) => !word.includes('=')) : [];
  const names = verb === 'request' || named.length > 0 ? named : (client.names.get(kind) ?? []);
  client.names.set(kind, names);
  const nonce = options.get('nonce') ?? client.nonces.get(kind) ?? '';
  const version = options.get('version') ?? client.versions.get(kind) ?? '';
  return { typeUrl, names, nonce, version, ...(error !== undefined && { error }) };
}

function deltaRequest(client: Client, verb: string, [kind = '', ...words]: readonly string[]): TestDeltaRequest {
  const typeUrl = kind === 'nothing' ? '' : typeUrlOf(kind);
  const answered = words.find((word) => word.startsWith('nonce='))?.slice(6) ?? client.nonces.get(kind) ?? '';
  if (verb === 'nack') return { typeUrl, nonce: answered, error: words.join(' ') };
  if (verb === 'ack') return { typeUrl, nonce: answered, ...subscriptions(words) };
  const nonce = words.some((word) => word.startsWith('nonce=')) ? answered : '';
  const at = words.indexOf('has');
  const initial = at < 0 ? {} : Object.fromEntries(words.slice(at + 1).map(parsePair));
  return { typeUrl, nonce, initial, ...subscriptions(at < 0 ? words : words.slice(0, at)) };
}

function subscriptions(words: readonly string[]): Pick<TestDeltaRequest, 'subscribe' | 'unsubscribe'> {
  const names = words.filter((word) => !word.includes('='));
  return {
    subscribe: names.filter((name) => !name.startsWith('-')),
    unsubscribe: names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)),
  };
}

function render(client: Client, effect: Effect): string {
  switch (effect.kind) {
    case 'send':
      return renderResponse(client, messageOf(effect));
    case 'acked':
      return `acked ${kindOf(effect.typeUrl)} @${effect.version}`;
    case 'nacked':
      return `nacked ${kindOf(effect.typeUrl)} @${effect.version}: ${effect.message}`;
    case 'stale-request':
      return `stale request for ${kindOf(effect.typeUrl)}`;
    case 'push-completed':
    case 'push-timeout':
      return `${effect.kind} ${effect.bundle}`;
    case 'end':
      return `end ${effect.refusal.code}: ${effect.refusal.message}`;
    case 'set-deadline':
      return effect.until === 'drained' ? 'drain' : effect.kind;
    case 'secrets-withheld':
    case 'unconfirmed':
      return effect.kind;
  }
}

function renderResponse(client: Client, bytes: Buffer): string {
  const decode = client.session.protocol === 'sotw' ? decodeSotwResponse : decodeDeltaResponse;
  const response = decode(bytes);
  const kind = kindOf(response.typeUrl);
  client.nonces.set(kind, response.nonce);
  client.versions.set(kind, response.version);
  return `send ${kind} @${response.version} #${response.nonce}: ${renderContent(response)}`;
}

export function renderContent({ resources, removed }: TestResponse): string {
  const sent = resources.map(({ name, value }) => `${name}=${versionIn(value)}`);
  return [...sent, ...removed.map((name) => `-${name}`)].join(' ') || 'nothing';
}

/** Field 2 of a test resource, after its name. */
export const versionIn = (value: Buffer): string => value.toString('utf8', 4 + (value[1] ?? 0));
