/** Somebody who may change something tries to use what belongs to others, and to get around what it may not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createClient } from './client.ts';
import {
  document,
  host,
  list,
  OWN,
  seen,
  startNeighbours,
  vault,
  WORD,
  type Neighbours,
  type Send,
} from './neighbours.ts';

let neighbours: Neighbours;
beforeAll(async () => {
  neighbours = await startNeighbours();
});
const as = (name: string): Send => neighbours.as(name);
const root: Send = (...request) => as('root')(...request);
const victor: Send = (...request) => as('victor')(...request);
const mallory: Send = (...request) => as('mallory')(...request);

const VAULT = '/v1/upstreams/vault?namespace=victim';
const patch = { 'content-type': 'application/json-patch+json' };
const GUESS = `"${'0'.repeat(64)}"`;

describe('what is in another namespace is not used', () => {
  const forward = (upstream: string, more: object = {}) =>
    document('Route', 'team/r', {
      virtualHosts: ['site'],
      routes: [{ match: { path: { prefix: '/' } }, forward: { upstream }, ...more }],
    });

  test.each([
    ['an Upstream', forward('victim/vault')],
    ['a Filter', forward('own', { filters: [{ type: 'reference', filter: 'victim/classified-sends' }] })],
    ['a Secret', forward('own', { filters: [{ type: 'credential-injector', credential: 'victim/classified-key' }] })],
  ])('%s', async (_, document_) => {
    expect(await mallory('PUT', '/v1/routes/r?namespace=team', document_)).toMatchObject({ status: 403 });
    expect(await mallory('POST', '/v1/apply?dryRun=true', list(document_))).toMatchObject({ status: 403 });
    expect((await root('POST', '/v1/apply?dryRun=true', list(document_))).status).toBe(200);
  });

  test('but what somebody else has let it use, stays', async () => {
    expect((await root('PUT', '/v1/routes/r?namespace=team', forward('victim/vault'))).status).toBe(201);
    const slower = forward('victim/vault', { match: { path: { prefix: '/slow' } } });
    expect((await mallory('PUT', '/v1/routes/r?namespace=team', slower)).status).toBe(200);
    await root('DELETE', '/v1/routes/r?namespace=team');
  });
});

describe('limits that are not namespaces', () => {
  test('a patch does not tell what a document without the label says', async () => {
    for (const name of ['labelled', 'inner']) {
      const answers = [
        await as(name)('PATCH', VAULT, [{ op: 'test', path: '/spec', value: 0 }], patch),
        await as(name)('PUT', VAULT, vault, { 'if-match': GUESS }),
        await as(name)('PUT', VAULT, vault),
        await as(name)('POST', '/v1/apply', list(vault)),
        await as(name)('DELETE', VAULT),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(403);
        expect(seen(answer)).not.toMatch(WORD);
      }
    }
  });

  test('what changes no bundle of another gateway, changes its documents all the same', async () => {
    const relabelled = { ...host, metadata: { ...host.metadata, labels: { team: 'team' } } };
    expect(
      (await as('inner')('PUT', '/v1/virtualhosts/classified-www?namespace=victim&dryRun=true', relabelled)).status,
    ).toBe(403);
    expect(
      (await victor('PUT', '/v1/virtualhosts/classified-www?namespace=victim&dryRun=true', relabelled)).status,
    ).toBe(200);
  });
});

test('what was denied by GraphQL is in the audit log, as by REST', async () => {
  const before = neighbours.audited.length;
  await mallory('POST', '/graphql', {
    query: 'mutation { delete(kind: "Upstream", name: "vault", namespace: "victim") { status } }',
  });
  const audited = neighbours.audited.slice(before);
  expect(audited).toMatchObject([
    { operation: 'deleteUpstream', principal: { name: 'mallory' }, decision: 'denied', status: 403 },
    { operation: 'graphql', decision: 'allowed', status: 200 },
  ]);
  expect(audited[0]?.requestId).toBe(audited[1]?.requestId);
});

test('the key of somebody else’s request is another one, and one’s own is no way around what was taken away since', async () => {
  const put = document('Upstream', 'team/once', { endpoints: [{ address: '10.0.0.9', port: 80 }] });
  const headers = { 'idempotency-key': 'k' };
  const path = '/v1/upstreams/once?namespace=team';
  expect((await root('PUT', path, put, headers)).status).toBe(201);
  expect((await mallory('PUT', path, put, headers)).body).toMatchObject({ status: 'unchanged' });
  const again = { ...put, spec: { endpoints: [{ address: '10.0.0.8', port: 80 }] } };
  expect((await as('leaver')('PUT', path, again, headers)).body).toMatchObject({ status: 'committed' });
  expect((await as('leaver')('PUT', path, again, headers)).body).toMatchObject({ status: 'committed' });
  neighbours.leave([{ role: 'admin', apiKeys: ['leaver'], namespaces: ['else'] }]);
  expect((await as('leaver')('PUT', path, again, headers)).status).toBe(403);
});

test('a cursor leads into no other workspace of the bucket', async () => {
  const other = createClient({ store: neighbours.store, workspace: 'other', authorizer: neighbours.authorizer });
  const say = (path: string) => other.send('GET', path, undefined, { 'x-name': 'root' });
  await other.send('POST', '/v1/apply', list(...OWN), { 'x-name': 'root' });
  const { items } = (await root('GET', '/v1/revisions')).body as {
    readonly items: readonly { readonly digest: string }[];
  };
  const cursor = btoa(`${items[0]?.digest} Upstream a a`).replace(/=+$/, '');
  expect((await root('GET', `/v1/upstreams?cursor=${cursor}`)).status).toBe(200);
  expect((await say(`/v1/upstreams?cursor=${cursor}`)).status).toBe(410);
  expect((await say(`/v1/revisions?cursor=${items[0]?.digest}`)).status).toBe(404);
  const events = await other.send('GET', '/v1/events?seconds=1', undefined, {
    'x-name': 'root',
    'last-event-id': items[0]?.digest ?? '',
  });
  expect(seen(events)).not.toMatch(WORD);
});
