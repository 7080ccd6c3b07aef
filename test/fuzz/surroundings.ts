/** Documents that random references lead to: each name of `random-documents.ts`, with each kind that can be named. */
const NAMES = ['edge', 'shop', 'cart'];

const named = (kind: string, name: string, spec: object) => ({
  apiVersion: 'enroute.dev/v1',
  kind,
  metadata: { name },
  spec,
});

const UPSTREAMS = [
  { endpoints: [{ address: '192.0.2.1', port: 80 }] },
  { endpoints: [{ address: '192.0.2.2', port: 80 }], protocol: 'http2' },
  { dns: { hostname: 'shop.example.com', port: 443 }, tls: { validation: { system: true } } },
];

const SECRETS = [
  { type: 'tls-certificate', file: { certificateChain: '/secrets/edge.crt', privateKey: '/secrets/edge.key' } },
  { type: 'certificate-authority', file: { value: '/secrets/shop.crt' } },
  { type: 'generic', file: { value: '/secrets/cart' } },
];

export const SURROUNDINGS: readonly unknown[] = NAMES.flatMap((name, place) => [
  named('Upstream', name, UPSTREAMS[place] ?? {}),
  named('Secret', name, SECRETS[place] ?? {}),
  named('Filter', name, { type: 'cors', name: `cors-${name}`, allowOrigins: [{ exact: 'https://shop.example.com' }] }),
]);
