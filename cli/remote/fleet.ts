/** What Envoys of a gateway run, and how far a rollout is, as the API tells it. */
import { count } from '../output.ts';
import { because, phaseWords } from '../rollout/words.ts';
import type { Remote } from './client.ts';
import { isObject, numberIn, objectsIn, textIn, type JsonObject } from './json.ts';

/** What is to come about. */
export type Goal = 'acked' | 'complete';

export interface Standing {
  /** `undecided`: a person has to let the rollout go on. */
  readonly status: 'reached' | 'failed' | 'under-way' | 'undecided';
  /** One line. */
  readonly words: string;
  /** How many nodes relays report. */
  readonly connected: number;
}

/** How far a gateway is from a goal. @throws Failure if it was never published. */
export async function standingOf(remote: Remote, gateway: string, goal: Goal, nodes: number): Promise<Standing> {
  const [namespace = '', name = ''] = gateway.split('/');
  const path = encodeURIComponent(name);
  const query = { namespace, limit: 1 };
  const { items } = await remote.send({ method: 'GET', path: `/v1/gateways/${path}/publications`, query });
  const head = Array.isArray(items) && isObject(items[0]) ? items[0] : {};
  const fleets = await remote.send({ method: 'GET', path: '/v1/nodes', query: { gateway } });
  const rollouts = objectsIn(await remote.send({ method: 'GET', path: '/v1/rollouts' }), 'items');
  return judge({
    goal,
    nodes,
    head,
    fleet: objectsIn(fleets, 'items').find((fleet) => textIn(fleet, 'gateway') === gateway) ?? {},
    rollout: rollouts.find((each) => textIn(each, 'gateway') === gateway),
  });
}

interface Observed {
  readonly goal: Goal;
  /** The least that have to have it. */
  readonly nodes: number;
  readonly head: JsonObject;
  readonly fleet: JsonObject;
  readonly rollout: JsonObject | undefined;
}

const FAILED: ReadonlySet<string> = new Set(['rolled-back', 'aborted', 'paused']);

/** Pure. A rollout of an earlier revision says nothing. */
export function judge({ goal, nodes, head, fleet, rollout }: Observed): Standing {
  const bundle = objectsIn(fleet, 'bundles').find((each) => each['bundle'] === head['bundle']) ?? {};
  const [accepted, rejected] = [numberIn(bundle, 'accepted'), numberIn(bundle, 'rejected')];
  const connected = numberIn(fleet, 'connected');
  const candidate = rollout && isObject(rollout['candidate']) ? rollout['candidate'] : {};
  const phase = candidate['revision'] === head['digest'] && rollout ? (textIn(rollout, 'phase') ?? '') : '';
  const has = `revision ${numberIn(head, 'number')} is accepted by ${accepted} of ${count(connected, 'node')}`;
  const words = `${has}, rollout ${phase === '' ? 'not begun' : phaseWords(phase)}`;
  if (rejected > 0) return { status: 'failed', words: `${words}; ${rejected} reject it`, connected };
  if (isHeld(head, rollout))
    return { status: 'failed', words: `${has}, and is held: the rollout is paused${reasonIn(rollout)}`, connected };
  if (FAILED.has(phase)) return { status: 'failed', words: `${words}${reasonIn(rollout)}`, connected };
  const isReached = goal === 'complete' ? phase === 'complete' : accepted === connected && connected >= nodes;
  if (isReached) return { status: 'reached', words, connected };
  return { status: phase === 'waiting' ? 'undecided' : 'under-way', words, connected };
}

/** Whether a person has paused the rollout of a release before, which nothing goes on by itself after. */
function isHeld(head: JsonObject, rollout: JsonObject | undefined): boolean {
  const { candidate, stable, reason, phase } = rollout ?? {};
  if (phase !== 'paused' || !isObject(reason) || reason['kind'] !== 'person' || !isObject(candidate)) return false;
  const isNew = candidate['revision'] !== head['digest'] && candidate['bundle'] !== head['bundle'];
  return isNew && !(isObject(stable) && stable['bundle'] === head['bundle']);
}

/** `: node edge-3 rejected it: …`, where a rollout says why it has stopped. */
export function reasonIn(rollout: JsonObject | undefined): string {
  const reason = rollout?.['reason'];
  if (!isObject(reason)) return '';
  const [kind, message = '', node, author] = ['kind', 'message', 'node', 'author'].map((name) => textIn(reason, name));
  const words = because({
    kind: kind ?? '',
    message: message.trim(),
    ...(node !== undefined && { node }),
    ...(author !== undefined && { author }),
  });
  return words === '' ? '' : `: ${words}`;
}
