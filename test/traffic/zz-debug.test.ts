import { test } from 'vitest';
import { startRateLimitService } from '../servers/rate-limit-service.ts';
import { document, upstream, virtualHost } from './documents.ts';
import { startGateway } from './harness.ts';
import { reservePort } from './ports.ts';
import { setTimeout as sleep } from 'node:timers/promises';
test('x', async () => {
  const gw = await startGateway({ gateway: `accessLog: []\nnodes: { clusters: [edge], ids: [rls] }`, documents: {
    ...virtualHost('a', 'routes: [{ respond: { statusCode: 200 } }]'),
    ...document('RateLimit', 'shop', 'gateways: [edge]\ndomain: shop\ndescriptors: [{ key: user, limit: { requests: 2, unit: day } }]'),
  }});
  const s = await startRateLimitService({ relay: gw.relay.current().adsAddress, nodeId: 'rls', port: await reservePort() });
  await sleep(4000);
  console.log(JSON.stringify(gw.relay.current().status(), null, 1), gw.relay.recentLog());
  await s.configured((t) => { console.log('RLC', t); return true; });
  await s.stop(); await gw.stop();
}, 60000);
