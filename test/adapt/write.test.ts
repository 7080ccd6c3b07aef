import { describe, expect, test } from 'vitest';
import { draft, writeDraft, writeFiles, writeStream } from '../../compiler/adapt/index.ts';

const upstream = draft(
  'Upstream',
  { name: 'shop', namespace: 'default' },
  {
    tls: { validation: { subjectAltNames: ['shop.example.com'] } },
    protocol: 'http1',
    dns: { port: 443, hostname: 'shop.example.com', refreshInterval: '5s' },
  },
  {
    comments: new Map([
      ['', 'From shop.yaml.'],
      ['/spec/dns', 'TODO: the address\nof the shop.'],
      ['/spec/tls/validation/subjectAltNames', 'As in the certificate.'],
    ]),
  },
);

const host = draft(
  'VirtualHost',
  { name: 'shop' },
  {
    routes: [
      {
        forward: { upstream: 'shop', mirrors: [] },
        match: { methods: ['GET', 'HEAD'], path: { template: '/cart/{id}' }, headers: [] },
        name: 'cart',
      },
      { respond: { body: 'off\nor on\n', statusCode: 200 }, match: { path: { prefix: '/' } } },
      { name: 'off', respond: { body: 'off', statusCode: 200 } },
    ],
    hostnames: ['*'],
    gateways: ['edge'],
  },
);

describe('a document', () => {
  test('has the fields of the schema in its order, no defaults, and its comments', () => {
    expect(writeDraft(upstream)).toMatchInlineSnapshot(`
      "# From shop.yaml.
      apiVersion: enroute.dev/v1
      kind: Upstream
      metadata:
        name: shop
      spec:
        # TODO: the address
        # of the shop.
        dns:
          hostname: shop.example.com
          port: 443
        tls:
          validation:
            # As in the certificate.
            subjectAltNames: [shop.example.com]
      "
    `);
  });

  test('has short lists on one line, texts as blocks, and quotes where they are needed', () => {
    expect(writeDraft(host)).toMatchInlineSnapshot(`
      "apiVersion: enroute.dev/v1
      kind: VirtualHost
      metadata:
        name: shop
      spec:
        gateways: [edge]
        hostnames: ['*']
        routes:
          - name: cart
            match:
              path:
                template: /cart/{id}
              methods: [GET, HEAD]
            forward:
              upstream: shop
          - respond:
              statusCode: 200
              body: |
                off
                or on
          - name: 'off'
            respond:
              statusCode: 200
              body: 'off'
      "
    `);
  });
});

test('a stream is in the order of reading', () => {
  const kinds = writeStream([host, upstream])
    .split('\n')
    .filter((line) => line.startsWith('kind:'));
  expect(kinds).toEqual(['kind: Upstream', 'kind: VirtualHost']);
});

test('files are one a kind, but one for each virtual host, and folders for namespaces', () => {
  expect(writeFiles([host, upstream]).map(({ path }) => path)).toEqual(['upstreams.yaml', 'virtual-hosts/shop.yaml']);
  const other = draft('Upstream', { name: 'cart', namespace: 'other' }, { endpoints: [] });
  expect(writeFiles([host, other]).map(({ path }) => path)).toEqual([
    'default/virtual-hosts/shop.yaml',
    'other/upstreams.yaml',
  ]);
});
