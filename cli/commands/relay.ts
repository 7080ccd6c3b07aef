import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { LogFormat, LogLevel, RelayOptions } from '../../relay/index.ts';
import { gatewayName, openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { notifySecretFileOption, notifySecretsOf } from '../notify.ts';
import { milliseconds } from '../numbers.ts';

interface Flags {
  readonly store?: string;
  readonly gateway?: readonly string[];
  readonly listen: string;
  readonly adminListen: string;
  readonly pollInterval: number;
  readonly bucketTimeout: number;
  readonly startDeadline: number;
  readonly cache?: string;
  readonly tlsCertificate?: string;
  readonly tlsKey?: string;
  readonly tlsClientAuthorities?: string;
  readonly verifyKey?: readonly string[];
  readonly fleetReport: number | 'off';
  readonly rolloutSteps: 'take' | 'leave';
  readonly metricsUrl?: string;
  readonly metricsTokenFile?: string;
  readonly nodePolicy?: string;
  readonly insecureAnyNode?: boolean;
  readonly insecureListen?: boolean;
  readonly insecureServeSecrets?: boolean;
  readonly secretFolder?: readonly string[];
  readonly secretVariablePrefix: string;
  readonly secretProviders?: string;
  readonly discovery?: string;
  readonly notifySecretFile?: string;
  readonly identifier?: string;
  readonly maxConnectionAge?: number;
  readonly drain: number;
  readonly closeGrace: number;
  readonly logFormat: LogFormat;
  readonly logLevel: LogLevel;
}

/** The environment variable that stands in for `--secret-providers`. */
const PROVIDERS_VARIABLE = 'ENROUTE_SECRET_PROVIDERS';

const LOG_FORMATS = ['json', 'text'] satisfies LogFormat[];
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] satisfies LogLevel[];

/** `enroutectl relay`: bundles from a bucket to Envoys, until it is told to stop. */
export const relay: MakeCommand = (host, conclude) =>
  new Command('relay')
    .summary('serve the bundles of a bucket to Envoys')
    .description(
      'Watches a bucket and streams its bundles to Envoys over ADS, until SIGTERM or SIGINT. Then it lets the Envoys move ' +
        'to another relay; a second signal ends it at once.',
    )
    .addOption(storeOption())
    .option('-g, --gateway <name...>', 'serve these gateways only (default: all of the bucket)')
    .option('--listen <host:port>', 'where Envoys connect', '127.0.0.1:18000')
    .option(
      '--admin-listen <host:port>',
      'where /status, /metrics, /healthz, /readyz and /notify are',
      '127.0.0.1:18001',
    )
    .option('--poll-interval <ms>', 'how often the bucket is looked at, give or take a tenth', milliseconds, 2000)
    .option('--bucket-timeout <ms>', 'how long the bucket may take for one answer', milliseconds, 30_000)
    .option(
      '--start-deadline <ms>',
      'how long the bucket may take before what --cache has is served',
      milliseconds,
      5000,
    )
    .option('--cache <folder>', 'keep the last good bundles here, for a start without the bucket')
    .option(
      '--verify-key <file...>',
      'serve only what one of these public keys has signed, PEM; read again when they change',
    )
    .option(
      '--fleet-report <ms>',
      'how often to write into the bucket what its nodes run, beside whenever that changes; or "off"',
      millisecondsOrOff,
      20_000,
    )
    .addOption(
      new Option('--rollout-steps <who>', 'take the steps of rollouts when it is its turn, or leave them to others')
        .choices(['take', 'leave'])
        .default('take'),
    )
    .option('--metrics-url <url>', 'the Prometheus that rollouts ask about their metrics (default: none)')
    .option('--metrics-token-file <file>', 'holds the bearer token for it; read for each question')
    .option('--tls-certificate <file>', "the relay's certificate and its chain, PEM; read again when it changes")
    .option('--tls-key <file>', "the certificate's private key, PEM")
    .option('--tls-client-authorities <file>', 'who signs the certificates that Envoys must show, PEM')
    .option('--node-policy <file>', 'which certificates may be which nodes, YAML; what it does not allow is denied')
    .option(
      '--insecure-any-node',
      'instead of a policy: any of these certificates is any node of any gateway, and gets its secrets',
    )
    .option(
      '--insecure-listen',
      'listen beyond this machine without client certificates: whoever connects reads all bundles',
    )
    .option('--insecure-serve-secrets', 'hand out private keys to whoever connects, without a client certificate')
    .option('--secret-folder <folder...>', 'folders whose files Secret documents may name (default: none)')
    .option('--secret-variable-prefix <prefix>', 'environment variables that they may name begin so', 'ENROUTE_SECRET_')
    .option(
      '--secret-providers <file>',
      `which other stores of secrets they may name, and what in them, YAML; read again when it changes (default: $${PROVIDERS_VARIABLE})`,
    )
    .option('--discovery <file>', 'where endpoints of Upstreams with discovery are, and which they may name, YAML')
    .addOption(notifySecretFileOption('one of them must have signed what comes to POST /notify'))
    .option('--identifier <name>', "this relay's name in Envoy's statistics, logs and status (default: the host's)")
    .option(
      '--max-connection-age <ms>',
      'after how long Envoys are asked to connect anew (default: never)',
      milliseconds,
    )
    .option(
      '--drain <ms>',
      'how long Envoys keep a cluster that is gone, for requests that a filter holds up on their way to it',
      milliseconds,
      5000,
    )
    .option('--close-grace <ms>', 'how long Envoys are given to move away at the end', milliseconds, 10_000)
    .addOption(new Option('--log-format <format>', 'for machines or for people').choices(LOG_FORMATS).default('json'))
    .addOption(new Option('--log-level <level>', 'the least severe that is told').choices(LOG_LEVELS).default('info'))
    .addHelpText('after', HELP)
    .action(async (flags: Flags) => conclude(await run(flags, host)));

const HELP = `
Its log goes to standard error, one line an event. Exits with 0 after a graceful end.`;

/** Only this command and `up` need gRPC and the rest, which take longer to load than other commands take. */
async function run(flags: Flags, host: Host): Promise<ExitCode> {
  const { createLog, limitYoungGeneration, RelayOptionsError, startRelay } = await import('../../relay/index.ts');
  limitYoungGeneration();
  const log = createLog({ format: flags.logFormat, level: flags.logLevel, write: host.err });
  const ended = untilInterrupted(host);
  try {
    const running = await startRelay({ ...(await optionsOf(flags, host)), log });
    await ended;
    await running.close();
    return EXIT.success;
  } catch (error) {
    if (error instanceof RelayOptionsError)
      throw new Failure(describe(error.mistakes), { exit: EXIT.usage, cause: error });
    if (error instanceof Failure) throw error;
    throw new Failure(`the relay cannot run: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
}

const untilInterrupted = ({ interrupted }: Host): Promise<void> =>
  new Promise((done) => {
    if (interrupted.aborted) done();
    else interrupted.addEventListener('abort', () => done(), { once: true });
  });

async function optionsOf(flags: Flags, host: Host): Promise<RelayOptions> {
  const path = (text: string): string => resolve(host.cwd, text);
  const providersFile = flags.secretProviders ?? host.env[PROVIDERS_VARIABLE];
  return {
    store: await openBucket(flags.store, host),
    gateways: flags.gateway?.map(gatewayName),
    pollIntervalMs: flags.pollInterval,
    bucketTimeoutMs: flags.bucketTimeout,
    startDeadlineMs: flags.startDeadline,
    cacheFolder: flags.cache === undefined ? undefined : path(flags.cache),
    verifyKeyFiles: flags.verifyKey?.map(path),
    listen: flags.listen,
    adminListen: flags.adminListen,
    tls: tlsOf(flags, path),
    fleetReport: flags.fleetReport,
    rolloutSteps: flags.rolloutSteps,
    metricsUrl: flags.metricsUrl,
    metricsTokenFile: flags.metricsTokenFile === undefined ? undefined : path(flags.metricsTokenFile),
    nodePolicy: flags.nodePolicy === undefined ? undefined : path(flags.nodePolicy),
    insecureAnyNode: flags.insecureAnyNode,
    insecureListen: flags.insecureListen,
    insecureServeSecrets: flags.insecureServeSecrets,
    secretFolders: flags.secretFolder?.map(path),
    secretVariablePrefix: flags.secretVariablePrefix,
    discoveryFile: flags.discovery === undefined ? undefined : path(flags.discovery),
    secretProvidersFile: providersFile === undefined ? undefined : path(providersFile),
    notifySecrets: await notifySecretsOf(flags.notifySecretFile, host),
    identifier: flags.identifier,
    maxConnectionAgeMs: flags.maxConnectionAge,
    drainMs: flags.drain,
    closeGraceMs: flags.closeGrace,
  };
}

function tlsOf(flags: Flags, path: (text: string) => string): RelayOptions['tls'] {
  const { tlsCertificate, tlsKey, tlsClientAuthorities } = flags;
  if (tlsCertificate !== undefined && tlsKey !== undefined) {
    const pair = { certificateChain: path(tlsCertificate), privateKey: path(tlsKey) };
    return tlsClientAuthorities === undefined ? pair : { ...pair, clientAuthorities: path(tlsClientAuthorities) };
  }
  if (tlsCertificate === undefined && tlsKey === undefined && tlsClientAuthorities === undefined) return undefined;
  throw new Failure('TLS needs both --tls-certificate and --tls-key', { exit: EXIT.usage });
}

const millisecondsOrOff = (text: string): number | 'off' => (text === 'off' ? 'off' : milliseconds(text));

/** With the names of options as they stand on the command line; in a message they are in parentheses. */
const describe = (mistakes: readonly { readonly option: string; readonly message: string }[]): string =>
  mistakes
    .map(({ option, message }) => `${flagOf(option)}: ${message}`)
    .join('\n')
    .replaceAll(/\((\w+)\)/g, (_, option: string) => `(${flagOf(option)})`);

const flagOf = (option: string): string => FLAGS.get(option) ?? `--${kebab(option.replace(/Ms$/, ''))}`;

const FLAGS: ReadonlyMap<string, string> = new Map([
  ['gateways', '--gateway'],
  ['cacheFolder', '--cache'],
  ['verifyKeyFiles', '--verify-key'],
  ['tls', '--tls-certificate and --tls-key'],
  ['clientAuthorities', '--tls-client-authorities'],
]);

const kebab = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
