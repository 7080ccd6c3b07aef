import { Command, Option } from 'commander';
import type { MakeCommand } from '../command.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { wholeNumber } from '../numbers.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import type { Goal } from '../remote/fleet.ts';
import { chooseRemoteGateway } from '../remote/gateways.ts';
import { orSuggestGateway } from '../remote/suggestions.ts';
import { waitUntil } from '../remote/wait.ts';

interface Flags extends ConnectionFlags {
  readonly for: Goal;
  readonly nodes: number;
  readonly timeout: number;
}

/** `enroutectl wait`: until Envoys have what was published. */
export const wait: MakeCommand = (host, conclude) =>
  new Command('wait')
    .summary('wait until Envoys have what was published')
    .description('Waits until the Envoys of a gateway have its newest revision, and says how far they are.')
    .argument('[gateway]', 'namespace/name, or name in the namespace "default"; default: the only one of the documents')
    .addOption(
      new Option('--for <goal>', 'every connected Envoy has accepted it, or its rollout is complete')
        .choices(['acked', 'complete'] satisfies Goal[])
        .default('acked' satisfies Goal),
    )
    .option('--nodes <number>', 'with --for acked: how many Envoys there have to be at least', wholeNumber, 1)
    .option('--timeout <seconds>', 'how long at most', wholeNumber, 300)
    .addOption(contextOption())
    .addOption(serverOption())
    .addOption(directOption())
    .addHelpText('after', HELP)
    .action(async (gateway: string | undefined, flags: Flags) => conclude(await run(gateway, flags, host)));

const HELP = `
Exits with 1 if an Envoy rejects it, if its rollout is paused, rolled back or aborted, or if the time is over.`;

async function run(named: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  const remote = await connect(flags, host);
  const { for: goal, nodes, timeout } = flags;
  const gateway = await chooseRemoteGateway(remote, named);
  return orSuggestGateway(remote, gateway, () => waitUntil(remote, gateway, { goal, nodes, timeout }, host));
}
