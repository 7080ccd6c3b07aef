import { describe, expect, test } from 'vitest';
import { happenings, type Look } from '../../../functions/api/changes.ts';
import { serveApi } from '../../../functions/entry/node.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { SHOP, upstream } from '../../store/workspace/documents.ts';
import { createClient } from './client.ts';

const nothing: Look = { publications: new Map(), rollouts: new Map(), nodes: new Map() };

describe('between two looks', () => {
  test('nothing has happened if both are the same', () => {
    const look = { ...nothing, commit: 'a', publications: new Map([['default/edge', '1']]) };
    expect(happenings(look, { ...look })).toEqual([]);
  });

  test('commits come before what follows from them', () => {
    const after: Look = {
      commit: 'b',
      publications: new Map([['default/edge', '2']]),
      rollouts: new Map([['default/edge', '1']]),
      nodes: new Map([['default/edge', '1']]),
    };
    expect(happenings({ ...nothing, commit: 'a', publications: new Map([['default/edge', '1']]) }, after)).toEqual([
      { kind: 'commits', after: 'a', to: 'b' },
      { kind: 'publication', gateway: 'default/edge' },
      { kind: 'rollout', gateway: 'default/edge' },
      { kind: 'nodes', gateway: 'default/edge' },
    ]);
  });
});

/** Reads events from a stream until there are so many. */
async function* eventsIn(
  response: Response,
): AsyncGenerator<{ readonly event: string; readonly id?: string; readonly data: unknown }> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      const event = fields.get('event');
      const id = fields.get('id');
      if (event !== undefined)
        yield { event, data: JSON.parse(fields.get('data') ?? 'null'), ...(id !== undefined && { id }) };
    }
  }
}

test('events tell of commits and publications, and of those that were missed', async () => {
  const api = await serveApi({ store: createMemoryStore(), host: '127.0.0.1', port: 0 });
  const send = async (method: string, path: string, body: unknown): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(api.url + path, { method, headers, body: JSON.stringify(body) });
    expect(response.ok).toBe(true);
  };
  const ended = new AbortController();
  try {
    const events = eventsIn(await fetch(`${api.url}/v1/events`, { signal: ended.signal }));
    await send('POST', '/v1/apply?message=first', { apiVersion: 'v1', kind: 'List', items: SHOP });
    const first = (await events.next()).value;
    expect(first).toMatchObject({ event: 'commit', data: { number: 1, message: 'first' } });
    await send('POST', '/v1/publish', {});
    expect((await events.next()).value).toMatchObject({
      event: 'publication',
      data: { gateway: 'default/edge', number: 1 },
    });

    await send('PUT', '/v1/upstreams/a', upstream('a'));
    await send('PUT', '/v1/upstreams/b', upstream('b'));
    const headers = { 'last-event-id': first?.id ?? '' };
    const missed = eventsIn(await fetch(`${api.url}/v1/events?seconds=60`, { headers, signal: ended.signal }));
    expect((await missed.next()).value).toMatchObject({ event: 'commit', data: { number: 2 } });
    expect((await missed.next()).value).toMatchObject({ event: 'commit', data: { number: 3 } });
  } finally {
    ended.abort();
    await api.close();
  }
});

test('without knowing who calls, the API listens on this machine only', async () => {
  await expect(serveApi({ store: createMemoryStore(), host: '0.0.0.0', port: 0 })).rejects.toThrow('127.0.0.1');
});

test('where nobody sees an answer before it has ended, it ends soon', async () => {
  let time = 0;
  // Each look at the clock is ten seconds after the last one.
  const { send } = createClient({ answers: 'whole', now: () => (time += 10_000) });
  const { status, body } = await send('GET', '/v1/events?seconds=3600');
  expect([status, body]).toEqual([200, ': follows\n\n']);
  expect(time).toBeLessThan(100_000);
});
