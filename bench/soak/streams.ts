/**
 * Hundreds of streams at two relays, for minutes in which everything goes wrong by the dice: whether a client ever loses
 * what it had or goes back, how soon all have what the bucket wants once nothing goes wrong any more, and whether memory stays.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { poll } from '../../cli/local/poll.ts';
import type { Endpoint } from '../../compiler/discovered.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import { pushEndpoints } from '../../store/endpoints.ts';
import { history } from '../../store/history.ts';
import { publish } from '../../store/publish.ts';
import { rollback } from '../../store/rollback.ts';
import { describeLoad } from '../machine.ts';
import { buildScript } from '../script.ts';
import { number } from '../table.ts';
import type { SoakClient } from './client.ts';
import { createDice, type Dice } from './dice.ts';
import { BAD, compileEdition, GATEWAYS, PUSHED, type Gateway } from './editions.ts';
import { createFleet, gatewayOf, type Fleet } from './fleet.ts';
import { inFolder, type Closers } from './in-folder.ts';
import { startRelayProcess, type RelayProcess } from './relay-process.ts';
import { describeSamples, type Sample } from './samples.ts';
import { growthIn } from './trend.ts';
import { endure } from './turmoil.ts';

export interface StreamsOptions {
  readonly minutes: number;
  readonly streams: number;
  readonly seed: number;
}

export const QUICK: StreamsOptions = { minutes: 0.5, streams: 20, seed: 1 };
export const USUAL: StreamsOptions = { minutes: 10, streams: 200, seed: 1 };

/** Measures, and returns a section in Markdown. @throws Error if anything happened to a client that must not, or memory grows. */
export const benchmarkStreams = (options: StreamsOptions): Promise<string> =>
  inFolder((folder, closers) => soak(options, folder, closers));

async function soak(options: StreamsOptions, folder: string, closers: Closers): Promise<string> {
  const { minutes, streams, seed } = options;
  const bucket = createBucket(join(folder, 'bucket'));
  for (const gateway of GATEWAYS) await bucket.put(gateway, 'edition');
  await bucket.push();
  const relays = await startRelays(folder, seed);
  closers.push(relays.close);
  const dice = createDice(seed);
  let isOver = false;
  const fleet = createFleet(bucket.store, streams, bucket.editions, (client) => {
    setTimeout(() => isOver || client.connect(dice.pick(relays.addresses())), dice.upTo(1_000));
  });
  closers.push(fleet.close, () => (isOver = true));
  for (const client of fleet.clients) client.connect(dice.pick(relays.addresses()));
  const looking = setInterval(() => void fleet.look(), 100);
  closers.push(() => clearInterval(looking));

  const faults = createFaults(bucket, fleet, relays, dice);
  const samples: Sample[] = [];
  await endure({
    minutes,
    happen: () => dice.pick(faults)(),
    pauseMs: () => 100 + dice.upTo(900),
    async look(minute, happened) {
      const connected = fleet.clients.filter((client) => client.isConnected()).length;
      const { counts, violations } = fleet;
      const memory = await relays.memory();
      samples.push({ minute, ...memory, faults: happened, ...counts, connected, violations: violations.length });
    },
  });

  const settled = await settle(bucket, fleet, relays);
  await fleet.look();
  const text = describeSamples(samples);
  const troubles = [...new Set(fleet.violations)].slice(0, 20).concat(growthIn(samples));
  if (troubles.length > 0) throw new Error([text, '', ...troubles].join('\n'));
  return `## Faults for ${minutes} minutes, ${number(streams)} streams

Two relays with disk caches on one bucket that fails, is slow, or gives stale, truncated and foreign objects in one of eight
answers; streams of two gateways, one with steps, half of them State of the World, which are cut, stall and move between
relays; publications that they accept and that they refuse, rollbacks, endpoints pushed; one relay killed again and again,
clocks that jump. Seed ${seed}; ${describeLoad()}. Memory is of the relay that lives, after a collection, and of the other.

${text}

No client lost what it had, or was given what was not wanted any more. Gaps: on a new stream in State of the World, clusters
came without one that the client's routes named, until its routes came too. All had the last publication of both gateways
${number(settled.editionsMs / 1_000)} s after the faults had stopped, and the last endpoints after ${number(settled.endpointsMs / 1_000)} s. Of ${number(settled.revisions)} revisions
none is missing.
`;
}

type Bucket = ReturnType<typeof createBucket>;

/** What publishers do; nothing goes wrong between them and the bucket. */
function createBucket(path: string) {
  const store = createDirectoryStore(path);
  const editions = new Map<string, string>();
  const published = new Map<Gateway, number>();
  let count = 0;
  let address = '';
  const info = () => ({ author: 'soak', message: 'soak', time: new Date().toISOString() });
  const noted = (gateway: Gateway, status: string): void => {
    if (status === 'published') published.set(gateway, (published.get(gateway) ?? 0) + 1);
  };
  return {
    store,
    editions,
    published,
    address: () => address,
    async put(gateway: Gateway, kind: 'edition' | typeof BAD): Promise<string> {
      const name = `${kind}-${(count += 1)}`;
      const bundle = compileEdition(gateway, name);
      editions.set(bundle.id, name);
      noted(gateway, (await publish(store, bundle, info())).status);
      return name;
    },
    async back(gateway: Gateway, by: number): Promise<void> {
      const [, ...before] = await history(store, `default/${gateway}`, { limit: by + 2 });
      const good = before.filter(({ bundle }) => !editions.get(bundle)?.startsWith(BAD)).at(-1);
      if (good) noted(gateway, (await rollback(store, `default/${gateway}`, { ...info(), to: good.number })).status);
    },
    async push(): Promise<void> {
      count += 1;
      address = `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
      const endpoints: readonly Endpoint[] = [{ address, port: 80 }];
      await pushEndpoints(store, `default/${PUSHED}`, endpoints, { now: Date.now() });
    },
  };
}

type Relays = Awaited<ReturnType<typeof startRelays>>;

/** One lives through all of it, so that its memory can be looked at; the other is killed again and again. */
async function startRelays(folder: string, seed: number) {
  const [script, clock] = [await buildScript('soak/relay'), await buildScript('../test/relay/jumping-clock')];
  const calm = join(folder, 'calm');
  const clockOf = (name: string): string => join(folder, `${name}.clock`);
  const start = async (name: string): Promise<RelayProcess> => {
    const args = [join(folder, 'bucket'), join(folder, name), calm, String(seed), name];
    return startRelayProcess(script, args, { script: clock, file: clockOf(name) });
  };
  const setClock = (name: 'lasting' | 'mortal', hours: number) => writeFile(clockOf(name), String(hours * 3_600_000));
  await Promise.all([setClock('lasting', 0), setClock('mortal', 0)]);
  const lasting = await start('lasting');
  let mortal = await start('mortal');
  return {
    lasting,
    addresses: () => [lasting.ads, mortal.ads],
    setClock,
    async replace(pauseMs: number): Promise<void> {
      await mortal.kill();
      await sleep(pauseMs);
      mortal = await start('mortal');
    },
    async memory() {
      const [own, other] = [await lasting.memory(), await mortal.memory()];
      const [heapMb, rssMb, otherMb] = [own.heapUsed / 1e6, own.rss / 1e6, other.rss / 1e6];
      return { heapMb, rssMb, otherMb };
    },
    calm: () => Promise.all([writeFile(calm, ''), setClock('lasting', 0), setClock('mortal', 0)]),
    close: () => Promise.all([lasting.kill(), mortal.kill()]),
  };
}

/** What goes wrong, or only happens, each as often as it stands here. */
function createFaults(bucket: Bucket, fleet: Fleet, relays: Relays, { pick, upTo }: Dice): (() => unknown)[] {
  const some = (): readonly SoakClient[] => fleet.clients.filter(() => upTo(1) < 0.1);
  /** Nothing that is wanted in between goes unnoticed. */
  const noticed = (change: () => Promise<unknown>) => async () => {
    await fleet.look();
    await change();
    await fleet.look();
  };
  const stall = (): void => {
    for (const client of some()) {
      client.stall();
      setTimeout(() => client.resume(), upTo(5_000));
    }
  };
  const publishGood = noticed(() => bucket.put(pick(GATEWAYS), 'edition'));
  return [
    publishGood,
    publishGood,
    publishGood,
    noticed(() => bucket.put(pick(GATEWAYS), BAD)),
    noticed(() => bucket.back(pick(GATEWAYS), Math.floor(upTo(3)))),
    bucket.push,
    bucket.push,
    () => some().forEach((client) => client.connect(pick(relays.addresses()))),
    () => some().forEach((client) => client.connect(pick(relays.addresses()))),
    stall,
    () => relays.replace(upTo(3_000)),
    () => relays.setClock(pick(['lasting', 'mortal']), pick([0, 1, -1, 10_000, -10_000])),
  ];
}

/** Nothing goes wrong any more: how long until everybody has what was published and pushed last. */
async function settle(bucket: Bucket, fleet: Fleet, relays: Relays) {
  await relays.calm();
  for (const client of fleet.clients) client.resume();
  const began = Date.now();
  const wanted = new Map<Gateway, string>();
  for (const gateway of GATEWAYS) wanted.set(gateway, await bucket.put(gateway, 'edition'));
  await bucket.push();
  const untilAll = async (what: string, has: (client: SoakClient) => boolean): Promise<number> => {
    const rest = () => fleet.clients.filter((client) => !has(client));
    const all = () => Promise.resolve(rest().length === 0 ? true : undefined);
    await poll({ what: `that all have ${what}`, timeoutMs: 120_000 }, all).catch((error: unknown) => {
      throw new Error(`${rest().length} have not ${what}`, { cause: error });
    });
    return Date.now() - began;
  };
  const endpointsMs = await untilAll('the last endpoints', (client) => {
    return client.endpoints(`default/${PUSHED}`)?.includes(bucket.address()) === true;
  });
  const editionsMs = await untilAll('the last edition', (client) => client.edition() === wanted.get(gatewayOf(client)));
  let revisions = 0;
  for (const gateway of GATEWAYS) {
    const kept = (await history(bucket.store, `default/${gateway}`)).length;
    if (kept !== bucket.published.get(gateway)) throw new Error(`of ${gateway} ${kept} revisions are there`);
    revisions += kept;
  }
  return { editionsMs, endpointsMs, revisions };
}
