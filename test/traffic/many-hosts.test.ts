/** Hosts that stand apart from their route configuration: what a change to one of many costs, and does to the others. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readStats } from '../../cli/local/envoy-admin.ts';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { findEnvoy } from '../../cli/local/envoy.ts';
import { FEWEST_HOSTS_APART } from '../../compiler/4-lower/route/shared-routes.ts';
import { TypeUrl } from '../../compiler/xds/index.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { openConnection } from '../servers/http-client.ts';
import { startLoad, type Load } from '../servers/load.ts';
import { openStream, openWebsocket, startStreamingServer } from '../servers/long-lived.ts';
import { startUpstream } from '../servers/upstream.ts';
import { rejections, reportOf } from './acceptance.ts';
import type { Configuration } from './configuration.ts';
import { document, GATEWAY, secret, upstream, type Documents } from './documents.ts';
import { forge } from './forge.ts';
import { NODE, startGateway, type RunningGateway } from './harness.ts';
import { publishBundle } from './publish.ts';
import { shared } from './shared.ts';

const backend = shared(() => startUpstream());
const streams = shared(() => startStreamingServer());

const host = (name: string, hostnames: string, routes: string): Documents =>
  document('VirtualHost', name, `gateways: [${GATEWAY}]`, `hostnames: [${hostnames}]`, `routes: [${routes}]`);

const answers = (body: string): string => `{ respond: { statusCode: 200, body: "${body}" } }`;
const toBackend = (timeout: number): string => `{ forward: { upstream: backend, timeout: ${timeout}s } }`;

/** So many hosts, no two of them alike. */
const many = (count: number): Documents =>
  Object.fromEntries(
    Array.from({ length: count }, (_, place) => host(`h${place}`, `h${place}.test`, toBackend(place + 1))).flatMap(
      (one) => Object.entries(one),
    ),
  );

/** Hosts under load, one of them a wildcard, and one with connections that last. */
const steady = (): Documents => ({
  ...upstream('backend', backend().port),
  ...upstream('streams', streams().port),
  ...host('exact', 'exact.test', toBackend(10)),
  ...host('wild', "'*.wild.test'", toBackend(10)),
  ...host('stay', 'stay.test', '{ forward: { upstream: streams, timeout: 0s } }'),
});

const configuration = (count: number, documents: Documents = {}, listeners = {}): Configuration => ({
  listeners: { http: 'protocol: HTTP', ...listeners },
  documents: { ...steady(), ...many(count), ...documents },
});

const loadOn = (gateway: RunningGateway, name: string): Load =>
  startLoad({ port: gateway.portOf('http'), host: name, requestsPerSecond: 100, connections: 4, timeoutMs: 20_000 });

const loads = (gateway: RunningGateway): readonly Load[] =>
  ['exact.test', 'a.wild.test'].map((name) => loadOn(gateway, name));

async function expectNoFailure(running: readonly Load[]): Promise<void> {
  for (const load of running) {
    await load.more(20);
    const { failures, succeeded } = await load.stop();
    expect(failures).toEqual([]);
    expect(succeeded).toBeGreaterThan(0);
  }
}

const bodyOf = async (gateway: RunningGateway, name: string, listener = 'http'): Promise<string> => {
  const { status, body } = await gateway.request({ listener, host: name });
  return `${status} ${body}`;
};

/** Bytes that Envoy has read from the relay, on the wire. */
async function received(gateway: RunningGateway): Promise<number> {
  const stats = await readStats(gateway.envoy.adminPort, '^cluster\\.enroute.*\\.upstream_cx_rx_bytes_total$');
  expect(stats.size).toBe(1);
  return [...stats.values()].reduce((sum, bytes) => sum + bytes, 0);
}

async function listenerChanges(gateway: RunningGateway): Promise<number> {
  const stats = await readStats(gateway.envoy.adminPort, '^listener_manager\\.listener_(modified|in_place_updated)$');
  return [...stats.values()].reduce((sum, count) => sum + count, 0);
}

describe('one host among 2,000', () => {
  const HOSTS = 2_000;
  const gateway = shared(() => startGateway(configuration(HOSTS)));

  test('is changed, added and removed by less than 10 kB, and nobody else notices', async () => {
    const connections = await Promise.all(
      [openStream, openWebsocket].map((open) => open({ port: gateway().portOf('http'), host: 'stay.test' })),
    );
    const running = loads(gateway());
    const other = upstream('other', backend().port, 'connectTimeout: 3s');
    const steps: readonly (readonly [what: string, documents: Documents, name: string, answer: RegExp])[] = [
      ['added', host('one', 'one.test', answers('first')), 'one.test', /^200 first$/],
      ['changed', host('one', 'one.test', answers('second')), 'one.test', /^200 second$/],
      [
        'sent elsewhere',
        { ...other, ...host('one', 'one.test', '{ forward: { upstream: other } }') },
        'one.test',
        /^200 /,
      ],
      ['renamed to a wildcard', host('one', "'*.one.test'", answers('third')), 'x.one.test', /^200 third$/],
      ['given to another document', host('two', "'*.one.test'", answers('fourth')), 'x.one.test', /^200 fourth$/],
      ['removed', {}, 'x.one.test', /^404 /],
    ];
    const before = await listenerChanges(gateway());
    for (const [what, documents, name, answer] of steps) {
      const bytes = await received(gateway());
      await gateway().apply(configuration(HOSTS, documents));
      expect(await bodyOf(gateway(), name), what).toMatch(answer);
      expect((await received(gateway())) - bytes, what).toBeLessThan(10_000);
    }
    expect(await listenerChanges(gateway())).toBe(before);
    streams().tell('still there');
    for (const one of connections) {
      await one.heard('still there');
      one.close();
    }
    await expectNoFailure(running);
  });

  test('is all that a relay sends that starts anew', async () => {
    const running = loads(gateway());
    await gateway().relay.stop();
    const changed = await gateway().publish(configuration(HOSTS, host('one', 'one.test', answers('fifth'))));
    const bytes = await received(gateway());
    await gateway().relay.start();
    await gateway().accepted(changed);
    expect(await bodyOf(gateway(), 'one.test')).toBe('200 fifth');
    expect((await received(gateway())) - bytes).toBeLessThan(10_000);
    await expectNoFailure(running);
  });

  test('is there with the first request to an Envoy that starts, and so are all others', async () => {
    const { bootstrap } = await gateway().compile(configuration(HOSTS));
    await gateway().envoy.stop();
    const envoy = await startEnvoy({ binary: await findEnvoy(), bootstrap, nodeId: NODE });
    try {
      for (const name of ['exact.test', 'a.wild.test', 'h0.test', `h${HOSTS - 1}.test`])
        expect(await bodyOf(gateway(), name), name).toMatch(/^200 /);
    } finally {
      await envoy.stop();
    }
  });
});

describe('as many hosts as stand apart', () => {
  const FEW = FEWEST_HOSTS_APART - 4;
  const gateway = shared(() => startGateway(configuration(FEW)));

  test('move there and back without a request lost, on connections of before too', async () => {
    const running = loads(gateway());
    expect(await standApart(gateway())).toBe(false);
    for (const count of [FEW + 1, FEW, FEW + 1, FEW]) {
      const kept = await openConnection({ port: gateway().portOf('http') });
      await expect(ask(kept, 'exact.test')).resolves.toMatch(/ 200 /);
      await gateway().apply(configuration(count));
      expect(await standApart(gateway())).toBe(count > FEW);
      // Whoever is told to go may ask until then.
      await expect(ask(kept, 'exact.test')).resolves.toMatch(/ 200 /);
      kept.destroy();
      expect(await bodyOf(gateway(), 'exact.test')).toMatch(/^200 /);
    }
    await expectNoFailure(running);
  });

  test('come with a listener that is added while others change, and leave with it', async () => {
    const all = FEWEST_HOSTS_APART;
    await gateway().apply(configuration(all));
    const running = loads(gateway());
    for (const round of [1, 2]) {
      const changed = host('exact', 'exact.test', toBackend(10 + round));
      await gateway().apply(configuration(all + 1, changed, { second: 'protocol: HTTP' }));
      for (const name of ['exact.test', 'a.wild.test', 'h7.test'])
        expect(await bodyOf(gateway(), name, 'second'), `${name} in round ${round}`).toMatch(/^200 /);
      await gateway().apply(configuration(all));
      await expect(gateway().request({ listener: 'second', host: 'exact.test' })).rejects.toThrow(/ECONNREFUSED/);
    }
    await expectNoFailure(running);
    const timeouts = await readStats(gateway().envoy.adminPort, 'vhds.*init_fetch_timeout$');
    expect([...timeouts.values()].every((count) => count === 0)).toBe(true);
  });

  test('are never without a filter that moves from the gateway to one of them, and back', async () => {
    const filter = '{ type: headers, response: { set: [{ name: x-upstream, value: filtered }] } }';
    const all = FEWEST_HOSTS_APART;
    const outer = { ...configuration(all), gateway: `accessLog: []\nfilters: [${filter}]` };
    const own = host('exact', 'exact.test', toBackend(10).replace('{ ', `{ filters: [${filter}], `));
    await gateway().apply(outer);
    const load = loadOn(gateway(), 'exact.test');
    for (const next of [configuration(all, own), outer, configuration(all, own)]) await gateway().apply(next);
    await load.more(20);
    const { failures, byUpstream } = await load.stop();
    expect(failures).toEqual([]);
    expect([...byUpstream.keys()]).toEqual(['filtered']);
  });

  test('stay as they are when Envoy refuses one of them, until the next that is good', async () => {
    const all = FEWEST_HOSTS_APART;
    const edition = (text: string) => configuration(all, host('one', 'one.test', answers(text)));
    await gateway().apply(edition('good'));
    const running = loads(gateway());
    const bad = forge(await gateway().compile(edition('bad')), 'envoy.config.route.v3.VirtualHost', (message) => ({
      ...message,
      domains: ['one.test'],
    }));
    await publishBundle(gateway().store, bad);
    const node = () => reportOf(gateway().relay, NODE);
    await expect.poll(() => node(), { timeout: 20_000 }).toMatchObject({ bundle: bad.id, state: 'rejected' });
    expect(rejections(node()).join()).toMatch(/Only unique values for domains are permitted/);
    await sleep(300);
    expect(node()?.types.find(({ typeUrl }) => typeUrl === TypeUrl.virtualHost)?.nacks).toBe(1);
    expect(await bodyOf(gateway(), 'one.test')).toBe('200 good');

    await gateway().apply(edition('better'));
    expect(await bodyOf(gateway(), 'one.test')).toBe('200 better');
    await expectNoFailure(running);
  });
});

describe('as many hosts for clients that name no server', () => {
  const certificates = shared(async () => {
    const authority = await makeAuthority();
    const certificate = await authority.issue({ commonName: 'any', names: ['*.test'] });
    return { ...certificate, stop: async () => undefined };
  });
  const secure = (name: string, tls: string, body: string): Documents =>
    document(
      'VirtualHost',
      name,
      `gateways: [${GATEWAY}]`,
      `hostnames: [${name}.test]`,
      `tls: { certificates: [any], ${tls} }`,
      `routes: [${answers(body)}]`,
    );
  const serving = (last: string): Configuration => ({
    listeners: { https: 'protocol: HTTPS, tls: { fallback: { certificates: [any] } }' },
    documents: {
      ...secret('any', 'tls-certificate'),
      ...secure('elsewhere', 'fallback: false', 'never'),
      ...Object.fromEntries(
        Array.from({ length: FEWEST_HOSTS_APART }, (_, place) =>
          secure(`h${place}`, 'fallback: true', place === 0 ? last : 'as ever'),
        ).flatMap((one) => Object.entries(one)),
      ),
    },
  });

  test('are found by the Host header, change alone, and are served as those with a name are', async () => {
    const { certificate, privateKey } = certificates();
    const gateway = await startGateway({
      ...serving('first'),
      secrets: { 'any.crt': certificate, 'any.key': privateKey },
    });
    onTestFinished(gateway.stop);
    const ask = async (name: string, serverName?: string): Promise<string> => {
      const tls = serverName === undefined ? {} : { serverName };
      const { status, body } = await gateway.request({ listener: 'https', host: name, tls });
      return `${status} ${body}`;
    };
    expect(await ask('h0.test')).toBe('200 first');
    expect(await ask('h99.test')).toBe('200 as ever');
    expect(await ask('elsewhere.test')).toMatch(/^421 /);

    const bytes = await received(gateway);
    await gateway.apply(serving('second'));
    expect((await received(gateway)) - bytes).toBeLessThan(10_000);
    expect(await ask('h0.test')).toBe('200 second');
    expect(await ask('h0.test', 'h0.test')).toBe('200 second');
    expect(await ask('h99.test')).toBe('200 as ever');
  });
});

/** Whether Envoy takes the hosts of its listener each apart. */
async function standApart({ envoy }: RunningGateway): Promise<boolean> {
  const dump = await fetch(`http://127.0.0.1:${envoy.adminPort}/config_dump?resource=dynamic_listeners`);
  return (await dump.text()).includes('"route_config_name": "http/hosts"');
}

/** A request on a connection that is open; the first line of the answer. */
async function ask(socket: Awaited<ReturnType<typeof openConnection>>, name: string): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    socket.once('data', (chunk: Buffer) => resolve(chunk.toString().split('\r\n')[0] ?? ''));
    socket.once('close', () => reject(new Error('the connection is closed')));
  });
  socket.write(`GET / HTTP/1.1\r\nhost: ${name}\r\n\r\n`);
  return answer;
}
