import { Command } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { eventText, outputOption, type OutputFormat } from '../output.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import { follow, type RemoteEvent } from '../remote/events.ts';
import { reasonIn } from '../remote/fleet.ts';
import type { Remote } from '../remote/client.ts';
import { isObject, numberIn, objectsIn, textIn, type JsonObject } from '../remote/json.ts';
import { phaseWords } from '../rollout/words.ts';

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
With --output json: one line an event, { "event": "commit" | "publication" | "rollout" | "nodes" | "skipped", "data" }.`;

async function run(flags: Flags, host: Host): Promise<ExitCode> {
  const remote = await connect(flags, host);
  let told = false;
  const tell = (): void => {
    if (!told) host.err(`following ${printable(remote.name)}\n`);
    told = true;
  };
  const newest = new Map<string, string>();
  for await (const event of follow(remote, { signal: host.interrupted, onFollowing: tell })) {
    if (flags.output !== 'text') host.out(eventText({ event: event.name, data: event.data }, flags.output));
    else {
      // How long a rollout has baked changes all the time, and is no news.
      const line = event.name === 'nodes' ? await nodesLine(event, remote) : lineOf(event);
      const subject = `${event.name} ${textIn(event.data, 'gateway') ?? ''}`;
      if (line !== newest.get(subject)) host.out(`${printable(line)}\n`);
      newest.set(subject, line);
    }
  }
  return EXIT.success;
}

/** The event only says that something is otherwise now. */
async function nodesLine({ name, data }: RemoteEvent, remote: Remote): Promise<string> {
  const gateway = textIn(data, 'gateway') ?? '';
  const answer = await remote.send({ method: 'GET', path: '/v1/nodes', query: { gateway } });
  const bundles = objectsIn(answer, 'items').flatMap((fleet) => objectsIn(fleet, 'bundles'));
  const sum = (state: string) => bundles.reduce((total, bundle) => total + numberIn(bundle, state), 0);
  const states = ['accepted', 'pending', 'rejected'].map((state) => `${sum(state)} ${state}`);
  return `${name.padEnd(13)}${gateway} ${states.join(', ')}`;
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
      return `rollout      ${gateway} ${releaseOf(data)}${phaseWords(textIn(data, 'phase') ?? '')}${reasonIn(data)}`;
    case 'skipped':
      return `skipped      ${gateway} ${textIn(data, 'event') ?? ''}s are left out${'before' in data ? ` before revision ${String(data['before'])}` : ''}`;
    default:
      return `${name.padEnd(13)}${gateway}`;
  }
}

/** `revision 12 `. */
const releaseOf = ({ candidate }: JsonObject): string =>
  isObject(candidate) && typeof candidate['number'] === 'number' ? `revision ${candidate['number']} ` : '';
