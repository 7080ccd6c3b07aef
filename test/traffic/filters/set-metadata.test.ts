import { expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway } from '../harness.ts';
import { shared } from '../shared.ts';

const a = shared(() => startUpstream());

const gateway = shared(() =>
  startGateway({
    gateway: `
      accessLog: []
      filters:
        - { type: headers, request: { set: [{ name: x-seen, value: '%DYNAMIC_METADATA(enroute)%' }] } }
    `,
    documents: {
      ...upstream('a', a().port),
      ...virtualHost(
        'shop',
        `
        filters:
          - type: set-metadata
            entries: [{ values: { team: shop, limits: { burst: 10, soft: true }, tags: [a, null] } }]
        routes:
          - forward: { upstream: a }
          - match: { path: { prefix: /pay } }
            forward: { upstream: a }
            filters: [{ type: set-metadata, entries: [{ values: { team: pay } }] }]
          - match: { path: { prefix: /keep } }
            forward: { upstream: a }
            filters: [{ type: set-metadata, entries: [{ values: { team: pay } }, { values: { team: other } }] }]
          - match: { path: { prefix: /overwrite } }
            forward: { upstream: a }
            filters:
              - type: set-metadata
                entries: [{ values: { team: pay, x: 1 } }, { values: { team: other }, whenPresent: overwrite }]
          - match: { path: { prefix: /more } }
            forward: { upstream: a }
            filters:
              - { type: set-metadata, name: more, entries: [{ values: { more: true }, whenPresent: overwrite }] }
          - match: { path: { prefix: /off } }
            forward: { upstream: a }
            disableFilters: [set-metadata]
      `,
      ),
    },
  }),
);

const SHOP = { team: 'shop', limits: { burst: 10, soft: true }, tags: ['a', null] };

test.each([
  ['what the host says', '/', SHOP],
  ['what the route says instead', '/pay', { team: 'pay' }],
  ['what came first', '/keep', { team: 'pay' }],
  ['what came last, where that may overwrite', '/overwrite', { team: 'other', x: 1 }],
  ['what a second filter adds', '/more', { ...SHOP, more: true }],
  ['nothing where the filter is disabled', '/off', {}],
])('the metadata is %s', async (_, path, expected) => {
  const { headers } = await gateway().echo({ host: 'shop.test', path });
  expect(JSON.parse(headers['x-seen'] || '{}')).toEqual(expected);
});
