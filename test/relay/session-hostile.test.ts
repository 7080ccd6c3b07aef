/** Whatever a client sends, the session keeps to the protocol. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSession, type Effect, type Session } from '../../relay/session-state.ts';
import { step, type SessionEvent } from '../../relay/session.ts';
import { readDeltaRequest, readSotwRequest } from '../../relay/wire/request.ts';
import { encodeDeltaRequest, encodeSotwRequest } from './discovery.ts';
import { snapshotOf, typeUrlOf } from './session/snapshots.ts';
import { parseContents } from './session/transcript.ts';

const kind = fc.constantFrom('cluster', 'endpoint', 'secret', 'listener', 'route', 'runtime', 'no.such.Type');
const names = fc.array(fc.constantFrom('*', 'a', 'b', 'c', '__proto__'), { maxLength: 4 });
const resources = fc.array(fc.constantFrom('a=1', 'b=1', 'b=2', 'c=1', '__proto__=1'), { maxLength: 4 });

/** `current` answers the newest response of the type. */
const nonce = fc.constantFrom('current', 'current', 'stale', '');

type Action =
  | { readonly do: 'bundle'; readonly contents: string }
  | { readonly do: 'deadline' }
  | {
      readonly do: 'request';
      readonly kind: string;
      readonly nonce: string;
      readonly error: string | null;
      readonly version: string;
      readonly names: readonly string[];
      readonly unsubscribe: readonly string[];
      readonly initial: Readonly<Record<string, string>>;
    };

const actions: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: requests() },
    {
      weight: 2,
      arbitrary: fc.array(fc.tuple(kind, resources), { maxLength: 5 }).map((types): Action => {
        const contents = types.map(([type, list]) => `${type} ${[...new Map(list.map(byName)).values()].join(' ')}`);
        return { do: 'bundle', contents: contents.join('; ') };
      }),
    },
    { weight: 1, arbitrary: fc.constant<Action>({ do: 'deadline' }) },
  ),
  { maxLength: 40 },
);

const byName = (pair: string): [string, string] => [pair.split('=')[0] ?? '', pair];

function requests(): fc.Arbitrary<Action> {
  return fc.record({
    do: fc.constant('request' as const),
    kind,
    nonce,
    error: fc.option(fc.constant<string>('no'), { nil: null, freq: 4 }),
    version: fc.constantFrom('', 'a1', 'a1+b2', '+'),
    names,
    unsubscribe: names,
    initial: fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.constantFrom('1', '2'), { maxKeys: 2 }),
  });
}

/** Plays the actions, and says what went wrong. */
function play(protocol: 'sotw' | 'delta', secrets: 'allowed' | 'withheld', list: readonly Action[]): string[] {
  let session = openSession(protocol, secrets);
  let pushes = 0;
  const faults: string[] = [];
  const nonces = new Set<string>();
  for (const action of list) {
    const inFlight = [...session.watches.values()].filter((watch) => watch.inFlight).map(({ typeUrl }) => typeUrl);
    if (action.do === 'bundle') pushes++;
    const [next, effects] = step(session, eventOf(action, session, pushes));
    faults.push(...check(effects, action, inFlight, nonces, secrets));
    session = next;
  }
  return faults;
}

function check(
  effects: readonly Effect[],
  action: Action,
  inFlight: readonly string[],
  nonces: Set<string>,
  secrets: 'allowed' | 'withheld',
): string[] {
  const faults: string[] = [];
  const answered = effects.flatMap((effect) =>
    effect.kind === 'acked' || effect.kind === 'nacked' ? [effect.typeUrl] : [],
  );
  const seen = new Set<string>();
  for (const effect of effects) {
    if (effect.kind !== 'send') continue;
    const { response } = effect;
    if (inFlight.includes(response.typeUrl) && !answered.includes(response.typeUrl)) faults.push('two in flight');
    if (seen.has(response.typeUrl)) faults.push('two at once');
    if (nonces.has(effect.nonce)) faults.push('nonce used twice');
    if (response.typeUrl === typeUrlOf('secret') && secrets === 'withheld' && response.entries.length > 0)
      faults.push('leak');
    seen.add(response.typeUrl);
    nonces.add(effect.nonce);
  }
  if (effects.length > 30) faults.push(`${effects.length} effects of one ${action.do}`);
  return faults;
}

function eventOf(action: Action, session: Session, push: number): SessionEvent {
  if (action.do === 'deadline') return { kind: 'deadline', deadline: session.deadline ?? 0 };
  if (action.do === 'bundle') {
    return { kind: 'snapshot', snapshot: snapshotOf(push, parseContents(action.contents), session.snapshot) };
  }
  const typeUrl = typeUrlOf(action.kind);
  const current = session.watches.get(typeUrl)?.nonce ?? '';
  const common = {
    typeUrl,
    nonce: action.nonce === 'current' ? current : action.nonce,
    ...(action.error !== null && { error: action.error }),
  };
  const { names: subscribe, unsubscribe, initial, version } = action;
  return session.protocol === 'sotw'
    ? { kind: 'sotw-request', request: readSotwRequest(encodeSotwRequest({ ...common, names: subscribe, version })) }
    : {
        kind: 'delta-request',
        request: readDeltaRequest(encodeDeltaRequest({ ...common, subscribe, unsubscribe, initial })),
      };
}

describe('a session', () => {
  test.each([
    ['sotw', 'allowed'],
    ['sotw', 'withheld'],
    ['delta', 'allowed'],
    ['delta', 'withheld'],
  ] as const)('%s, secrets %s, survives any client', (protocol, secrets) => {
    fc.assert(
      fc.property(actions, (list) => {
        expect(play(protocol, secrets, list)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
