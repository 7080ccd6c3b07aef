/** The documents of docs/quick-start, to begin with. */
import type { SourceFile } from '../../compiler/index.ts';

export const FIRST_DOCUMENTS: readonly SourceFile[] = [
  {
    path: 'gateway.yaml',
    text: `# The gateway: which Envoys belong to it, and where they listen.
apiVersion: enroute.dev/v1
kind: Gateway
metadata:
  name: edge
spec:
  listeners:
    - name: http
      port: 8080
      protocol: HTTP
`,
  },
  {
    path: 'shop.yaml',
    text: `# A host and its routes.
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata:
  name: shop
spec:
  gateways: [edge]
  hostnames: ['*']
  routes:
    - match: { path: { prefix: / } }
      forward: { upstream: demo }
    - match: { path: { exact: /hello } }
      respond: { statusCode: 200, body: "Hello from Enroute\\n" }
    - match: { path: { prefix: /limited } }
      forward: { upstream: demo }
      filters:
        - { type: local-rate-limit, requests: 3, per: 10s }
---
# Where requests go: the demo upstream, which \`enroutectl up --demo\` runs.
apiVersion: enroute.dev/v1
kind: Upstream
metadata:
  name: demo
spec:
  endpoints:
    - { address: 127.0.0.1, port: 8081 }
`,
  },
];
