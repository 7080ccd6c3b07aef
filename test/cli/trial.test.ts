import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lossBetween } from '../../store/loss.ts';
import { createPortGuard } from '../../cli/up/ports.ts';
import { compactAccess } from '../../cli/up/render.ts';
import { trialsOf } from '../../cli/up/trial.ts';
import { FEWEST_HOSTS_APART } from '../../compiler/4-lower/route/shared-routes.ts';
import { compile, type CompiledBundle } from '../../compiler/index.ts';
import { listen, reservePort } from '../servers/ports.ts';

const compiled = (text: string): readonly CompiledBundle[] => {
  const { bundles, diagnostics } = compile([{ path: 'all.yaml', text }]);
  expect(diagnostics).toEqual([]);
  return bundles;
};

const gateway = (listeners: string, name = 'edge'): string => `
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: ${name} }
spec: { listeners: [${listeners}] }
---`;

const host = (hostnames: string, routes: string): string => `
apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop }
spec: { gateways: [edge], hostnames: [${hostnames}], routes: [${routes}] }
---
apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: demo }
spec: { endpoints: [{ address: 127.0.0.1, port: 9 }] }
`;

const HTTP = '{ name: http, port: 8080, protocol: HTTP }';
const FORWARD = '{ forward: { upstream: demo } }';
const RESPOND = '{ match: { path: { exact: /hello } }, respond: { statusCode: 200 } }';
const CHOOSY = '{ match: { path: { exact: /a }, headers: [{ name: x, exact: y }] }, respond: { statusCode: 200 } }';

const MANY = Array.from({ length: 80 }, (_, place) => RESPOND.replace('/hello', `/hello/${place}`)).join(', ');

describe('how to reach a gateway', () => {
  test.each([
    ['an answer of its own', HTTP, "'*'", `${FORWARD}, ${RESPOND}`, 'curl http://127.0.0.1:8080/hello'],
    ['an upstream', HTTP, "'*'", FORWARD, 'curl http://127.0.0.1:8080/'],
    ['what needs no more than a path', HTTP, "'*'", `${CHOOSY}, ${FORWARD}`, 'curl http://127.0.0.1:8080/'],
    ['one of many routes', HTTP, "'*'", MANY, 'curl http://127.0.0.1:8080/hello/0'],
    ['a host', HTTP, 'shop.test', RESPOND, "curl -H 'host: shop.test' http://127.0.0.1:8080/hello"],
    ['any of some hosts', HTTP, "'*.shop.test'", RESPOND, "curl -H 'host: www.shop.test' http://127.0.0.1:8080/hello"],
    ['one address', HTTP.replace('port', "address: '::1', port"), "'*'", RESPOND, 'curl http://[::1]:8080/hello'],
  ])('by %s', (_, listener, hostnames, routes, curl) => {
    const [bundle] = compiled(gateway(listener) + host(hostnames, routes));
    expect(bundle && trialsOf(bundle)).toMatchObject([{ listener: 'http', curl }]);
  });

  test('by one of so many hosts that each stands apart', () => {
    const hosts = Array.from({ length: FEWEST_HOSTS_APART - 1 }, (_, place) =>
      host(`h${place}.test`, FORWARD).split('---')[0]?.replace('name: shop', `name: h${place}`),
    );
    const [bundle] = compiled([gateway(HTTP) + host('shop.test', `${FORWARD}, ${RESPOND}`), ...hosts].join('---'));
    const curl = "curl -H 'host: shop.test' http://127.0.0.1:8080/hello";
    expect(bundle && trialsOf(bundle)).toMatchObject([{ listener: 'http', curl }]);
  });
});

describe('ports', () => {
  const listener = (port: number) => `{ name: http, port: ${port}, protocol: HTTP }`;

  test('that are free can be had, and are ours from then on', async () => {
    const port = await reservePort();
    const bundles = compiled(gateway(listener(port)));
    const guard = createPortGuard();
    expect(await guard.check(bundles)).toBeUndefined();
    guard.own(bundles);
    const server = createServer();
    await listen(server, port);
    onTestFinished(() => void server.close());
    expect(await guard.check(bundles)).toBeUndefined();
    expect(await createPortGuard().check(bundles)).toMatchObject({
      message: `port ${port} of listener http of default/edge is taken by another process`,
    });
  });

  test('are not shared between two gateways', async () => {
    const port = await reservePort();
    const bundles = compiled(gateway(listener(port)) + gateway(listener(port), 'other'));
    expect(await createPortGuard().check(bundles)).toMatchObject({
      message: `port ${port} of listener http of default/other is that of default/edge, and here both are on one machine`,
    });
  });
});

describe('a loss', () => {
  const manifest = (routes: number) => {
    const list = Array.from(
      { length: routes },
      (_, place) => `{ match: { path: { exact: /${place} } }, respond: { statusCode: 200 } }`,
    );
    const [bundle] = compiled(gateway(HTTP) + host("'*'", list.join(', ')));
    if (!bundle) throw new Error('the documents have a gateway');
    return bundle.manifest;
  };

  test.each([
    [20, 20, false],
    [20, 14, false],
    [20, 6, true],
    [6, 20, false],
  ])('from %i routes to %i is one: %s', (before, after, expected) => {
    expect(lossBetween(manifest(before), manifest(after)) !== undefined).toBe(expected);
  });
});

test.each([
  ['{"method":"GET","host":"a.test","path":"/x","status":200,"duration":3}', 'GET a.test/x 200 3 ms'],
  ['{"other":1}', '{"other":1}'],
  ['plain \u001b[2J', 'plain \u241b[2J'],
])('the access log line %j is shown as %j', (line, expected) => {
  expect(compactAccess(line)).toBe(expected);
});
