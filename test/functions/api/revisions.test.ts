import { beforeEach, describe, expect, test } from 'vitest';
import { SHOP, upstream } from '../../store/workspace/documents.ts';
import { looks } from '../../store/rollout/bucket.ts';
import { createClient, type Client } from './client.ts';

let client: Client;
const send: Client['send'] = (...request) => client.send(...request);

beforeEach(async () => {
  client = createClient();
  const applied = await send('POST', '/v1/apply?message=first', { apiVersion: 'v1', kind: 'List', items: SHOP });
  expect(applied.status).toBe(200);
});

describe('revisions', () => {
  test('are compared and gone back to', async () => {
    await send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    const { body } = await send('GET', '/v1/diff?envoy=true');
    expect(body).toMatchObject({
      from: { number: 1 },
      to: { number: 2 },
      changes: [{ name: 'demo', fields: [{ path: 'spec.endpoints[0].port', before: 8080, after: 9090 }] }],
      envoy: [{ gateway: 'default/edge' }],
    });
    expect((await send('GET', '/v1/revisions/2')).body).toMatchObject({
      revision: { number: 2 },
      changes: [{ name: 'demo' }],
    });
    const back = await send('POST', '/v1/rollback', { revision: '1' });
    expect(back.body).toMatchObject({ status: 'committed', revision: { number: 3, message: 'back to revision 1' } });
    expect((await send('GET', '/v1/upstreams/demo')).body).toEqual(upstream('demo'));
    expect((await send('GET', '/v1/upstreams/demo?revision=2')).body).toEqual(upstream('demo', 9090));
    expect((await send('POST', '/v1/rollback', { revision: '99' })).status).toBe(404);
  });
});

describe('publishing', () => {
  test('is a step of its own, and can be rehearsed', async () => {
    const rehearsed = await send('POST', '/v1/publish?dryRun=true', {});
    expect(rehearsed.body).toMatchObject({
      status: 'planned',
      gateways: [{ gateway: 'default/edge', status: 'published' }],
    });
    const { body } = await send('POST', '/v1/publish', {});
    expect(body).toMatchObject({
      gateways: [
        {
          gateway: 'default/edge',
          status: 'published',
          revision: { number: 1, message: 'first', commit: expect.stringMatching(/^[0-9a-f]{64}$/) },
        },
      ],
    });
    const again = await send('POST', '/v1/publish', { message: 'again' });
    expect(again.body).toMatchObject({ gateways: [{ status: 'unchanged' }] });
    expect((await send('GET', '/v1/gateways/edge/publications')).body).toMatchObject({ items: [{ number: 1 }] });
    expect((await send('POST', '/v1/publish', { gateways: ['default/none'] })).status).toBe(404);
    expect((await send('POST', '/v1/publish', { gatways: [] })).status).toBe(400);
  });

  test('over a rollout that a person has paused says that no node gets it yet', async () => {
    await send('POST', '/v1/publish', {});
    await looks(client.store, 1);
    await send('POST', '/v1/rollouts/edge/pause?message=lunch');
    await send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    const held = { kind: 'person', message: 'lunch', author: expect.any(String) };
    for (const status of ['published', 'unchanged'])
      expect((await send('POST', '/v1/publish', {})).body).toMatchObject({ gateways: [{ status, held }] });
    await send('POST', '/v1/rollouts/edge/resume');
    expect((await send('POST', '/v1/publish', {})).body).not.toMatchObject({ gateways: [{ held }] });
  });

  test('goes only over what was seen', async () => {
    const publish = (expected: unknown) => send('POST', '/v1/publish', { expect: expected });
    const planned = await send('POST', '/v1/publish?dryRun=true', {});
    expect(planned.body).toMatchObject({ gateways: [{ status: 'published', revision: null }] });
    expect((await publish({ 'default/edge': null })).body).toMatchObject({ gateways: [{ status: 'published' }] });
    await send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    expect((await publish({ 'default/edge': null })).body).toMatchObject({
      gateways: [{ status: 'conflict', revision: { number: 1 } }],
    });
    const again = await send('POST', '/v1/publish?dryRun=true', {});
    const { gateways } = again.body as { gateways: { revision: { digest: string } }[] };
    const seen = { 'default/edge': gateways[0]?.revision.digest };
    expect((await publish(seen)).body).toMatchObject({ gateways: [{ status: 'published', revision: { number: 2 } }] });
    expect((await publish({ 'default/none': null })).status).toBe(404);
    expect((await publish({ 'default/edge': 'x' })).status).toBe(400);
  });

  test('follows each commit, if the workspace says so', async () => {
    expect((await send('PUT', '/v1/settings', { publish: 'automatic' })).body).toMatchObject({
      publish: 'automatic',
      publications: [{ gateway: 'default/edge', status: 'published' }],
    });
    const { body } = await send('PUT', '/v1/upstreams/demo', upstream('demo', 9090));
    expect(body).toMatchObject({ publications: [{ gateway: 'default/edge', status: 'published' }] });
    expect((await send('PUT', '/v1/settings', { publish: 'maybe' })).status).toBe(400);
  });

  test('gives rollouts, nodes and bootstraps', async () => {
    await send('POST', '/v1/publish', {});
    expect((await send('GET', '/v1/nodes')).body).toMatchObject({ items: [{ gateway: 'default/edge', connected: 0 }] });
    expect((await send('GET', '/v1/rollouts')).body).toEqual({ items: [] });
    const paused = await send('POST', '/v1/rollouts/edge/pause?message=wait');
    expect(paused.body).toMatchObject({ gateway: 'default/edge' });
    expect((await send('POST', '/v1/rollouts/none/pause')).status).toBe(404);
    const { body } = await send('GET', '/v1/gateways/edge/bootstrap?node=envoy-1');
    expect(body).toMatchObject({ node: { id: 'envoy-1', cluster: 'edge' }, dynamic_resources: {} });
  });
});
