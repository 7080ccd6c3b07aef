/** What the compiler has to say of one filter. */
import { compile } from '../../../compiler/index.ts';

const DOCUMENTS = `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec:
  listeners: [{ name: http, port: 8080, protocol: HTTP }]
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: http1 }
spec: { endpoints: [{ address: 127.0.0.1, port: 1 }] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: http2 }
spec: { protocol: http2, endpoints: [{ address: 127.0.0.1, port: 1 }] }
---
apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: generic }
spec: { type: generic, environment: { value: GENERIC } }
---
apiVersion: enroute.dev/v1
kind: Secret
metadata: { name: authority }
spec: { type: certificate-authority, environment: { value: AUTHORITY } }
---
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec:
  gateways: [edge]
  hostnames: [shop.example.com]
  routes: [{ respond: { statusCode: 200 } }]
`;

const FILTER = '/spec/filters/0';

/**
 * Compiles a virtual host with the filter; there are the Upstreams `http1` and `http2` to name, and the Secrets `generic`
 * and `authority`.
 *
 * @param filter YAML in flow style
 * @returns the code of each diagnostic and what it points to within the filter, such as `out-of-range /timeout`
 */
export function mistakesIn(filter: string): readonly string[] {
  const { diagnostics } = compile([{ path: 'shop.yaml', text: `${DOCUMENTS}  filters: [${filter}]\n` }]);
  return diagnostics.map(({ code, pointer }) => `${code} ${pointer.replace(FILTER, '')}`);
}
