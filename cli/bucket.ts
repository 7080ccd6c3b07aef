/** Opens the bucket that a command line names, and finds gateways and revisions in it. */
import { resolve } from 'node:path';
import { Option } from 'commander';
import { closest } from '../compiler/diagnostics/closest.ts';
import { describeFailure, verifyManifest } from '../compiler/5-pack/verify.ts';
import type { Bundle, Digest, GatewayName, Manifest } from '../compiler/index.ts';
import {
  describeLoadFailure,
  gatewayOfPointer,
  loadBundle,
  manifestKey,
  openStore,
  POINTERS,
  readHead,
  StoreError,
  walkHistory,
  type Head,
  type RecordedRevision,
  type Store,
} from '../store/index.ts';
import { EXIT } from './exit-codes.ts';
import { Failure } from './failure.ts';
import type { Host } from './host.ts';

/** The environment variable that stands in for `--store`. */
export const STORE_VARIABLE = 'ENROUTE_STORE';

/** `--store URL`. */
export const storeOption = (): Option =>
  new Option(
    '-s, --store <bucket>',
    `a directory, or s3://bucket/prefix?endpoint=…&region=…&pathStyle=true (default: $${STORE_VARIABLE})`,
  );

/**
 * Opens a bucket; a relative path is relative to the working directory.
 *
 * @throws Failure if none is named, or the URL is none.
 */
export async function openBucket(url: string | undefined, host: Host): Promise<Store> {
  const named = url ?? host.env[STORE_VARIABLE];
  if (named === undefined) {
    throw new Failure('no bucket is named', {
      exit: EXIT.usage,
      help: `say --store, or set ${STORE_VARIABLE}`,
    });
  }
  try {
    return await openStore(isUrl(named) || named === '' ? named : resolve(host.cwd, named));
  } catch (error) {
    if (error instanceof StoreError) throw new Failure(error.message, { exit: EXIT.usage, cause: error });
    throw error;
  }
}

/** Whether text names a bucket by a scheme, rather than by a path. */
export const isUrl = (text: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(text);

/** The full name of a gateway: `edge` is `default/edge`. */
export const gatewayName = (text: string): GatewayName => (text.includes('/') ? text : `default/${text}`);

/**
 * The gateways of a bucket that somebody looks into: the one that is named, or all.
 *
 * @throws Failure if there are none, lest the wrong bucket look as if all were well.
 */
export async function chosenGateways(store: Store, named: string | undefined): Promise<readonly GatewayName[]> {
  if (named !== undefined) return [await chooseGateway(store, named)];
  const gateways = await gatewaysIn(store);
  if (gateways.length === 0) throw nothingPublished(store);
  return gateways;
}

const nothingPublished = (store: Store): Failure =>
  new Failure(`${store.location} has no gateway: nothing was published yet`, { exit: EXIT.usage });

/** The gateways of a bucket, sorted. */
export async function gatewaysIn(store: Store): Promise<readonly GatewayName[]> {
  const names: GatewayName[] = [];
  for await (const { key } of store.list(POINTERS)) {
    const gateway = gatewayOfPointer(key);
    if (gateway !== undefined) names.push(gateway);
  }
  return names.sort();
}

/**
 * The gateway that a command line means: the one that it names, or the only one of the bucket.
 *
 * @throws Failure if it is not there, or if there are several to choose from.
 */
export async function chooseGateway(store: Store, named: string | undefined): Promise<GatewayName> {
  const gateways = await gatewaysIn(store);
  if (named === undefined) return onlyGateway(store, gateways);
  const gateway = gatewayName(named);
  if (gateways.includes(gateway)) return gateway;
  const guess = closest(gateway, gateways);
  throw new Failure(`${store.location} has no gateway ${gateway}`, {
    exit: EXIT.usage,
    help: guess === undefined ? listOf(gateways) : `did you mean "${guess}"?`,
  });
}

function onlyGateway(store: Store, gateways: readonly GatewayName[]): GatewayName {
  const [only, ...others] = gateways;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) throw nothingPublished(store);
  throw new Failure(`${store.location} has several gateways`, {
    exit: EXIT.usage,
    help: `name one of ${gateways.join(', ')}`,
  });
}

const listOf = (gateways: readonly GatewayName[]): string =>
  gateways.length === 0 ? 'nothing was published there yet' : `it has ${gateways.join(', ')}`;

/** @throws Failure if the gateway was never published. */
export async function headOf(store: Store, gateway: GatewayName): Promise<Head> {
  const head = await readHead(store, gateway);
  if (!head) throw new Failure(`${store.location} has no gateway ${gateway}`, { exit: EXIT.usage });
  return head;
}

/**
 * The revision that text names: `head`, a number, or a digest or its beginning.
 *
 * @throws Failure if the history, as far as it still is there, has no such revision.
 */
export async function findRevision(store: Store, gateway: GatewayName, text: string): Promise<RecordedRevision> {
  const head = await headOf(store, gateway);
  for await (const revision of walkHistory(store, head.pointer.revision)) {
    if (names(text, revision, head)) return revision;
  }
  throw new Failure(`${gateway} has no revision ${text}`, {
    exit: EXIT.usage,
    help: 'enroutectl history lists those that are there; garbage collection takes the oldest',
  });
}

const names = (text: string, { number, digest }: RecordedRevision, head: Head): boolean => {
  if (text === 'head') return digest === head.pointer.revision;
  if (/^\d{1,7}$/.test(text)) return number === Number(text);
  return /^[0-9a-f]{8,64}$/.test(text) && digest.startsWith(text);
};

/** @throws Failure if the bundle is not whole. */
export async function loadWhole(store: Store, bundle: Digest): Promise<Bundle> {
  const loaded = await loadBundle(store, bundle);
  if (loaded.status === 'loaded') return loaded.bundle;
  throw new Failure(`${store.location}: ${describeLoadFailure(loaded.failure)}`, { exit: EXIT.unreachable });
}

/** @throws Failure if the manifest is missing or broken. */
export async function loadManifest(store: Store, bundle: Digest): Promise<Manifest> {
  const found = await store.get(manifestKey(bundle));
  if (found.status !== 'found') {
    throw new Failure(`${store.location}: the manifest of bundle ${bundle} is missing`, { exit: EXIT.unreachable });
  }
  const checked = verifyManifest(bundle, found.bytes);
  if ('manifest' in checked) return checked.manifest;
  throw new Failure(`${store.location}: ${describeFailure(checked.failure)}`, { exit: EXIT.unreachable });
}
