import { Command, Option } from 'commander';
import type { Kind } from '../../compiler/2-validate/model.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { writeJson } from '../output.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import { readKind } from '../remote/kinds.ts';

interface Flags extends ConnectionFlags {
  readonly kind?: Kind;
  readonly namespace?: string;
  readonly selector?: string;
  readonly revision?: string;
  readonly output: 'yaml' | 'json';
}

/** `enroutectl export`: all documents in one text. */
export const exportCommand: MakeCommand = (host, conclude) =>
  new Command('export')
    .summary('print all documents of an API')
    .description('Prints the documents of a workspace in one text, which "enroutectl apply -f -" takes.')
    .addOption(new Option('--kind <kind>', 'only documents of this kind').argParser(readKind))
    .option('-n, --namespace <name>', 'only documents of this namespace')
    .option('-l, --selector <labels>', 'only documents with such labels')
    .option('--revision <revision>', 'as of this revision: a number, or a digest')
    .addOption(contextOption())
    .addOption(serverOption())
    .addOption(directOption())
    .addOption(
      new Option('-o, --output <format>', 'documents with --- between them, or a List')
        .choices(['yaml', 'json'])
        .default('yaml'),
    )
    .action(async (flags: Flags) => conclude(await run(flags, host)));

async function run({ kind, namespace, selector, revision, output, ...named }: Flags, host: Host): Promise<ExitCode> {
  const remote = await connect(named, host);
  const query = { format: output, kind, namespace, labelSelector: selector, revision };
  const response = await remote.open({ method: 'GET', path: '/v1/export', query });
  if (output === 'json') writeJson(host, await response.json());
  else host.out(await response.text());
  return EXIT.success;
}
