/** The relay's command line: which flags there are, and the options that they make. */
import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { openStore } from '../store/open.ts';
import { createLog, LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevel } from './log.ts';
import { RelayOptionsError, type RelayOptions } from './options.ts';
import { RELAY_VERSION } from './version.ts';

/** As commander gives them. */
interface Flags {
  readonly bucket: string;
  readonly gateway?: readonly string[];
  readonly pollInterval?: number;
  readonly cache?: string;
  readonly listen?: string;
  readonly tlsCertificate?: string;
  readonly tlsKey?: string;
  readonly tlsClientAuthorities?: string;
  readonly insecureListen?: boolean;
  readonly insecureServeSecrets?: boolean;
  readonly secretFolder?: readonly string[];
  readonly secretVariablePrefix?: string;
  readonly adminListen?: string;
  readonly notifyTokenFile?: string;
  readonly identifier?: string;
  readonly closeGrace?: number;
  readonly logFormat: LogFormat;
  readonly logLevel: LogLevel;
}

/** The command, to be parsed; `run` is given the options that the flags make. */
export function relayCommand(run: (options: RelayOptions) => Promise<void>): Command {
  return new Command('enroute-relay')
    .description('Serves the bundles of a bucket to Envoys over ADS.')
    .version(RELAY_VERSION)
    .requiredOption('--bucket <url>', 'where the bundles are: a directory, or s3://bucket/prefix?endpoint=…&region=…')
    .option('--gateway <namespace/name...>', 'serve these gateways only (default: all of the bucket)')
    .option('--poll-interval <ms>', 'how often to look for new bundles (default: 2000)', milliseconds)
    .option('--cache <folder>', 'keep the last good bundles here, for a start without the bucket')
    .option('--listen <host:port>', 'where Envoys connect (default: 127.0.0.1:18000)')
    .option('--tls-certificate <file>', "the relay's certificate and its chain, PEM")
    .option('--tls-key <file>', "the certificate's private key, PEM")
    .option('--tls-client-authorities <file>', 'who signs the certificates that Envoys must show, PEM')
    .option('--insecure-listen', 'listen beyond this machine though there is no TLS')
    .option('--insecure-serve-secrets', 'hand out private keys to whoever connects, without a client certificate')
    .option('--secret-folder <folder...>', 'folders whose files Secret documents may name (default: none)')
    .option('--secret-variable-prefix <prefix>', 'variables that they may name begin so (default: ENROUTE_SECRET_)')
    .option('--admin-listen <host:port>', 'where /status, /metrics and the rest are (default: 127.0.0.1:18001)')
    .option('--notify-token-file <file>', 'holds the token that POST /notify must carry')
    .option('--identifier <name>', "this relay's name (default: the host's)")
    .option('--close-grace <ms>', 'how long Envoys are given to move away at the end (default: 10000)', milliseconds)
    .addOption(new Option('--log-format <format>', 'for machines or for people').choices(LOG_FORMATS).default('json'))
    .addOption(new Option('--log-level <level>', 'the least that is told').choices(LOG_LEVELS).default('info'))
    .action(async (flags: Flags) => run(await optionsOf(flags)));
}

function milliseconds(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is not a whole number of milliseconds.');
  return Number(text);
}

/** @throws Error for flags that cannot be used. */
async function optionsOf(flags: Flags): Promise<RelayOptions> {
  return {
    store: await openStore(flags.bucket),
    gateways: flags.gateway,
    pollIntervalMs: flags.pollInterval,
    cacheFolder: flags.cache,
    listen: flags.listen,
    tls: tlsOf(flags),
    insecureListen: flags.insecureListen,
    insecureServeSecrets: flags.insecureServeSecrets,
    secretFolders: flags.secretFolder,
    secretVariablePrefix: flags.secretVariablePrefix,
    adminListen: flags.adminListen,
    notifyToken: flags.notifyTokenFile === undefined ? undefined : await readToken(flags.notifyTokenFile),
    identifier: flags.identifier,
    closeGraceMs: flags.closeGrace,
    log: createLog({ format: flags.logFormat, level: flags.logLevel }),
  };
}

function tlsOf({ tlsCertificate, tlsKey, tlsClientAuthorities }: Flags): RelayOptions['tls'] {
  if (tlsCertificate === undefined && tlsKey === undefined && tlsClientAuthorities === undefined) return undefined;
  if (tlsCertificate === undefined || tlsKey === undefined) {
    throw new RelayOptionsError(['TLS needs both --tls-certificate and --tls-key']);
  }
  const pair = { certificateChain: tlsCertificate, privateKey: tlsKey };
  return tlsClientAuthorities === undefined ? pair : { ...pair, clientAuthorities: tlsClientAuthorities };
}

/** The last line break of the file does not belong to the token. */
const readToken = async (file: string): Promise<string> => (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
