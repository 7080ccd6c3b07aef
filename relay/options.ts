/** What the operator decides about a relay, and which decisions do not go together. */
import { hostname } from 'node:os';
import type { GatewayName } from '../compiler/5-pack/bundle.ts';
import type { Store } from '../store/store.ts';
import { parseAddress, type ListenAddress } from './address.ts';
import type { DiscoveryProvider } from './discovery/provider.ts';
import { createLog, type Log } from './log.ts';
import { environmentProvider } from './secrets/providers/environment.ts';
import { fileProvider } from './secrets/providers/file.ts';
import type { SecretProvider } from './secrets/provider.ts';
import type { WebhookSecret } from '../store/webhooks.ts';
import { policyMistakes, securityMistakes } from './security-options.ts';
import type { TlsFiles } from './tls.ts';

/** An option that is `undefined` is left out. */
export interface RelayOptions {
  /** The bucket that bundles are read from. */
  readonly store: Store;
  /** The gateways to serve, each `namespace/name`; default: all that have a pointer in the bucket. */
  readonly gateways?: readonly GatewayName[] | undefined;
  /** How often each pointer is looked at, in milliseconds, give or take a tenth; default 2,000. */
  readonly pollIntervalMs?: number | undefined;
  /** How long the bucket may take for one answer, in milliseconds; default 30,000. */
  readonly bucketTimeoutMs?: number | undefined;
  /** How long to wait for the bucket after the start before the disk's last good bundles are served; default 5,000 ms. */
  readonly startDeadlineMs?: number | undefined;
  /** Where the last good bundles are kept for a start without the bucket; default: nowhere. */
  readonly cacheFolder?: string | undefined;

  /**
   * PEM files with the public keys of who may publish; read again when they change. With them, what none of the keys has
   * signed is not served. Default: none, and whoever can write the bucket is believed.
   */
  readonly verifyKeyFiles?: readonly string[] | undefined;

  /**
   * How often the relay writes into the bucket what its nodes run, in milliseconds, beside whenever that changes; `off`:
   * never, so that rollouts do not know of its nodes. Default 20,000.
   */
  readonly fleetReport?: number | 'off' | undefined;
  /** Whether the relay takes steps of rollouts when it is its turn, or leaves them to others; default `take`. */
  readonly rolloutSteps?: 'take' | 'leave' | undefined;
  /** The Prometheus that rollouts ask about their metrics, what stands before `/api/v1`; default: none. */
  readonly metricsUrl?: string | undefined;
  /** A file with the bearer token that it is sent, read for each question; default: none is sent. */
  readonly metricsTokenFile?: string | undefined;

  /** Where Envoys connect, `host:port`; default `127.0.0.1:18000`. */
  readonly listen?: string | undefined;
  /** The relay's certificate; with `clientAuthorities`, each Envoy must show one too. */
  readonly tls?: TlsFiles | undefined;
  /**
   * A node policy file: which certificates may speak for which nodes of which gateways; what it does not allow is
   * denied. Goes with `tls` with `clientAuthorities`, and these need it.
   */
  readonly nodePolicy?: string | undefined;
  /** Instead of a node policy: any certificate of the client authorities is any node of any gateway, and gets its secrets. */
  readonly insecureAnyNode?: boolean | undefined;
  /** How often certificates and the node policy are read again, in milliseconds; default 10,000. */
  readonly reloadIntervalMs?: number | undefined;
  /** Listens on other addresses than this machine's own without client certificates. Whoever connects reads all bundles. */
  readonly insecureListen?: boolean | undefined;
  /** Hands private keys and other secrets to whoever connects, without a client certificate. */
  readonly insecureServeSecrets?: boolean | undefined;

  /** Folders whose files Secret documents may name; default: none. */
  readonly secretFolders?: readonly string[] | undefined;
  /** Environment variables that Secret documents may name begin so; default `ENROUTE_SECRET_`. */
  readonly secretVariablePrefix?: string | undefined;
  /**
   * A file that says which other stores Secret documents may name, and what in them
   * (`schemas/settings/secret-providers.schema.json`); read again when it changes. Default: none.
   */
  readonly secretProvidersFile?: string | undefined;
  /** Further secret providers; one of a built-in type takes its place. */
  readonly secretProviders?: readonly SecretProvider[] | undefined;

  /** A discovery file: where the relay finds endpoints that are in no bundle; default: in the bucket only. */
  readonly discoveryFile?: string | undefined;
  /** Further sources of endpoints; one of a built-in type takes its place. */
  readonly discoveryProviders?: readonly DiscoveryProvider[] | undefined;

  /** Where `/status`, `/metrics` and the rest are served, `host:port`; default `127.0.0.1:18001`. */
  readonly adminListen?: string | undefined;
  /**
   * One of them must have signed what comes to `POST /notify`; several, so that relays know a new one before anybody signs
   * with it. Default: none, and whoever reaches the port may notify.
   */
  readonly notifySecrets?: readonly WebhookSecret[] | undefined;

  /** This relay's name in Envoy's statistics, logs and status; default: the host's name. */
  readonly identifier?: string | undefined;
  readonly log?: Log | undefined;
  /**
   * After how long, give or take a tenth, an Envoy is asked to connect anew, so that Envoys spread over relays that came
   * later; in milliseconds. Default: never.
   */
  readonly maxConnectionAgeMs?: number | undefined;
  /**
   * How long clusters that a bundle has no more stay with an Envoy that has its listeners and routes, in milliseconds: for
   * requests by those of before that a filter holds up, as one does that asks an authorization service. Default 5,000.
   */
  readonly drainMs?: number | undefined;
  /** How long Envoys are given to move to another relay at shutdown, in milliseconds; default 10,000. */
  readonly closeGraceMs?: number | undefined;
}

/** {@link RelayOptions}, checked, with every default filled in. */
export interface RelaySettings {
  readonly store: Store;
  readonly gateways: readonly GatewayName[] | undefined;
  readonly pollIntervalMs: number;
  readonly bucketTimeoutMs: number;
  readonly startDeadlineMs: number;
  readonly cacheFolder: string | undefined;
  readonly verifyKeyFiles: readonly string[] | undefined;
  readonly fleetReport: number | 'off';
  readonly rolloutSteps: 'take' | 'leave';
  readonly metricsUrl: string | undefined;
  readonly metricsTokenFile: string | undefined;
  readonly listen: ListenAddress;
  readonly tls: TlsFiles | undefined;
  readonly nodePolicy: string | undefined;
  readonly reloadIntervalMs: number;
  readonly secretsAllowed: 'mutual-tls' | 'always';
  readonly secretProviders: readonly SecretProvider[];
  readonly secretProvidersFile: string | undefined;
  readonly discoveryFile: string | undefined;
  readonly discoveryProviders: readonly DiscoveryProvider[];
  readonly adminListen: ListenAddress;
  readonly notifySecrets: readonly WebhookSecret[];
  readonly identifier: string;
  readonly log: Log;
  readonly maxConnectionAgeMs: number | undefined;
  readonly drainMs: number;
  readonly closeGraceMs: number;
}

/** What is wrong with one option, as a sentence that continues its name. */
export interface OptionMistake {
  readonly option: keyof RelayOptions;
  readonly message: string;
}

/** The options do not go together; the message has one line for each mistake. */
export class RelayOptionsError extends Error {
  override readonly name = 'RelayOptionsError';
  readonly mistakes: readonly OptionMistake[];
  constructor(mistakes: readonly OptionMistake[]) {
    super(mistakes.map(({ option, message }) => `${option}: ${message}`).join('\n'));
    this.mistakes = mistakes;
  }
}

/** @throws RelayOptionsError naming every mistake, not only the first. */
export function resolveOptions(options: RelayOptions): RelaySettings {
  const mistakes: OptionMistake[] = [];
  const listen = addressOf('listen', options.listen ?? '127.0.0.1:18000', mistakes);
  const adminListen = addressOf('adminListen', options.adminListen ?? '127.0.0.1:18001', mistakes);
  mistakes.push(...securityMistakes(options, listen), ...policyMistakes(options), ...nameMistakes(options));
  mistakes.push(...numberMistakes(options), ...rolloutMistakes(options));
  if (mistakes.length > 0) throw new RelayOptionsError(mistakes);
  return {
    store: options.store,
    gateways: options.gateways && [...new Set(options.gateways)],
    pollIntervalMs: options.pollIntervalMs ?? 2_000,
    bucketTimeoutMs: options.bucketTimeoutMs ?? 30_000,
    startDeadlineMs: options.startDeadlineMs ?? 5_000,
    cacheFolder: options.cacheFolder,
    verifyKeyFiles: options.verifyKeyFiles,
    fleetReport: options.fleetReport ?? 20_000,
    rolloutSteps: options.rolloutSteps ?? 'take',
    metricsUrl: options.metricsUrl,
    metricsTokenFile: options.metricsTokenFile,
    listen,
    tls: options.tls,
    nodePolicy: options.nodePolicy,
    reloadIntervalMs: options.reloadIntervalMs ?? 10_000,
    secretsAllowed: options.insecureServeSecrets ? 'always' : 'mutual-tls',
    secretProviders: providersOf(options),
    discoveryFile: options.discoveryFile,
    discoveryProviders: options.discoveryProviders ?? [],
    secretProvidersFile: options.secretProvidersFile,
    adminListen,
    notifySecrets: options.notifySecrets ?? [],
    identifier: options.identifier ?? hostname(),
    log: options.log ?? createLog(),
    maxConnectionAgeMs: options.maxConnectionAgeMs,
    drainMs: options.drainMs ?? 5_000,
    closeGraceMs: options.closeGraceMs ?? 10_000,
  };
}

function addressOf(option: 'listen' | 'adminListen', text: string, mistakes: OptionMistake[]): ListenAddress {
  const address = parseAddress(text);
  if (address) return address;
  const message = `"${text}" is not of the form host:port, such as 127.0.0.1:18000 or [::1]:18000`;
  mistakes.push({ option, message });
  return { host: 'localhost', port: 0 };
}

function nameMistakes({ gateways, verifyKeyFiles, identifier }: RelayOptions): OptionMistake[] {
  const mistakes: OptionMistake[] = (gateways ?? [])
    .filter((name) => !/^[^/]+\/[^/]+$/.test(name))
    .map((name) => ({ option: 'gateways', message: `"${name}" is not of the form namespace/name` }));
  if (gateways?.length === 0) {
    mistakes.push({ option: 'gateways', message: 'no gateway is named; leave it out to serve all of the bucket' });
  }
  if (verifyKeyFiles?.length === 0) {
    mistakes.push({
      option: 'verifyKeyFiles',
      message: 'no file is named; leave it out to believe whatever the bucket has',
    });
  }
  if (identifier === '') mistakes.push({ option: 'identifier', message: 'it is empty' });
  return mistakes;
}

function rolloutMistakes({ metricsUrl, metricsTokenFile, fleetReport }: RelayOptions): OptionMistake[] {
  const mistakes: OptionMistake[] = [];
  const isUrl =
    metricsUrl === undefined || (URL.canParse(metricsUrl) && /^https?:$/.test(new URL(metricsUrl).protocol));
  if (!isUrl)
    mistakes.push({ option: 'metricsUrl', message: `"${metricsUrl}" is no URL, such as http://prometheus:9090` });
  else if (metricsUrl !== undefined && /^\w+:\/\/[^/?#]*@/.test(metricsUrl)) {
    const message = 'a user and a password do not belong into a URL; a token is sent as a header (metricsTokenFile)';
    mistakes.push({ option: 'metricsUrl', message });
  }
  if (metricsTokenFile !== undefined && metricsUrl === undefined) {
    mistakes.push({
      option: 'metricsTokenFile',
      message: 'there is no Prometheus to send it to; say where it is (metricsUrl)',
    });
  }
  const interval = fleetReport === undefined || fleetReport === 'off' ? LEAST_REPORT_MS : fleetReport;
  if (!Number.isInteger(interval) || interval < LEAST_REPORT_MS || interval > MAX_TIMER_MS) {
    const message = `${interval} is neither "off" nor a whole number of milliseconds from ${LEAST_REPORT_MS} to ${MAX_TIMER_MS}`;
    mistakes.push({ option: 'fleetReport', message });
  }
  return mistakes;
}

const LEAST_REPORT_MS = 100;

/** The least that each number of milliseconds may be. */
const LEAST_MS = [
  ['pollIntervalMs', 10],
  ['bucketTimeoutMs', 1],
  ['startDeadlineMs', 0],
  ['reloadIntervalMs', 10],
  ['maxConnectionAgeMs', 1_000],
  ['drainMs', 0],
  ['closeGraceMs', 0],
] as const;

const numberMistakes = (options: RelayOptions): OptionMistake[] =>
  LEAST_MS.flatMap(([option, least]) => {
    const value = options[option];
    if (value === undefined || (Number.isInteger(value) && value >= least && value <= MAX_TIMER_MS)) return [];
    return [{ option, message: `${value} is not a whole number of milliseconds from ${least} to ${MAX_TIMER_MS}` }];
  });

/** A day. Node's timers fire at once for what does not fit into 31 bits, about 24 days. */
const MAX_TIMER_MS = 86_400_000;

function providersOf({
  secretProviders = [],
  secretFolders,
  secretVariablePrefix,
}: RelayOptions): readonly SecretProvider[] {
  return [
    ...secretProviders,
    fileProvider(secretFolders ? { folders: secretFolders } : {}),
    environmentProvider(secretVariablePrefix === undefined ? {} : { prefix: secretVariablePrefix }),
  ];
}
