import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import type { CompiledBundle } from '../../compiler/index.ts';
import { startLoad } from '../servers/load.ts';
import { startUpstream } from '../servers/upstream.ts';
import { rejections, reportOf } from './acceptance.ts';
import type { Configuration } from './configuration.ts';
import { upstream, virtualHost } from './documents.ts';
import { forge } from './forge.ts';
import { NODE, startGateway } from './harness.ts';
import { publishBundle } from './publish.ts';
import { shared } from './shared.ts';

const echo = shared(() => startUpstream());

/** A configuration that answers with a number; each number has another cluster, listener and route. */
const edition = (number: number): Configuration => ({
  gateway: `accessLog: []\nhttp: { maximumConcurrentStreams: ${100 + number} }`,
  documents: {
    ...upstream('echo', echo().port, `connectTimeout: ${number}s`),
    ...virtualHost(
      'shop',
      `
      filters: [{ type: headers, response: { set: [{ name: x-edition, value: "${number}" }] } }]
      routes: [{ forward: { upstream: echo } }]
    `,
    ),
  },
});

/** A resource that Envoy refuses, its words about it, and the counter of refusals. */
const FORGERIES: readonly (readonly [
  what: string,
  forge: (bundle: CompiledBundle) => Bundle,
  words: RegExp,
  counter: string,
])[] = [
  [
    'a listener',
    (bundle) => forge(bundle, 'envoy.config.listener.v3.Listener', (message) => ({ ...message, filter_chains: [] })),
    /no filter chains specified/,
    'listener_manager.lds.update_rejected',
  ],
  [
    'a route configuration',
    (bundle) =>
      forge(bundle, 'envoy.config.route.v3.RouteConfiguration', ({ virtual_hosts = [], ...rest }) => ({
        ...rest,
        virtual_hosts: [...virtual_hosts, { name: 'twin', domains: ['shop.test'] }],
      })),
    /Only unique values for domains are permitted/,
    'http.http.rds.http.update_rejected',
  ],
  [
    'a cluster',
    (bundle) => forge(bundle, 'envoy.config.cluster.v3.Cluster', (message) => ({ ...message, connect_timeout: '0s' })),
    /ConnectTimeout/,
    'cluster_manager.cds.update_rejected',
  ],
];

describe.each(['delta', 'state-of-the-world'] as const)('over %s', (protocol) => {
  const gateway = shared(() => startGateway({ protocol, ...edition(1) }));
  let latest = 1;

  const servedEdition = async () => (await gateway().request({ host: 'shop.test' })).headers.get('x-edition');
  const node = () => reportOf(gateway().relay, NODE);

  /** How often Envoy has refused something on its stream. */
  const refusals = (): number => (node()?.types ?? []).reduce((sum, { nacks }) => sum + nacks, 0);

  test.each(FORGERIES)(
    '%s that Envoy refuses changes nothing, is shown, and is over with the next',
    async (...forgery) => {
      const [, make, words, counter] = forgery;
      await gateway().apply(edition(++latest));
      const load = startLoad({ port: gateway().portOf('http'), host: 'shop.test', requestsPerSecond: 100 });
      const [before, refusalsBefore] = [await gateway().stat(counter), refusals()];
      const good = String(latest);
      expect(await servedEdition()).toBe(good);

      const bad = make(await gateway().compile(edition(++latest)));
      await publishBundle(gateway().store, bad);
      await expect.poll(() => node(), { timeout: 20_000 }).toMatchObject({ bundle: bad.id, state: 'rejected' });
      expect(rejections(node()).join()).toMatch(words);
      const status = await fetch(`http://${gateway().relay.current().adminAddress}/status`);
      expect(await status.text()).toMatch(words);

      await sleep(500);
      expect((await gateway().stat(counter)) - before).toBe(1);
      expect(refusals() - refusalsBefore).toBe(1);
      const { failures, succeeded } = await load.stop();
      expect(failures).toEqual([]);
      expect(succeeded).toBeGreaterThan(0);
      expect(await servedEdition()).toBe(good);

      await gateway().apply(edition(++latest));
      expect(await servedEdition()).toBe(String(latest));
      expect(node()).toMatchObject({ state: 'complete' });
    },
  );
});
