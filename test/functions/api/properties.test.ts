/** What is to hold whatever is asked: patches by their RFCs, pages of one revision, conditions, keys, rehearsals. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../compiler/canonical-json.ts';
import { OPERATIONS } from '../../../functions/api/operations/index.ts';
import { readJsonPatch, readMergePatch } from '../../../functions/api/patch.ts';
import { Problem } from '../../../functions/api/problem.ts';
import { isObject } from '../../../functions/api/bodies.ts';
import { route, SHOP, upstream } from '../../store/workspace/documents.ts';
import { createClient, type Client } from './client.ts';

let client: Client;
const send: Client['send'] = (...request) => client.send(...request);

beforeEach(async () => {
  client = createClient();
  await send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: SHOP });
  await send('POST', '/v1/publish', {});
});

/** All that the bucket holds. */
async function bucket(): Promise<Readonly<Record<string, string>>> {
  const etags: [string, string][] = [];
  for await (const { key, etag } of client.store.list('')) etags.push([key, etag]);
  return Object.fromEntries(etags);
}

/** Keys such as `constructor` would make a comparison of objects ask for their prototypes. */
const textOf = canonicalJson;

const key = fc.constantFrom('a', 'b', '', '/', '~', '~1', '0', '-', '__proto__', 'constructor', 'toString');
const json = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, -0, 1.5, '', 'text'),
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries) as Record<string, unknown>),
}));

describe('a patch makes of any JSON what its RFC says', () => {
  /** RFC 7396, section 2, as it stands there. */
  function mergePatch(target: unknown, patch: unknown): unknown {
    if (!isObject(patch)) return patch;
    let result = new Map(isObject(target) ? Object.entries(target) : []);
    for (const [name, value] of Object.entries(patch)) {
      if (value === null) result.delete(name);
      else result = result.set(name, mergePatch(result.get(name), value));
    }
    return Object.fromEntries(result);
  }

  test('merged', () => {
    fc.assert(
      fc.property(json.object, json.object, (document, patch) => {
        const before = textOf(document);
        expect(textOf(readMergePatch(patch)(document))).toBe(textOf(mergePatch(document, patch)));
        expect(textOf(document)).toBe(before);
      }),
    );
  });

  const pointer = fc
    .array(key, { maxLength: 3 })
    .map((steps) => steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));

  /** What RFC 6902 wants of a place: that it can be read after something was put there, and the rest is as it was. */
  test('or put somewhere, from where it can be tested for, copied, moved back and taken away', () => {
    const patched = (document: Record<string, unknown>, ...patch: readonly object[]) => readJsonPatch(patch)(document);
    let applied = 0;
    fc.assert(
      fc.property(json.object, pointer, json.value, (document, path, value) => {
        const before = textOf(document);
        let added: Record<string, unknown>;
        try {
          added = patched(document, { op: 'add', path, value });
        } catch (error) {
          expect(error).toBeInstanceOf(Problem); // The path leads nowhere, or no object would be left.
          return;
        }
        expect(textOf(document)).toBe(before);
        if (path === '' || path.endsWith('/-')) return; // The whole, or the end of a list: no place to look at again.
        applied += 1;
        expect(textOf(patched(added, { op: 'test', path, value }))).toBe(textOf(added));
        expect(patched(added, { op: 'copy', from: path, path })).toBeDefined();
        const there = { op: 'move', from: path, path: '/moved' };
        const back = { op: 'move', from: '/moved', path };
        expect(textOf(patched(added, there, back))).toBe(textOf(added));
        expect(() => patched(added, { op: 'test', path, value: { another: value } })).toThrow(Problem);
      }),
      { numRuns: 500 },
    );
    expect(applied).toBeGreaterThan(100);
  });

  test('and what cannot be a document is refused, and changes nothing', async () => {
    const operation = fc.record({
      op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'none'),
      path: fc.oneof(pointer, fc.constantFrom('/spec', '/spec/routes/0', '/metadata/name', '/kind', '', 'x', '/~2')),
      from: pointer,
      value: json.value,
    });
    const body = fc.oneof(fc.array(operation, { maxLength: 3 }), json.value);
    const type = fc.constantFrom('application/merge-patch+json', 'application/json-patch+json');
    const before = (await send('GET', '/v1/routes/a')).body;
    await fc.assert(
      fc.asyncProperty(type, body, async (contentType, patch) => {
        const { status } = await send('PATCH', '/v1/routes/a', patch, { 'content-type': contentType });
        expect([200, 400, 409, 422]).toContain(status);
        expect((await send('GET', '/v1/routes/a')).body).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});

test('pages show one revision, whatever is written between them', async () => {
  const names = Array.from({ length: 9 }, (_, place) => `u${place}`);
  const list = { apiVersion: 'v1', kind: 'List', items: names.map((name) => upstream(name)) };
  await send('POST', '/v1/apply?prune=false', list);
  const write = fc.oneof(
    fc.constantFrom(...names).map((name) => () => send('DELETE', `/v1/upstreams/${name}`)),
    fc.tuple(fc.constantFrom(...names, 'u10', 'a', 'zz'), fc.integer({ min: 1, max: 65_535 })).map(
      ([name, port]) =>
        () =>
          send('PUT', `/v1/upstreams/${name}`, upstream(name, port)),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(write, { maxLength: 5 }), async (limit, writes) => {
      const whole = (await send('GET', '/v1/upstreams')).body as { items: unknown[]; revision: unknown };
      const seen: unknown[] = [];
      let cursor: string | undefined = '';
      const waiting = [...writes];
      while (cursor !== undefined) {
        const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const { body } = await send('GET', `/v1/upstreams?limit=${limit}${at}`);
        const page = body as { items: unknown[]; next?: string; revision: unknown };
        expect(page.revision).toEqual(whole.revision);
        seen.push(...page.items);
        cursor = page.next;
        expect((await waiting.shift()?.())?.status ?? 200).toBeLessThan(500);
      }
      expect(seen).toEqual(whole.items);
    }),
    { numRuns: 30 },
  );
});

/** A body for each operation that writes, so that it would do something. */
const BODIES: Readonly<Record<string, unknown>> = {
  applyDocuments: upstream('new'),
  rollback: { revision: '1' },
  publish: {},
  putSettings: { publish: 'automatic' },
  putEndpoints: { endpoints: [{ address: '10.0.0.9', port: 80 }] },
  importOpenapi: {
    openapi: '3.0.0',
    info: { title: 'pets', version: '1' },
    servers: [{ url: 'http://10.0.0.1:80' }],
    paths: { '/pets': { get: { responses: { 200: { description: 'OK' } } } } },
  },
};

const MERGE = { 'content-type': 'application/merge-patch+json' };

async function prepare(id: string): Promise<void> {
  await send('PUT', '/v1/upstreams/pushed', { ...upstream('pushed'), spec: { discovery: { pushed: {} } } });
  if (id === 'withdrawGateway') await send('DELETE', '/v1/gateways/edge?cascade=true');
  await send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
}

/** Calls an operation that writes, with what would make it do something. */
function call(id: string, query: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  const operation = OPERATIONS.find((one) => one.id === id);
  if (!operation) throw new Error(`there is no operation ${id}`);
  const { method, path } = operation;
  const name =
    id === 'putEndpoints' ? 'pushed' : path.includes('gateways') || path.includes('rollouts') ? 'edge' : 'demo';
  const asked = new URLSearchParams({ ...(id === 'deleteUpstream' && { cascade: 'true' }), ...query });
  const at = `${path.replace('{name}', name)}?${asked}`;
  if (method === 'patch') return send('PATCH', at, { metadata: { labels: { team: 'b' } } }, { ...MERGE, ...headers });
  const body = BODIES[id] ?? (id === 'putUpstream' ? upstream('demo', 7070) : undefined);
  return send(method.toUpperCase(), at, body, headers);
}

const writes = (accepts: string) =>
  OPERATIONS.filter(({ method }) => method !== 'get')
    .filter(({ parameters = [] }) => parameters.some(({ name }) => name === accepts))
    .map(({ id }) => id)
    // Each kind of document is written in the same way.
    .filter((id) => !/^(put|patch|delete)(?!Upstream$|Settings$|Endpoints$)/.test(id));

describe('a rehearsal writes nothing', () => {
  test.each(writes('dryRun'))('%s', async (id) => {
    await prepare(id);
    const before = await bucket();
    const key = writes('Idempotency-Key').includes(id) ? { 'idempotency-key': 'once' } : {};
    const rehearsed = await call(id, { dryRun: 'true' }, key);
    expect(rehearsed, JSON.stringify(rehearsed.body)).toMatchObject({ status: 200, body: { status: 'planned' } });
    expect(await bucket()).toEqual(before);
    // And it would have been no rehearsal of nothing.
    const done = await call(id, {}, key);
    expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
    expect(await bucket()).not.toEqual(before);
  });
});

describe('a write whose condition does not hold writes nothing', () => {
  const STALE = { 'if-match': `"${'0'.repeat(64)}"` };

  test.each(writes('If-Match'))('%s', async (id) => {
    await prepare(id);
    const before = await bucket();
    expect((await call(id, {}, STALE)).status).toBe(412);
    expect(await bucket()).toEqual(before);
  });

  test.each(
    OPERATIONS.filter(({ method }) => method !== 'get')
      .map(({ id }) => id)
      .filter((id) => !/^(put|patch|delete)(?!Endpoints$)/.test(id)),
  )('%s, which knows none, says so', async (id) => {
    await prepare(id);
    const before = await bucket();
    const { status, body } = await call(
      id,
      {},
      {
        'if-unmodified-since': 'Wed, 25 Nov 2026 00:00:00 GMT',
      },
    );
    expect(status).toBe(400);
    expect(body).toMatchObject({ detail: 'the header "If-Unmodified-Since" has no meaning here' });
    expect(await bucket()).toEqual(before);
  });
});

describe('an Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'once' };

  // Those of rollouts remember their keys elsewhere: see rollouts.test.ts.
  const ofDocuments = writes('Idempotency-Key').filter((id) => !id.endsWith('Rollout'));

  test.each(ofDocuments)('counts once for %s, and never for something else', async (id) => {
    await prepare(id);
    const [first, second] = await Promise.all([call(id, {}, headers), call(id, {}, headers)]);
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
    expect(second).toMatchObject({ status: first.status, body: first.body });
    const after = await bucket();
    expect((await call(id, { message: 'other' }, headers)).status).toBe(422);
    expect((await send('PUT', '/v1/upstreams/other', upstream('other'), headers)).status).toBe(422);
    expect((await send('PUT', '/v1/routes/b', route('b', 'demo'), headers)).status).toBe(422);
    expect(await bucket()).toEqual(after);
  });
});
