import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bundle, SecretReference } from '../../compiler/5-pack/bundle.ts';
import { MalformedBlock } from '../../compiler/5-pack/read.ts';
import { createDiscovery } from '../../relay/discovery/discovery.ts';
import { createLog } from '../../relay/log.ts';
import { failed, type Resolution, type SecretProvider } from '../../relay/secrets/provider.ts';
import { redact } from '../../store/redacted.ts';
import { createSecrets, type Secrets } from '../../relay/secrets/secrets.ts';
import { createServing, type Serving } from '../../relay/serving.ts';
import type { MissingReferences } from '../../store/rollout/report.ts';
import { smallBundle } from './bucket.ts';
import { eventually } from './eventually.ts';
import { stateOf } from './rollout/relays.ts';

const EDGE = 'default/edge';

const reference = (name: string): SecretReference => ({ name, type: 'generic', provider: { type: 'scripted' } });

const value = (text: string): Resolution => ({
  status: 'resolved',
  material: { type: 'generic', value: redact(new TextEncoder().encode(text)) },
});

describe('serving bundles with their secrets', () => {
  let set: (readonly [bundle: string, secrets: readonly string[]])[];
  let missing: (MissingReferences | undefined)[];
  let error: Error | undefined;
  let next: Resolution;
  let asked: string[];
  let logged: string[];
  let secrets: Secrets;
  let serving: Serving;

  const provider: SecretProvider = {
    type: 'scripted',
    refreshMs: 5,
    async resolve({ name }) {
      asked.push(name);
      return next;
    },
  };

  const open = (secretsAreServed: boolean): void => {
    secrets = createSecrets({
      providers: [provider],
      report: () => undefined,
      changed: (gateway) => serving.refresh(gateway),
    });
    serving = createServing({
      ads: {
        setOffer({ bundles }) {
          if (error) throw error;
          missing = bundles.map((bundle) => bundle.missing);
          set.push(
            ...bundles.map(({ bundle, secrets: values }) => [bundle.id, values.map(({ name }) => name)] as const),
          );
        },
      },
      secrets,
      discovery: createDiscovery({ providers: [], report: () => undefined, changed: () => undefined }),
      secretsAreServed,
      log: createLog({ write: (line) => logged.push(line) }),
    });
  };
  beforeEach(() => {
    [set, asked, logged, error, next] = [[], [], [], undefined, value('one')];
    open(true);
  });
  afterEach(() => {
    serving.close();
    secrets.close();
  });

  const serve = (bundle: Bundle) =>
    serving.serve({
      pointer: { gateway: EDGE, bundle: bundle.id, revision: bundle.id },
      rollout: undefined,
      bundles: [bundle],
      signatures: new Map(),
      source: 'bucket',
    });

  test('a bundle is served with its secrets, once they are there', async () => {
    const bundle = smallBundle(EDGE, 1, [reference('default/a')]);
    expect(await serve(bundle)).toBeUndefined();
    expect(set).toEqual([[bundle.id, ['default/a']]]);
    expect(serving.since.has(EDGE)).toBe(true);
  });

  test('a bundle is served without a secret that has no value, and again when it has one', async () => {
    next = failed('not-found', 'no such secret');
    const bundle = smallBundle(EDGE, 1, [reference('default/a')]);
    await serve(bundle);
    expect(set).toEqual([[bundle.id, []]]);
    next = value('one');
    await eventually(() => expect(set.at(-1)).toEqual([bundle.id, ['default/a']]));
  });

  test('a candidate says which secrets it has no value of, until it has one', async () => {
    const [stable, candidate] = [smallBundle(EDGE, 1), smallBundle(EDGE, 2, [reference('default/a')])];
    const release = ({ id }: Bundle) => ({ revision: id, bundle: id, number: 1 });
    next = failed('not-found', 'no such secret');
    await serving.serve({
      pointer: { gateway: EDGE, bundle: candidate.id, revision: candidate.id },
      rollout: stateOf(release(candidate), 'progressing', release(stable)),
      bundles: [stable, candidate],
      signatures: new Map(),
      source: 'bucket',
    });
    expect(missing).toEqual([undefined, { secrets: ['default/a'], upstreams: [] }]);
    next = value('one');
    await eventually(() => expect(missing).toEqual([undefined, undefined]));
  });

  test('a secret that is rotated reaches the ADS server without another bundle; several at once', async () => {
    const bundle = smallBundle(EDGE, 1, [reference('default/a'), reference('default/b')]);
    await serve(bundle);
    const since = serving.since.get(EDGE);
    next = value('two');
    await eventually(() => expect(set).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(set).toEqual([
      [bundle.id, ['default/a', 'default/b']],
      [bundle.id, ['default/a', 'default/b']],
    ]);
    expect(serving.since.get(EDGE)).toBe(since);
  });

  test('what cannot be served changes nothing', async () => {
    const good = smallBundle(EDGE, 1, [reference('default/a')]);
    await serve(good);
    error = new MalformedBlock('the block is malformed at byte 7');
    expect(await serve(smallBundle(EDGE, 2, [reference('default/b')]))).toEqual({
      kind: 'block-malformed',
      message: 'the block is malformed at byte 7',
    });
    error = undefined;
    expect(secrets.status().map(({ name }) => name)).toEqual(['default/a']);
    next = value('two');
    await eventually(() => expect(set.at(-1)).toEqual([good.id, ['default/a']]));
  });

  test('secrets of the bundle before are let go', async () => {
    await serve(smallBundle(EDGE, 1, [reference('default/a')]));
    await serve(smallBundle(EDGE, 2, [reference('default/b')]));
    expect(set.at(-1)?.[1]).toEqual(['default/b']);
    expect(secrets.status().map(({ name }) => name)).toEqual(['default/b']);
  });

  test('a secret that both bundles refer to, in the same or in other words, is served once', async () => {
    await serve(smallBundle(EDGE, 1, [reference('default/a'), reference('default/b')]));
    const moved = { ...reference('default/b'), provider: { type: 'scripted', key: 'elsewhere' } };
    await serve(smallBundle(EDGE, 2, [reference('default/a'), moved]));
    expect(set.at(-1)?.[1]).toEqual(['default/a', 'default/b']);
    expect(secrets.status().map(({ name }) => name)).toEqual(['default/a', 'default/b']);
  });

  test('where no stream may have secrets, none is fetched, and the log says so', async () => {
    open(false);
    const bundle = smallBundle(EDGE, 1, [reference('default/a')]);
    await serve(bundle);
    expect(set).toEqual([[bundle.id, []]]);
    expect(asked).toEqual([]);
    expect(logged.join('')).toContain('hands out none');
  });
});
