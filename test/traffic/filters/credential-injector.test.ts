import { expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { document, upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const a = shared(() => startUpstream());

const generic = (name: string) => document('Secret', name, 'type: generic', `file: { value: ${name}.txt }`);

const gateway = shared(() =>
  startGateway({
    secrets: { 'partner.txt': 's3cret', 'key.txt': 'k3y' },
    documents: {
      ...upstream('a', a().port),
      ...generic('partner'),
      ...generic('key'),
      ...virtualHost(
        'shop',
        `
        filters: [{ type: credential-injector, credential: partner }]
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /key } }
            forward: { upstream: a }
            filters: [{ type: credential-injector, credential: key, header: x-api-key, prefix: '' }]
          - match: { path: { prefix: /keep } }
            forward: { upstream: a }
            filters: [{ type: credential-injector, credential: partner, whenPresent: keep }]
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [credential-injector]
      `,
      ),
    },
  }),
);

test.each([
  ['a credential', '/', {}, 'Bearer s3cret', undefined],
  ['a credential instead of the client’s', '/', { authorization: 'mine' }, 'Bearer s3cret', undefined],
  ['another credential in another header', '/key', { authorization: 'mine' }, 'mine', 'k3y'],
  ['a credential where the client has none', '/keep', {}, 'Bearer s3cret', undefined],
  ['the client’s credential where that is kept', '/keep', { authorization: 'mine' }, 'mine', undefined],
  ['the client’s credential where the filter is disabled', '/off', { authorization: 'mine' }, 'mine', undefined],
])('the upstream gets %s', async (_, path, headers: Readonly<Record<string, string>>, authorization, key) => {
  const echo = await gateway().echo({ host: 'shop.test', path, headers });
  expect([echo.headers['authorization'], echo.headers['x-api-key']]).toEqual([authorization, key]);
});

test('a new credential is used as soon as it is there', async () => {
  await gateway().writeSecret('partner.txt', 'renewed');
  const current = async () => (await gateway().echo({ host: 'shop.test' })).headers['authorization'];
  await expect.poll(current, { timeout: 10_000 }).toBe('Bearer renewed');
});
