/**
 * Somebody who may change one namespace tries to see and to change what is in another one. All that is written there has
 * the word that must not come out.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { document, list, seen, startNeighbours, vault, WORD, type Neighbours, type Send } from './neighbours.ts';

let neighbours: Neighbours;
beforeAll(async () => {
  neighbours = await startNeighbours();
});
const treeOf = (): Promise<string> => neighbours.treeOf();
const root: Send = (...request) => neighbours.as('root')(...request);
const mallory: Send = (...request) => neighbours.as('mallory')(...request);

const VAULT = '/v1/upstreams/vault?namespace=victim';
const patch = { 'content-type': 'application/json-patch+json' };
const GUESS = `"${'0'.repeat(64)}"`;

describe('what is in another namespace is not told', () => {
  test.each<[string, string, unknown?, Readonly<Record<string, string>>?]>([
    ['GET', VAULT],
    ['GET', `${VAULT}&revision=2`],
    ['GET', '/v1/upstreams/nothing?namespace=victim'],
    ['GET', '/v1/upstreams?namespace=victim'],
    ['GET', '/v1/virtualhosts?fieldSelector=spec.hostnames%3Dclassified.example.com'],
    ['GET', '/v1/export'],
    ['GET', '/v1/export?format=json&namespace=victim&revision=2'],
    ['GET', '/v1/revisions'],
    ['GET', '/v1/revisions/2'],
    ['GET', '/v1/revisions/head'],
    ['GET', '/v1/diff?from=1&to=2'],
    ['GET', '/v1/diff?from=1&to=2&envoy=true'],
    ['GET', '/v1/gateways/edge/publications?namespace=infra'],
    ['GET', '/v1/gateways/edge/bootstrap?namespace=infra'],
    ['GET', '/v1/rollouts'],
    ['GET', '/v1/rollouts/edge?namespace=infra'],
    ['GET', '/v1/nodes'],
    ['GET', '/v1/upstreams/vault/endpoints?namespace=victim'],
    ['PUT', VAULT, vault],
    ['PUT', VAULT, vault, { 'if-match': GUESS }],
    ['PUT', '/v1/upstreams/new?namespace=victim', document('Upstream', 'victim/new', { endpoints: [] })],
    ['PATCH', VAULT, [{ op: 'test', path: '/spec', value: 0 }], patch],
    ['PATCH', VAULT, [{ op: 'test', path: '', value: vault }], patch],
    ['PATCH', VAULT, { spec: { endpoints: 7 } }, { 'content-type': 'application/merge-patch+json' }],
    ['DELETE', VAULT],
    ['DELETE', `${VAULT}&cascade=true`],
    ['DELETE', VAULT, undefined, { 'if-match': GUESS }],
    ['DELETE', '/v1/upstreams/nothing?namespace=victim'],
    ['POST', '/v1/apply', list(vault)],
    ['POST', '/v1/apply?dryRun=true', list({ ...vault, spec: { endpoints: [{ address: '10.0.0.1', port: 1 }] } })],
    ['POST', '/v1/apply?prune=true&namespace=victim', list(vault)],
    ['POST', '/v1/rollback?dryRun=true', { revision: '1' }],
    ['POST', '/v1/publish', {}],
    ['POST', '/v1/publish?dryRun=true', { gateways: ['infra/edge'] }],
    ['POST', '/v1/publish', { gateways: ['victim/nothing'] }],
    ['PUT', '/v1/upstreams/vault/endpoints?namespace=victim', { endpoints: [] }],
    ['DELETE', '/v1/upstreams/nothing/endpoints?namespace=victim'],
    ['PUT', '/v1/settings', { publish: 'automatic' }],
  ])('%s %s %j', async (method, path, body, headers) => {
    const before = await treeOf();
    const answer = await mallory(method, path, body, headers);
    expect(seen(answer)).not.toMatch(WORD);
    // What is there, and what is not, look the same.
    if (method !== 'GET' || path.includes('namespace=victim')) expect([200, 403]).toContain(answer.status);
    if (method !== 'GET') expect(answer.status).toBe(403);
    expect(await treeOf()).toBe(before);
  });

  test('nor in the plan of a change of one’s own, which others share an Envoy with', async () => {
    const own = document('VirtualHost', 'team/site', { gateways: ['infra/edge'], hostnames: ['new.example.com'] });
    const plan = await mallory('PUT', '/v1/virtualhosts/site?namespace=team&dryRun=true', own);
    expect(plan).toMatchObject({ status: 200, body: { gateways: ['infra/edge'] } });
    expect(seen(plan)).not.toMatch(WORD);
    expect(plan.body).toMatchObject({
      envoy: [{ gateway: 'infra/edge', changed: 1, resources: [{ change: 'changed' }] }],
    });
  });

  test('nor when one’s own change takes something away from it', async () => {
    const taken = document('VirtualHost', 'team/site', {
      gateways: ['infra/edge'],
      hostnames: ['classified.example.com'],
    });
    const answer = await mallory('PUT', '/v1/virtualhosts/site?namespace=team', taken);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      diagnostics: [{ code: 'duplicate-hostname', file: 'VirtualHost/team/site.json', pointer: '/spec/hostnames/0' }],
    });
    expect(seen(answer)).not.toMatch(/victim|classified/);
  });

  test('nor in what might have been meant', async () => {
    const near = document('Route', 'team/r', {
      virtualHosts: ['site'],
      routes: [{ match: { path: { prefix: '/' } }, forward: { upstream: 'vualt' } }],
    });
    const answer = await mallory('PUT', '/v1/routes/r?namespace=team', near);
    expect(answer.status).toBe(422);
    expect(seen(answer)).not.toMatch(/victim|vault/);
    const there = structuredClone(near);
    there.spec = {
      ...near.spec,
      routes: [{ match: { path: { prefix: '/' } }, forward: { upstream: 'victim/vualt' } }],
    };
    expect((await mallory('PUT', '/v1/routes/r?namespace=team', there)).status).toBe(403);
  });

  test('nor by GraphQL', async () => {
    const ask = async (query: string) => mallory('POST', '/graphql', { query });
    for (const query of [
      '{ upstreams(namespace: "victim") { nodes { etag } } upstream(name: "vault", namespace: "victim") { etag } }',
      '{ virtualHosts { nodes { spec { hostnames gatewaysDocuments { metadata { name } users { ... on VirtualHost { spec { hostnames } } } } } } } }',
      '{ revisions { author message } revision(revision: "2") { author message } }',
      '{ diff(from: "1", to: "2") }',
      '{ rollouts nodes }',
      'mutation { delete(kind: "Upstream", name: "vault", namespace: "victim", ifMatch: "\\"0\\"") { status } }',
      'mutation { apply(documents: [{ apiVersion: "enroute.dev/v1", kind: "Upstream", metadata: { name: "vault", namespace: "victim" }, spec: { dns: { hostname: "classified.internal", port: 80 } } }]) { status } }',
      'mutation { rollback(revision: "1", dryRun: true) { changes envoy } }',
      'mutation { publish(gateways: ["infra/edge"], dryRun: true) }',
      'mutation { pauseRollout(gateway: "infra/edge") }',
    ]) {
      const before = await treeOf();
      const answer = await ask(query);
      // A guess that was sent comes back in no answer.
      expect(JSON.stringify(answer.body)).not.toMatch(WORD);
      if (query.startsWith('mutation'))
        expect(answer.body).toMatchObject({ errors: [{ extensions: { status: 403 } }] });
      expect(await treeOf()).toBe(before);
    }
  });

  test('nor by events', async () => {
    const { body } = await root('GET', '/v1/revisions/1');
    const { digest } = (body as { readonly revision: { readonly digest: string } }).revision;
    const events = await mallory('GET', '/v1/events?seconds=1', undefined, { 'last-event-id': digest });
    expect(String(events.body)).toContain('"number":2');
    expect(seen(events)).not.toMatch(WORD);
  });
});

describe('what is one’s own is still to be had', () => {
  test('with its history, and without what others said', async () => {
    const put = document('Upstream', 'team/own', { endpoints: [{ address: '10.0.0.2', port: 80 }] });
    expect((await mallory('PUT', '/v1/upstreams/own?namespace=team&message=mine', put)).status).toBe(200);
    expect((await mallory('GET', '/v1/revisions')).body).toMatchObject({
      items: [
        { number: 3, author: 'mallory', message: 'mine' },
        { number: 2, author: '', message: '' },
        { number: 1, author: '', message: '' },
      ],
    });
    expect((await mallory('GET', '/v1/revisions/3')).body).toMatchObject({ changes: [{ name: 'own', fields: [{}] }] });
    expect((await mallory('GET', '/v1/revisions/2')).body).toMatchObject({ changes: [] });
    expect((await mallory('GET', '/v1/diff?from=1&to=3')).body).toMatchObject({ changes: [{ name: 'own' }] });
    expect((await root('GET', '/v1/diff?from=1&to=3')).body).toMatchObject({ changes: { length: 7 } });
  });
});
