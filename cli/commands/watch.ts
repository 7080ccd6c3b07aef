import { Command } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { eventText, outputOption, type OutputFormat } from '../output.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import { follow, type RemoteEvent } from '../remote/events.ts';
import { textIn, type JsonObject } from '../remote/json.ts';

interface Flags extends ConnectionFlags {
  readonly output: OutputFormat;
}

/** `enroutectl watch`: what happens, as it happens. */
export const watch: MakeCommand = (host, conclude) =>
  new Command('watch')
    .summary('follow what happens in an API')
    .description(
      'Prints revisions, publications, rollouts and changes of nodes as they happen, until it is interrupted.',
    )
    .addOption(contextOption())
    .addOption(serverOption())
    .addOption(directOption())
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (flags: Flags) => conclude(await run(flags, host)));

const HELP = `
With --output json: one line an event, { "event": "commit" | "publication" | "rollout" | "nodes", "data" }.`;

async function run(flags: Flags, host: Host): Promise<ExitCode> {
  const remote = await connect(flags, host);
  let told = false;
  const tell = (): void => {
    if (!told) host.err(`following ${printable(remote.name)}\n`);
    told = true;
  };
  for await (const event of follow(remote, host.interrupted, tell)) {
    const { name, data } = event;
    host.out(
      flags.output === 'text' ? `${printable(lineOf(event))}\n` : eventText({ event: name, data }, flags.output),
    );
  }
  return EXIT.success;
}

function lineOf({ name, data }: RemoteEvent): string {
  const gateway = textIn(data, 'gateway') ?? '';
  const words = { number: String(data['number']), author: textIn(data, 'author'), message: textIn(data, 'message') };
  switch (name) {
    case 'commit':
      return `commit       revision ${words.number} by ${words.author ?? ''}: ${words.message ?? ''}`;
    case 'publication':
      return `publication  ${gateway} revision ${words.number} by ${words.author ?? ''}: ${words.message ?? ''}`;
    case 'rollout':
      return `rollout      ${gateway} ${textIn(data, 'phase') ?? ''}${reasonOf(data)}`;
    default:
      return `${name.padEnd(13)}${gateway}`;
  }
}

const reasonOf = ({ reason }: JsonObject): string =>
  typeof reason === 'object' && reason !== null && 'message' in reason ? `: ${String(reason.message)}` : '';
