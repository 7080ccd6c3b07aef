/** Opens discovery as a part of the relay: its sources as the operator gives them, its cache, what is told of it. */
import { join } from 'node:path';
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import type { DiscoveryReference } from '../../compiler/discovered.ts';
import { textDigest } from '../../compiler/hash.ts';
import { createDirectoryStore } from '../../store/directory.ts';
import type { VerifyKey } from '../../store/signing/keys.ts';
import type { Log } from '../log.ts';
import type { RelayMetrics } from '../metrics.ts';
import type { RelaySettings } from '../options.ts';
import { createDiscovery, type Discovery } from './discovery.ts';
import { createEndpointCache, type EndpointCache } from './endpoint-cache.ts';
import { createListAdmission, type ListAdmission } from './list-admission.ts';
import { createListKeeper, type OpenListKeeper } from './list-keeper.ts';
import { followDiscoveryFile } from './follow-discovery-file.ts';
import type { UpstreamChange } from './upstream-state.ts';

export interface DiscoveryParts {
  readonly metrics: Pick<RelayMetrics, 'onEndpointsChange' | 'onCacheFailure' | 'onDiscoveryFileFailure'>;
  readonly changed: (gateway: GatewayName) => void;
  /** The public keys of who may push; absent: whoever can write the bucket may. */
  readonly keys?: (() => readonly VerifyKey[]) | undefined;
}

type Settings = Pick<
  RelaySettings,
  'store' | 'log' | 'cacheFolder' | 'discoveryFile' | 'discoveryProviders' | 'reloadIntervalMs'
>;

/** @throws Error with a line for each mistake in the operator's file. */
export async function openDiscovery(
  settings: Settings,
  { metrics, changed, keys }: DiscoveryParts,
): Promise<Discovery> {
  const { log, store, discoveryFile, discoveryProviders: own, reloadIntervalMs } = settings;
  const disk = openDisk(settings, metrics);
  const keeper = disk && keys && createListKeeper(disk);
  const admission = keys && createListAdmission(keys, Date.now, keeper);
  const followed = await followDiscoveryFile(discoveryFile, {
    store,
    admission,
    refreshMs: reloadIntervalMs,
    changed: (providers) => discovery.setProviders([...own, ...providers]),
    failed(reason) {
      log.error({ reason }, 'the discovery file cannot be read anew; the last one stays');
      metrics.onDiscoveryFileFailure();
    },
  });
  const discovery = createDiscovery({
    providers: [...own, ...followed.first],
    cache: disk && believing(createEndpointCache(disk), admission, keeper),
    changed,
    report(reference, change) {
      logChange(log, reference, change);
      metrics.onEndpointsChange(reference, change);
    },
  });
  return {
    ...discovery,
    close() {
      followed.close();
      return discovery.close();
    },
  };
}

/** Of pushed endpoints, those count whose signature is kept with them, and can be verified. */
const believing = (
  cache: EndpointCache,
  admission: ListAdmission | undefined,
  keeper: OpenListKeeper | undefined,
): EndpointCache => ({
  ...cache,
  restore: (key, reference) =>
    admission && reference.source.type === 'pushed' ? admission.restore(reference.name) : cache.restore(key, reference),
  settled: async () => void (await Promise.all([cache.settled(), keeper?.settled()])),
});

function openDisk({ cacheFolder, store, log }: Settings, metrics: Pick<RelayMetrics, 'onCacheFailure'>) {
  if (cacheFolder === undefined) return undefined;
  // One folder for each bucket, beside that of its bundles.
  const folder = join(cacheFolder, `${textDigest(store.location).slice(0, 16)}-endpoints`);
  return {
    store: createDirectoryStore(folder),
    failed(reason: string): void {
      log.error({ folder, reason }, 'endpoints cannot be kept on the disk');
      metrics.onCacheFailure();
    },
  };
}

function logChange(log: Log, { name, source, ...guard }: DiscoveryReference, change: UpstreamChange): void {
  const upstream = { upstream: name, source: source.type };
  switch (change.kind) {
    case 'changed':
      return log.debug({ ...upstream, endpoints: change.endpoints }, 'an upstream has other endpoints');
    case 'doubted': {
      const { endpoints, before } = change;
      const fields = { ...upstream, endpoints, before, seconds: guard.emptyAfterSeconds };
      return log.warn(fields, 'a source of endpoints has lost so many that it is not believed yet');
    }
    case 'failed': {
      const { reason, message } = change.failure;
      const fields = { ...upstream, problem: reason, reason: message };
      if (change.kept === undefined) return log.error(fields, 'a source of endpoints fails, and none are known');
      return log.error({ ...fields, endpoints: change.kept }, 'a source of endpoints fails; the last ones stay');
    }
    case 'recovered':
      return log.info(upstream, 'a source of endpoints answers again');
  }
}
