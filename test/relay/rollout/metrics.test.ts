/** Releases that a real Prometheus judges by what real Envoys count, with the query that docs/rollouts.md shows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';
import { DEFAULT_ROLLOUT, type RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import { createMemoryStore } from '../../../store/memory.ts';
import { prometheusQuery } from '../../../store/rollout/prometheus.ts';
import { readRollout } from '../../../store/rollout/read.ts';
import type { RolloutState } from '../../../store/rollout/state.ts';
import { createLog } from '../../../relay/log.ts';
import { startRelay } from '../../../relay/relay.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { startPrometheus } from '../../servers/prometheus.ts';
import { publishBundle } from '../bucket.ts';
import { eventually } from '../eventually.ts';
import { EDGE } from './nodes.ts';
import { makeReleases, startEnvoyNode, type EnvoyNode } from './envoys.ts';

/** The policy of the Gateway on the page, with one step, which bakes for so long. */
async function documentedPolicy(bakeSeconds: number): Promise<RolloutPolicy> {
  const page = await readFile(join(import.meta.dirname, '../../../docs/rollouts.md'), 'utf8');
  const [, text = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(page) ?? [];
  const { bundles, diagnostics } = compile([{ path: 'edge.yaml', text }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const policy = bundles[0]?.manifest.rollout ?? expect.fail('the page shows no rollout');
  const [step] = policy.steps;
  if (!step) throw new Error('the page shows no step');
  return { ...policy, steps: [{ ...step, bakeSeconds, approval: 'automatic' }], bakeSeconds: 0 };
}

/** Requests that fail with every release. */
const ELSEWHERE = { '/elsewhere': 'broken-elsewhere' };

describe('a release that is judged by a metric', () => {
  const store = createMemoryStore();
  const releases = makeReleases();
  const closers = [releases.stop];
  let canary: EnvoyNode;
  let rest: EnvoyNode;
  let query: ReturnType<typeof prometheusQuery>;

  beforeAll(async () => {
    const prometheus = await startPrometheus();
    closers.push(prometheus.stop);
    query = prometheusQuery({ url: prometheus.url });
    await publishBundle(store, await releases.to('one', { ...DEFAULT_ROLLOUT, bakeSeconds: 0 }, ELSEWHERE));
    const relay = await startRelay({
      store,
      identifier: 'relay-1',
      listen: '127.0.0.1:0',
      adminListen: '127.0.0.1:0',
      metricsUrl: prometheus.url,
      pollIntervalMs: 50,
      closeGraceMs: 0,
      log: createLog({ level: 'silent' }),
    });
    closers.push(relay.close);
    canary = await startEnvoyNode(relay.adsAddress, 'envoy-1', { stage: 'canary' });
    closers.push(canary.stop);
    rest = await startEnvoyNode(relay.adsAddress, 'envoy-2');
    closers.push(rest.stop);
    await prometheus.scrape([
      { port: canary.adminPort, labels: { stage: 'canary' } },
      { port: rest.adminPort, labels: { stage: 'rest' } },
    ]);
  }, INSTALLATION_MS);
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });

  const state = async (): Promise<RolloutState | undefined> => (await readRollout(store, EDGE))?.state;
  const answers = async () => [await canary.answers(), await rest.answers()];
  const publish = async (...of: Parameters<typeof releases.to>): Promise<void> => {
    const bundle = await releases.to(...of);
    await publishBundle(store, bundle);
    await eventually(async () => expect((await state())?.candidate.bundle).toBe(bundle.id));
  };

  test('goes on while the number is good, and is taken back when it is bad', async () => {
    await eventually(async () => expect((await state())?.phase).toBe('complete'));
    const loads = await Promise.all([canary.startLoad(), rest.startLoad(), rest.startLoad('/elsewhere')]);
    const [onCanary, onRest] = loads;
    onTestFinished(async () => {
      for (const load of loads) await load.stop();
    });

    const [metric] = (await documentedPolicy(0)).health.metrics;
    if (!metric) throw new Error('the page shows no metric');
    // An Envoy that is not of the step is in trouble all the time.
    const ofTheRest = metric.query.replaceAll('"canary"', '"rest"');
    await eventually(async () => expect(await query(ofTheRest)).toEqual({ value: expect.closeTo(0.5, 0) }));
    await eventually(async () => expect(await query(metric.query)).toEqual({ value: 0 }));

    await publish('two', await documentedPolicy(1), ELSEWHERE);
    await eventually(async () => expect((await state())?.phase).toBe('complete'));
    await eventually(async () => expect(await answers()).toEqual(['two', 'two']));
    expect(onCanary.report().failures).toEqual([]);

    await publish('broken', await documentedPolicy(60), ELSEWHERE);
    await eventually(async () => expect((await state())?.phase).toBe('rolled-back'));
    expect((await state())?.reason).toMatchObject({
      kind: 'metric',
      message: expect.stringMatching(/^errors is 0\.\d+, must be at most 0\.01$/),
    });
    await eventually(async () => expect(await answers()).toEqual(['two', 'two']));
    expect(onCanary.report().failures.length).toBeGreaterThan(0);
    await onCanary.more(5);
    const failed = onCanary.report().failures.length;
    await onCanary.more(50);
    expect(onCanary.report().failures).toHaveLength(failed);
    expect(onRest.report().failures).toEqual([]);
  });
});
