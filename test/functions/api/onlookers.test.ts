/**
 * Somebody who may see one gateway, or what has a label, asks for all that is told of publications, differences and
 * dependents: nothing of another gateway's documents comes out, neither names nor what was said of them.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { document, list, seen, startNeighbours, vault, WORD, type Neighbours, type Send } from './neighbours.ts';

let neighbours: Neighbours;
const as = (name: string): Send => neighbours.as(name);
const root: Send = (...request) => as('root')(...request);
const onlooker: Send = (...request) => as('onlooker')(...request);
const HTTP = { listeners: [{ name: 'http', port: 8081, protocol: 'HTTP' }] };
const inner = document('Gateway', 'infra/classified-inner', HTTP);
const innerHost = (hostname: string) =>
  document('VirtualHost', 'victim/classified-inside', {
    gateways: ['infra/classified-inner'],
    hostnames: [hostname],
    filters: [{ type: 'basic-auth', users: 'classified-key' }],
  });

/** Changes of other gateways than the one that may be seen, and said to be so. */
async function changeInner(hostname: string): Promise<void> {
  const plain = { ...innerHost(hostname), spec: { ...innerHost(hostname).spec, filters: [] } };
  expect((await root('POST', '/v1/apply?message=classified%20change', list(inner, plain))).status).toBe(200);
}

/** A change of what is seen, that is published together with another one. */
async function publishBoth(port: number): Promise<void> {
  const own = document('VirtualHost', 'team/site', {
    gateways: ['infra/edge'],
    hostnames: [`site${port}.example.com`],
  });
  expect((await root('PUT', '/v1/virtualhosts/site?namespace=team&message=opened', own)).status).toBe(200);
  await changeInner(`inside${port}.example.com`);
  expect((await root('POST', '/v1/publish', {})).status).toBe(200);
}

beforeAll(async () => {
  neighbours = await startNeighbours();
  await root('POST', '/v1/publish', { gateways: ['infra/edge'], message: 'classified, but of this gateway' });
  await publishBoth(1);
});

describe('who may see one gateway', () => {
  test('sees its publications, and not what was said of another one', async () => {
    const { body } = await onlooker('GET', '/v1/gateways/edge/publications?namespace=infra&limit=1');
    expect(body).toMatchObject({ items: [{ number: 2, message: '', author: '' }] });
    expect((await root('GET', '/v1/gateways/edge/publications?namespace=infra&limit=1')).body).toMatchObject({
      items: [{ number: 2, message: 'classified change', author: 'root' }],
    });
  });

  test('sees what was said of a publication of its own', async () => {
    const own = document('VirtualHost', 'team/site', { gateways: ['infra/edge'], hostnames: ['said.example.com'] });
    await root('PUT', '/v1/virtualhosts/site?namespace=team&message=mine', own);
    await root('POST', '/v1/publish', { gateways: ['infra/edge'], message: 'out with it' });
    const { body } = await onlooker('GET', '/v1/gateways/edge/publications?namespace=infra&limit=1');
    expect(body).toMatchObject({ items: [{ message: 'out with it', author: 'root' }] });
  });

  test.each(['/v1/revisions?limit=1', '/v1/diff', '/v1/diff?envoy=true', '/v1/rollouts', '/v1/nodes', '/v1/gateways'])(
    'is told nothing by %s',
    async (path) => {
      await changeInner('again.example.com');
      const answer = await onlooker('GET', path);
      expect([200, 403]).toContain(answer.status);
      expect(seen(answer)).not.toMatch(WORD);
      expect(seen(await root('GET', path))).toMatch(/classified|"items":\[\]/);
    },
  );

  test('is told of no other gateway by its name', async () => {
    for (const name of ['classified-inner', 'nothing']) {
      const { status, body } = await onlooker('GET', `/v1/gateways/${name}/publications?namespace=infra`);
      expect({ status, body }).toMatchObject({ status: 403, body: { title: 'The caller may not do this.' } });
    }
  });

  test('is told by events of its own gateway alone', async () => {
    const following = onlooker('GET', '/v1/events?seconds=3');
    await publishBoth(2);
    const events = await following;
    expect(String(events.body)).toMatch(/event: publication\ndata: \{"gateway":"infra\/edge"/);
    expect(seen(events)).not.toMatch(WORD);
  });

  test.each(['', '?dryRun=true'])('is told nothing by publishing it%s', async (query) => {
    const site = document('VirtualHost', 'team/site', {
      gateways: ['infra/edge'],
      hostnames: [`out${query.length}.example.com`],
    });
    await root('PUT', '/v1/virtualhosts/site?namespace=team', site);
    await changeInner(`published${query.length}.example.com`);
    const answer = await as('releaser')('POST', `/v1/publish${query}`, { gateways: ['infra/edge'] });
    expect(answer).toMatchObject({ status: 200, body: { gateways: [{ gateway: 'infra/edge', status: 'published' }] } });
    // What its own Envoys get, it may see.
    expect(JSON.stringify({ ...Object(answer.body), envoy: [] })).not.toMatch(WORD);
  });
});

describe('who may change what has a label', () => {
  const mine = document('Upstream', 'team/mine', { endpoints: [{ address: '10.0.0.3', port: 80 }] }, { team: 'team' });
  const hidden = document('Route', 'victim/classified-user', {
    virtualHosts: ['classified-www'],
    routes: [{ match: { path: { prefix: '/classified-user' } }, forward: { upstream: 'team/mine' } }],
  });

  test('is not told who depends on it', async () => {
    expect((await root('POST', '/v1/apply', list(mine, hidden))).status).toBe(200);
    const before = await neighbours.treeOf();
    for (const query of ['', '&dryRun=true', '&cascade=true', '&cascade=true&dryRun=true']) {
      const answer = await as('labelled')('DELETE', `/v1/upstreams/mine?namespace=team${query}`);
      expect(answer.status).toBe(query.includes('cascade') ? 403 : 409);
      expect(seen(answer)).not.toMatch(WORD);
      expect(seen(answer)).not.toContain('victim');
    }
    expect(await neighbours.treeOf()).toBe(before);
  });

  test.each(['', '&base=2'])('is not told what a rollback would change, which it may not (%s)', async (query) => {
    const moved = { ...vault, spec: { dns: { hostname: 'classified.elsewhere', port: 80 } } };
    expect((await root('PUT', '/v1/upstreams/vault?namespace=victim', moved)).status).toBe(200);
    for (const name of ['labelled', 'mallory', 'inner']) {
      const answer = await as(name)('POST', `/v1/rollback?dryRun=true${query}`, { revision: '2' });
      expect(answer.status).toBe(403);
      expect(seen(answer)).not.toMatch(WORD);
      expect(seen(answer)).not.toContain('victim');
    }
  });
});
