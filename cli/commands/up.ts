import { Command } from 'commander';
import type { MakeCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { up, type UpOptions } from '../up/up.ts';

/** `enroutectl up`: everything on one machine, following a folder. */
export const upCommand: MakeCommand = (host, conclude) =>
  new Command('up')
    .summary('run it all on this machine, and follow a folder of documents')
    .description(
      'Compiles a folder of documents, publishes it into a local directory, and runs a relay and a real Envoy for each gateway. Saving a document recompiles and publishes; a mistake is shown while traffic goes on. Ctrl-C ends everything.',
    )
    .argument('<folder>', 'the documents')
    .option('-s, --store <directory>', 'the directory that bundles are published into', '.enroute/bucket')
    .option('--ads <host:port>', 'where the relay listens for Envoys; a free port of this machine, if left out')
    .option('--admin <host:port>', 'where the relay tells its status; a free port of this machine, if left out')
    .option('--demo [port]', 'run a small upstream that describes each request (default port: 8081)')
    .option('--access-log', "show the Envoys' access log")
    .option('--allow-empty', 'publish even if most of the documents are gone')
    .action(async (folder: string, options: UpOptions) => {
      await up(folder, options, host);
      conclude(EXIT.success);
    });
