/** What Envoys would lose: most of what they have by a publication, and all of it when their gateway is withdrawn. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../functions/api/audit.ts';
import { gateway, route, SHOP, upstream } from '../../store/workspace/documents.ts';
import { createClient, type Client } from './client.ts';

let client: Client;
const send: Client['send'] = (...request) => client.send(...request);
const apply = (items: readonly unknown[], query = '') =>
  send('POST', `/v1/apply${query}`, { apiVersion: 'v1', kind: 'List', items });
const names = Array.from({ length: 40 }, (_, place) => `r${place}`);

beforeEach(async () => {
  client = createClient();
  await apply([...SHOP, ...names.map((name) => route(name, 'demo'))]);
  await send('POST', '/v1/publish', {});
});

describe('a publication by which a gateway loses most of what it has', () => {
  const LOSS = { before: expect.any(Number), after: expect.any(Number) };

  beforeEach(() => apply(SHOP, '?prune=true'));

  test('is refused, until somebody says that it is meant', async () => {
    const refused = await send('POST', '/v1/publish', {});
    expect(refused).toMatchObject({
      status: 409,
      body: {
        losses: [{ gateway: 'default/edge', ...LOSS }],
        detail: expect.stringMatching(/^of \d+ bytes .* default\/edge would keep \d+\. If .*"losses": "allow"$/),
      },
    });
    expect((await send('GET', '/v1/gateways/edge/publications')).body).toMatchObject({ items: [{ number: 1 }] });
    expect((await send('POST', '/v1/publish', { losses: 'maybe' })).status).toBe(400);
    const { body } = await send('POST', '/v1/publish', { losses: 'allow' });
    expect(body).toMatchObject({ gateways: [{ status: 'published', revision: { number: 2 } }] });
  });

  test('says so in its rehearsal', async () => {
    const { body } = await send('POST', '/v1/publish?dryRun=true', {});
    expect(body).toMatchObject({ status: 'planned', gateways: [{ gateway: 'default/edge', loss: LOSS }] });
  });

  test('is refused by GraphQL, too', async () => {
    const query = 'mutation ($losses: Losses! = refuse) { publish(losses: $losses) }';
    const ask = (variables: object) => send('POST', '/graphql', { query, variables });
    expect((await ask({})).body).toMatchObject({ errors: [{ extensions: { status: 409, losses: [LOSS] } }] });
    expect((await ask({ losses: 'allow' })).body).toMatchObject({ data: { publish: { status: 'published' } } });
  });
});

test('a publication by which little is lost is none of these', async () => {
  await send('DELETE', '/v1/routes/r0');
  const rehearsal = await send('POST', '/v1/publish?dryRun=true', {});
  expect(rehearsal.body).not.toMatchObject({ gateways: [{ loss: {} }] });
  expect((await send('POST', '/v1/publish', {})).status).toBe(200);
});

describe('a gateway whose document is deleted', () => {
  const remove = (query = '') => send('DELETE', `/v1/gateways/edge?cascade=true${query}`);

  test('stays published, which each answer about it says', async () => {
    expect((await remove('&dryRun=true')).body).toMatchObject({ stillPublished: ['default/edge'] });
    expect((await remove()).body).toMatchObject({ status: 'committed', stillPublished: ['default/edge'] });
    const { body } = await send('POST', '/v1/publish?dryRun=true', {});
    expect(body).toMatchObject({ gateways: [], retired: ['default/edge'] });
  });

  test('says nothing of it where it was never published', async () => {
    await apply([gateway('other')]);
    expect((await send('DELETE', '/v1/gateways/other')).body).not.toHaveProperty('stillPublished');
  });

  test('is withdrawn when somebody says so, and comes back', async () => {
    await remove();
    const rehearsed = await send('POST', '/v1/gateways/edge/withdraw?dryRun=true');
    expect(rehearsed.body).toMatchObject({ status: 'planned', envoy: [{ gateway: 'default/edge', added: 0 }] });
    const publications = async () => (await send('GET', '/v1/gateways/edge/publications')).body;
    expect(await publications()).toMatchObject({ items: [{ number: 1 }] });

    const { body } = await send('POST', '/v1/gateways/edge/withdraw?message=closed');
    expect(body).toMatchObject({ status: 'withdrawn', revision: { number: 2, message: 'closed' } });
    expect((await send('POST', '/v1/gateways/edge/withdraw')).body).toMatchObject({ status: 'unchanged' });
    expect((await send('POST', '/v1/publish?dryRun=true', {})).body).not.toHaveProperty('retired');

    await apply(SHOP);
    expect((await send('POST', '/v1/publish', {})).body).toMatchObject({
      gateways: [{ status: 'published', revision: { number: 3 } }],
    });
  });

  test('is withdrawn by GraphQL, too', async () => {
    await remove();
    const query = 'mutation { withdraw(gateway: "default/edge") }';
    expect((await send('POST', '/graphql', { query })).body).toMatchObject({
      data: { withdraw: { status: 'withdrawn' } },
    });
  });
});

test('a gateway is not withdrawn while its document is there, nor one that nobody knows', async () => {
  expect(await send('POST', '/v1/gateways/edge/withdraw')).toMatchObject({
    status: 409,
    body: { title: 'The Gateway is still there.' },
  });
  expect((await send('POST', '/v1/gateways/none/withdraw')).status).toBe(404);
});

test('gateways that somebody else publishes into the bucket are none of the workspace', async () => {
  const other = createClient({ store: client.store, workspace: 'other' });
  await other.send('POST', '/v1/apply', { apiVersion: 'v1', kind: 'List', items: [upstream('demo')] });
  expect((await other.send('POST', '/v1/publish?dryRun=true', {})).body).not.toHaveProperty('retired');
});

test('a withdrawal is a publication: who may not publish, may not, and it is written down', async () => {
  await send('DELETE', '/v1/gateways/edge?cascade=true');
  const audit: AuditEntry[] = [];
  const decide = async (_: unknown, { action }: { readonly action: string }) =>
    action === 'publish' ? ({ allowed: false, reason: 'no' } as const) : ({ allowed: true, role: 'editor' } as const);
  const identify = async () =>
    ({ status: 'identified', principal: { kind: 'local', name: 'somebody', claims: {} } }) as const;
  const limited = createClient({
    store: client.store,
    authorizer: { identify, decide, grants: () => [], schemes: {} },
    audit: (entry) => audit.push(entry),
  });
  expect((await limited.send('POST', '/v1/gateways/edge/withdraw')).status).toBe(403);
  expect(audit).toMatchObject([{ operation: 'withdrawGateway', decision: 'denied' }]);
});
