import { describe, expect, test } from 'vitest';
import { happenings, type Look } from '../../../functions/api/changes.ts';
import { serveApi } from '../../../functions/entry/node.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { SHOP, upstream } from '../../store/workspace/documents.ts';
import { createClient } from './client.ts';

const nothing: Look = { publications: new Map(), rollouts: new Map(), nodes: new Map() };

describe('between two looks', () => {
  test('nothing has happened if both are the same', () => {
    const look = { ...nothing, commit: 'a', publications: new Map([['default/edge', 1]]) };
    expect(happenings(look, { ...look })).toEqual([]);
  });

  test('commits come before what follows from them', () => {
    const after: Look = {
      commit: 'b',
      publications: new Map([['default/edge', 2]]),
      rollouts: new Map([['default/edge', '1']]),
      nodes: new Map([['default/edge', '1']]),
    };
    expect(happenings({ ...nothing, commit: 'a', publications: new Map([['default/edge', 1]]) }, after)).toEqual([
      { kind: 'commits', after: 'a', to: 'b' },
      { kind: 'publications', gateway: 'default/edge', after: 1, to: 2 },
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
      if (event !== undefined && event !== 'following')
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

describe('who comes back with the id of the last event', () => {
  /** As on Lambda: each answer ends with the first news, and the clock runs fast where there are none. */
  const listening = (store = createMemoryStore()) => {
    let time = Date.parse('2026-01-02T03:04:05Z');
    const client = createClient({ store, answers: 'whole', now: () => (time += 1_000) });
    const events = async (last?: string) => {
      const headers: Record<string, string> = last === undefined ? {} : { 'last-event-id': last };
      const { body } = await client.send('GET', '/v1/events?seconds=4', undefined, headers);
      const blocks = String(body).split('\n\n');
      const all = blocks.flatMap((block) => {
        const [, id = '', name = '', data = ''] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block) ?? [];
        return name === '' ? [] : [{ id, name, data: JSON.parse(data) as Record<string, unknown> }];
      });
      const told = all.filter(({ name }) => name !== 'following');
      return {
        id: all.at(-1)?.id ?? '',
        told: told.map(({ name, data }) => `${name} ${String(data['number'] ?? data['before'] ?? data['gateway'])}`),
        all,
      };
    };
    const change = async (port: number) => {
      expect((await client.send('PUT', '/v1/upstreams/demo', upstream('demo', port))).status).toBeLessThan(300);
      expect((await client.send('POST', '/v1/publish', {})).status).toBe(200);
    };
    return { ...client, events, change };
  };

  test('misses no commit, publication, rollout or change of nodes', async () => {
    const { send, events, change, store } = listening();
    await send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: SHOP });
    await send('POST', '/v1/publish', {});
    const begun = await events();
    expect(begun.told).toEqual([]);
    for (const port of [1, 2, 3]) await change(port);
    await store.put('fleet/default/edge/relay-1.json', new TextEncoder().encode('{}'));
    const told = ['commit 2', 'commit 3', 'commit 4', 'publication 2', 'publication 3', 'publication 4'];
    const next = await events(begun.id);
    expect(next.told.filter((one) => !one.startsWith('rollout'))).toEqual([...told, 'nodes default/edge']);
    expect((await events(next.id)).told).toEqual([]);

    // Whoever is cut off in between goes on from there.
    const cut = next.all.find(({ name, data }) => name === 'publication' && data['number'] === 2)?.id;
    expect((await events(cut)).told).toEqual(
      expect.arrayContaining(['publication 3', 'publication 4', 'nodes default/edge']),
    );
    const commit = next.all.find(({ name, data }) => name === 'commit' && data['number'] === 3);
    expect((await events(commit?.id)).told.slice(0, 2)).toEqual(['commit 4', 'publication 2']);
    expect((await events(String(commit?.data['digest']))).told).toEqual(['commit 4']);
  });

  test('is told what is left out, where something must be', async () => {
    const { send, events, change } = listening();
    await send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: SHOP });
    await change(1);
    const { all } = await events('1'.repeat(64));
    expect(all.slice(1, 3)).toMatchObject([
      { name: 'skipped', data: { event: 'commit', before: 1 } },
      { name: 'commit', data: { number: 1 } },
    ]);
    expect((await events('0'.repeat(64))).told).toEqual(['commit 1', 'commit 2']);
    for (const nonsense of ['nonsense', 'W10', btoa('[1,2,3,4]').replace(/=+$/, '')]) {
      const refused = await send('GET', '/v1/events?seconds=1', undefined, { 'last-event-id': nonsense });
      expect(refused.status).toBe(404);
    }
  });
});

test('those who follow share a look', async () => {
  const store = createMemoryStore();
  let lists = 0;
  const counting = { ...store, list: (prefix: string) => ((lists += 1), store.list(prefix)) };
  const api = await serveApi({ store: counting, host: '127.0.0.1', port: 0 });
  const ended = new AbortController();
  try {
    const streams = await Promise.all(
      Array.from({ length: 20 }, () => fetch(`${api.url}/v1/events`, { signal: ended.signal })),
    );
    const begun = lists;
    await Promise.all(streams.map(async (stream) => stream.body?.getReader().read()));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(lists - begun).toBeLessThan(3 * 20 * 2);
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
  expect([status, body]).toEqual([
    200,
    expect.stringMatching(/^: follows\n\nid: [\w-]+\nevent: following\ndata: \{\}\n\n$/),
  ]);
  expect(time).toBeLessThan(100_000);
});
