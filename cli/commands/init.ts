import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { saveFiles } from '../import/save.ts';
import { FIRST_DOCUMENTS } from '../init/documents.ts';
import { writeLines } from '../output.ts';

interface Flags {
  readonly overwrite?: boolean;
}

/** `enroutectl init`: documents to begin with. */
export const init: MakeCommand = (host, conclude) =>
  new Command('init')
    .summary('write documents to begin with')
    .description('Writes a Gateway, a VirtualHost and an Upstream into a folder, and says how to run them.')
    .argument('[folder]', 'where', 'gateways')
    .option('--overwrite', 'replace files that are there and differ')
    .action(async (folder: string, flags: Flags) => conclude(await run(folder, flags, host)));

async function run(folder: string, { overwrite }: Flags, host: Host): Promise<ExitCode> {
  const existing = overwrite ? 'overwrite' : 'keep';
  const written = await saveFiles(resolve(host.cwd, folder), FIRST_DOCUMENTS, { existing, shown: folder });
  writeLines(host, [
    written.length > 0 ? `wrote ${written.map((path) => join(folder, path)).join(' ')}` : `${folder} has them already`,
    '',
    `enroutectl check ${folder}        says what is wrong with them`,
    `enroutectl up ${folder} --demo    runs them on this machine, with an Envoy and something behind it`,
  ]);
  return EXIT.success;
}
