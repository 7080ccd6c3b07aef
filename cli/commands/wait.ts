import { setTimeout as sleep } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { gatewayName } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { wholeNumber } from '../numbers.ts';
import { connect, contextOption, directOption, serverOption, type ConnectionFlags } from '../remote/connection.ts';
import { standingOf, type Goal } from '../remote/fleet.ts';

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
    .argument('<gateway>', 'namespace/name, or name in the namespace "default"')
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
    .action(async (gateway: string, flags: Flags) => conclude(await run(gatewayName(gateway), flags, host)));

const HELP = `
Exits with 1 if an Envoy rejects it, if its rollout is paused, rolled back or aborted, or if the time is over.`;

const POLL_MS = 500;

async function run(gateway: string, flags: Flags, host: Host): Promise<ExitCode> {
  const remote = await connect(flags, host);
  const end = Date.now() + flags.timeout * 1000;
  for (let told = ''; ;) {
    const { status, words } = await standingOf(remote, gateway, flags.for, flags.nodes);
    if (words !== told) host.err(printable(`${gateway}: ${words}`) + '\n');
    told = words;
    if (status === 'reached') return EXIT.success;
    if (status === 'failed' || host.interrupted.aborted) return EXIT.negative;
    if (Date.now() >= end) {
      host.err(`the time is over\n`);
      return EXIT.negative;
    }
    await sleep(POLL_MS);
  }
}
