/** Puts a relay together from its parts, and takes it apart again. */
import { join } from 'node:path';
import type { GatewayName } from '../compiler/5-pack/bundle.ts';
import { textDigest } from '../compiler/hash.ts';
import { createDirectoryStore } from '../store/directory.ts';
import { formatAddress } from './address.ts';
import { createAdminApp } from './admin/app.ts';
import { startAdminServer } from './admin/server.ts';
import type { AdsEvent, AdsOptions, AdsServer } from './ads-server.ts';
import { createDiskCache } from './cache/disk-cache.ts';
import { openDiscovery } from './discovery/open.ts';
import type { Log } from './log.ts';
import { createMetrics, type RelayMetrics } from './metrics.ts';
import type { RelaySettings } from './options.ts';
import { createOverview, type Overview } from './overview.ts';
import { followPolicy } from './identity/follow-policy.ts';
import {
  logAdsEvent,
  logPolicyEvent,
  logProvidersEvent,
  logRefusal,
  logSecretChange,
  logStoreChange,
  logTlsEvent,
  logWatchStep,
} from './log-events.ts';
import type { NodePolicy } from './identity/policy.ts';
import { openRollouts, type Rollouts } from './rollout/rollouts.ts';
import { followProviders } from './secrets/follow-providers.ts';
import type { SecretProvider } from './secrets/provider.ts';
import { createSecrets, type Secrets } from './secrets/secrets.ts';
import { createServing, type Serving } from './serving.ts';
import { followBucket, type BucketSource } from './sources/bucket.ts';
import type { Restored, Served } from './sources/gateway-watch.ts';
import { shownUpToDate } from './sources/up-to-date.ts';
import { openTrust, type Trust } from './sources/trust.ts';
import type { WatchEffect } from './sources/watch.ts';
import type { RelayStatus } from './status.ts';
import { loadTls, type TlsEvent } from './tls.ts';

/** A running relay. */
export interface Relay {
  /** Where Envoys connect, `host:port`; the port is the real one where 0 was asked for. */
  readonly adsAddress: string;
  /** Where `/status`, `/metrics` and the rest are served. */
  readonly adminAddress: string;
  status(): RelayStatus;
  /** Looks at the bucket now: at one gateway, or at all. */
  notify(gateway?: GatewayName): void;
  /**
   * Is no longer ready, lets the Envoys go over the grace period, and then stops everything. Later calls wait for the
   * first.
   */
  close(): Promise<void>;
}

export type ServeAds = (options: AdsOptions) => Promise<AdsServer>;

/** @throws Error if an address cannot be bound or the relay's own certificate cannot be used; then nothing is left running. */
export async function assembleRelay(settings: RelaySettings, serveAds: ServeAds): Promise<Relay> {
  const closers: Closer[] = [];
  try {
    return await assemble(settings, serveAds, closers);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

type Closer = () => void | Promise<void>;

/** Closes what was opened last first; what fails to close keeps nothing else open. */
async function closeAll(closers: readonly Closer[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers.toReversed()) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'a part of the relay could not be closed');
}

async function assemble(settings: RelaySettings, serveAds: ServeAds, closers: Closer[]): Promise<Relay> {
  const { log } = settings;
  const overview = createOverview(settings);
  const metrics = createMetrics(overview.status);
  let source: BucketSource | undefined;
  const notify = (gateway?: GatewayName): void => source?.notify(gateway);

  const trust = await openTrust(settings, metrics);
  if (trust) closers.push(trust.close);

  const view = { status: overview.status, readiness: overview.readiness, metrics, notify };
  const admin = await startAdminServer(createAdminApp(view, settings), settings.adminListen);
  closers.push(admin.close);
  const rollouts = await openRollouts(settings, { metrics, admission: trust?.admission, notify });
  closers.push(rollouts.close);
  const { tls, ads, secrets, discovery, serving } = await startServing(
    settings,
    serveAds,
    { metrics, overview, rollouts, notify, keys: trust?.admission.keys },
    closers,
  );

  const cache =
    settings.cacheFolder === undefined ? undefined : openCache(settings.cacheFolder, settings, metrics, trust);
  if (cache) closers.push(cache.settled);
  source = followBucket({
    ...settings,
    timeoutMs: settings.bucketTimeoutMs,
    restored: (await cache?.restore()) ?? [],
    admission: trust?.admission,
    serve: serving.serve,
    report(event, effects, state) {
      overview.watchChanged(state);
      logWatchStep(log, event, effects);
      metrics.onWatchEvent(event);
      rollouts.onWatchEvent(event, state);
      for (const served of confirmedBy(effects)) cache?.save(served);
      for (const gateway of shownUpToDate(effects, state)) ads.confirm(gateway);
    },
  });
  closers.push(source.close);
  overview.attach({ tls, ads, secrets, discovery, serving, source, trust, rollouts });
  log.info(
    { relay: settings.identifier, bucket: settings.store.location, ads: ads.address, admin: admin.address },
    'the relay is running',
  );

  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    log.info('the relay is closing');
    overview.closing();
    await closeAll(closers);
    log.info('the relay is closed');
  };
  return {
    adsAddress: ads.address,
    adminAddress: admin.address,
    status: overview.status,
    notify,
    close: () => (closed ??= close()),
  };
}

interface ServingParts {
  readonly metrics: RelayMetrics;
  readonly overview: Overview;
  readonly rollouts: Rollouts;
  /** Looks at the bucket now. */
  readonly notify: (gateway: GatewayName) => void;
  /** Of who may publish and push; absent: whoever can write the bucket. */
  readonly keys: Trust['admission']['keys'] | undefined;
}

/** Everything between a bundle and the Envoys. */
async function startServing(
  settings: RelaySettings,
  serveAds: ServeAds,
  { metrics, overview, rollouts, notify, keys }: ServingParts,
  closers: Closer[],
) {
  const { log, secretsAllowed, identifier } = settings;
  const tls =
    settings.tls &&
    (await loadTls(settings.tls, {
      report: (event) => onTlsEvent(event, log, metrics),
      refreshMs: settings.reloadIntervalMs,
    }));
  if (tls) closers.push(tls.close);

  let ads: AdsServer | undefined;
  const policy = await loadPolicy(settings, metrics, (next) => ads?.setNodePolicy(next));
  if (policy) closers.push(policy.close);

  let serving: Serving | undefined;
  let secrets: Secrets | undefined;
  const { secretProviders: own } = settings;
  const followed = await loadProviders(settings, metrics, (found) => secrets?.setProviders([...own, ...found]));
  if (followed) closers.push(followed.close);
  secrets = createSecrets({
    providers: [...own, ...(followed?.first ?? [])],
    report(reference, change) {
      logSecretChange(log, reference, change);
      metrics.onSecretChange(reference, change);
    },
    storeChanged(change) {
      logStoreChange(log, change);
      metrics.onStoreChange(change);
    },
    changed: (gateway) => serving?.refresh(gateway),
  });
  closers.push(secrets.close);
  const discovery = await openDiscovery(settings, { metrics, keys, changed: (gateway) => serving?.refresh(gateway) });
  closers.push(discovery.close);

  const events = (event: AdsEvent): void => {
    if (event.kind === 'refused') logRefusal(log, event, overview.refused(event));
    else logAdsEvent(log, event);
    metrics.onAdsEvent(event);
    rollouts.onAdsEvent(event);
  };
  ads = await serveAds({
    listen: formatAddress(settings.listen),
    ...(tls && { tls }),
    ...(policy && { nodePolicy: policy.current() }),
    identifier,
    unconfirmed: notify,
    secretsAllowed,
    events,
    drainMs: settings.drainMs,
    ...(settings.maxConnectionAgeMs !== undefined && { maxConnectionAgeMs: settings.maxConnectionAgeMs }),
  });
  // It may have changed while the address was bound.
  if (policy) ads.setNodePolicy(policy.current());
  closers.push(() => ads.close(settings.closeGraceMs));

  const secretsAreServed = secretsAllowed === 'always' || settings.tls?.clientAuthorities !== undefined;
  serving = createServing({ ads, secrets, discovery, secretsAreServed, log });
  closers.push(serving.close);
  return { tls, ads, secrets, discovery, serving };
}

const loadProviders = async (
  { secretProvidersFile: file, reloadIntervalMs, log }: RelaySettings,
  metrics: RelayMetrics,
  changed: (providers: readonly SecretProvider[]) => void,
) =>
  file === undefined
    ? undefined
    : followProviders(file, {
        refreshMs: reloadIntervalMs,
        changed,
        report(event) {
          logProvidersEvent(log, event);
          if (event.kind === 'providers-failed') metrics.onSecretProvidersFailure();
        },
      });

/** Without a policy, whoever has any certificate is any node: somebody has said that it is meant. */
async function loadPolicy(
  { nodePolicy, tls, log, reloadIntervalMs }: RelaySettings,
  metrics: RelayMetrics,
  changed: (policy: NodePolicy) => void,
) {
  if (nodePolicy === undefined) {
    if (tls?.clientAuthorities !== undefined)
      log.warn('there is no node policy: any client certificate is any node of any gateway, and gets its secrets');
    return undefined;
  }
  return followPolicy(nodePolicy, {
    refreshMs: reloadIntervalMs,
    changed,
    report(event) {
      logPolicyEvent(log, event);
      if (event.kind === 'policy-failed') metrics.onPolicyFailure();
    },
  });
}

function onTlsEvent(event: TlsEvent, log: Log, metrics: RelayMetrics): void {
  logTlsEvent(log, event);
  if (event.kind === 'tls-failed') metrics.onTlsFailure();
}

const confirmedBy = (effects: readonly WatchEffect[]): readonly Served[] =>
  effects.flatMap((each) => (each.kind === 'gateway' && each.effect.kind === 'confirmed' ? [each.effect.served] : []));

/** The disk cache, whose failures are told and never keep a bundle from being served. */
function openCache(folder: string, { store, log }: RelaySettings, metrics: RelayMetrics, trust: Trust | undefined) {
  // One folder for each bucket: what another bucket held must not be served in its place.
  const bucketFolder = join(folder, textDigest(store.location).slice(0, 16));
  const cache = createDiskCache(createDirectoryStore(bucketFolder), trust?.admission);
  const failed = (fields: Record<string, unknown>, message: string): void => {
    log.error({ folder: bucketFolder, ...fields }, message);
    metrics.onCacheFailure();
  };
  return {
    settled: cache.settled,
    restore: (): Promise<readonly Restored[]> =>
      cache.restore((gateway, problem) =>
        failed({ gateway, problem: problem.kind, reason: problem.message }, 'a bundle cannot be read from the disk'),
      ),
    save(served: Served): void {
      const { gateway, bundle } = served.pointer;
      cache.save(served).then(
        () => log.debug({ gateway, bundle }, 'what is served is kept on the disk'),
        (error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          failed({ gateway, reason }, 'a bundle cannot be kept on the disk');
        },
      );
    },
  };
}
