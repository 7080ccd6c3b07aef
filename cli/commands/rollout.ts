import { Command } from 'commander';
import type { GatewayName } from '../../compiler/index.ts';
import { commandRollout, type RolloutCommand, type Store } from '../../store/index.ts';
import { defaultAuthor } from '../author.ts';
import { chooseGateway, openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { outputOption, writeData, type OutputFormat } from '../output.ts';
import {
  connect,
  meansApi,
  otherContextOption,
  otherServerOption,
  type ConnectionFlags,
} from '../remote/connection.ts';
import { chooseRemoteGateway } from '../remote/gateways.ts';
import { directRemote, rolloutRemote } from '../remote/rollout.ts';
import { orSuggestGateway } from '../remote/suggestions.ts';
import { waitUntil } from '../remote/wait.ts';
import { showRollout } from '../rollout/show.ts';
import { timeOf, viewJson, viewOf, type RolloutView } from '../rollout/view.ts';
import { exitOf, waitForEnd } from '../rollout/wait.ts';

interface Flags extends ConnectionFlags {
  readonly output: OutputFormat;
  readonly store?: string;
  readonly author?: string;
  readonly message?: string;
  readonly full?: boolean;
  readonly wait?: boolean;
}

type Act = (gateway: string | undefined, flags: Flags, host: Host) => Promise<ExitCode>;

/** `enroutectl rollout`: how Envoys change over to the newest revision, and what people have to say to it. */
export const rollout: MakeCommand = (host, conclude) => {
  const subcommand = (name: string, summary: string, description: string, act: Act): Command =>
    new Command(name)
      .summary(summary)
      .description(description)
      .argument('[gateway]', 'namespace/name, or name in the namespace "default"; default: the only one of the bucket')
      .addOption(storeOption())
      .addOption(otherContextOption())
      .addOption(otherServerOption())
      .addOption(outputOption())
      .addHelpText('after', HELP)
      .action(async (gateway: string | undefined, flags: Flags) => conclude(await act(gateway, flags, host)));
  const command = new Command('rollout')
    .summary('see and direct how Envoys change over to the newest revision')
    .description(
      'Shows how far the Envoys of a gateway have changed over to its newest revision, and lets people decide.',
    )
    .helpOption('-h, --help', 'print help')
    .helpCommand(false);
  for (const { name, summary, description, act, configure } of SUBCOMMANDS)
    command.addCommand(configure(subcommand(name, summary, description, act)));
  return command;
};

const HELP = `
With --context or --server and --output json: what the API answers, which is "rollout" alone. Otherwise, with --output json:
  { "gateway", "head": { "revision", "bundle", "number" }, "policy": { "steps", "bakeSeconds", "health", "onFailure" },
    "rollout": { "phase": "progressing" | "waiting" | "paused" | "complete" | "rolled-back" | "aborted", "step", "since",
      "candidate", "stable", "attempt", "bake", "reason"?, "failed": [...], "events": [...] } | null,
    "fleet": { "relays", "connected", "bundles": [{ "bundle", "accepted", "pending", "rejected" }], "rejections": [...] } }

Exits with 1 if the rollout is paused, rolled back or aborted, or does not allow what was asked; with --wait, with 5 if it
waits for approval.`;

interface Subcommand {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly act: Act;
  readonly configure: (command: Command) => Command;
}

const withAuthor = (command: Command): Command =>
  command.option('--author <name>', "who (default: git's user, or $USER)");
const withWait = (command: Command): Command =>
  command.option('-w, --wait', 'until every Envoy has it, it has failed, or somebody has to decide');
const withMessage = (command: Command): Command => command.option('-m, --message <text>', 'why');

const SUBCOMMANDS: readonly Subcommand[] = [
  {
    name: 'status',
    summary: 'show how far a rollout is',
    description:
      'Shows how far the Envoys of a gateway have changed over, what they made of it, and what has happened.',
    act: status,
    configure: withWait,
  },
  {
    name: 'pause',
    summary: 'stop where it is',
    description:
      'Leaves every Envoy with what it has; no step follows, and nothing is taken back, until it is resumed.',
    act: (gateway, flags, host) => direct({ kind: 'pause' }, gateway, flags, host),
    configure: (command) => withMessage(withAuthor(command)),
  },
  {
    name: 'resume',
    summary: 'go on',
    description:
      'Goes on with a paused rollout, and accepts what has failed in it so far. A revision that was rolled back or aborted ' +
      'is given again, from the first step on.',
    act: (gateway, flags, host) => direct({ kind: 'resume' }, gateway, flags, host),
    configure: (command) => withWait(withAuthor(command)),
  },
  {
    name: 'promote',
    summary: 'go to the next step now',
    description:
      'Gives a step its approval, or goes on without waiting for its time; after the last step it ends the rollout. Failing ' +
      'Envoys still put all of them back.',
    act: (gateway, flags, host) => direct({ kind: 'promote', to: flags.full ? 'all' : 'next' }, gateway, flags, host),
    configure: (command) =>
      withWait(withAuthor(command)).option('--full', 'to all Envoys at once, also what was rolled back or aborted'),
  },
  {
    name: 'abort',
    summary: 'put every Envoy back',
    description:
      'Puts every Envoy back on the last good revision. The head stays what it is, and nobody gets it until it is resumed or ' +
      'another revision is published.',
    act: (gateway, flags, host) => direct({ kind: 'abort' }, gateway, flags, host),
    configure: (command) => withMessage(withAuthor(command)),
  },
];

async function status(named: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  if (await meansApi(flags, host)) return askApi(undefined, named, flags, host);
  const store = await openBucket(flags.store, host);
  const gateway = await chooseGateway(store, named);
  return report(store, gateway, flags, host);
}

type Wish = { readonly kind: 'pause' | 'abort' | 'resume' } | { readonly kind: 'promote'; readonly to: 'next' | 'all' };

async function direct(wish: Wish, named: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  if (await meansApi(flags, host)) return askApi(wish.kind, named, flags, host);
  const store = await openBucket(flags.store, host);
  const gateway = await chooseGateway(store, named);
  const author = flags.author ?? (await defaultAuthor(host));
  const said: RolloutCommand = {
    ...wish,
    author,
    now: await timeOf(store),
    ...(flags.message !== undefined && { message: flags.message }),
  };
  const result = await commandRollout(store, gateway, said);
  if (!result) throw new Failure(`${store.location} has no gateway ${gateway}`, { exit: EXIT.usage });
  if (result.status === 'refused')
    throw new Failure(`${gateway}: ${result.message}`, { exit: EXIT.negative, help: result.help });
  const exit = await report(store, gateway, flags, host);
  return flags.wait ? exit : EXIT.success;
}

/** Who says it, the API knows. */
async function askApi(
  command: Wish['kind'] | undefined,
  named: string | undefined,
  flags: Flags,
  host: Host,
): Promise<ExitCode> {
  if (flags.author !== undefined)
    throw new Failure('an API knows who calls', { exit: EXIT.usage, help: 'leave --author out' });
  const remote = await connect(flags, host);
  const gateway = await chooseRemoteGateway(remote, named);
  if (!flags.wait) return rolloutRemote(command, gateway, remote, flags, host);
  const goal = { goal: 'complete', nodes: 0, approval: 'end' } as const;
  if (command !== undefined) await directRemote(command, gateway, remote, flags);
  const exit = await orSuggestGateway(remote, gateway, () => waitUntil(remote, gateway, goal, host));
  await rolloutRemote(undefined, gateway, remote, flags, host);
  return exit;
}

async function report(store: Store, gateway: GatewayName, { wait, output }: Flags, host: Host): Promise<ExitCode> {
  const view: RolloutView = wait
    ? await waitForEnd(store, gateway, host)
    : await viewOf(store, gateway, await timeOf(store));
  if (output !== 'text') writeData(host, viewJson(view), output);
  else showRollout(view, host);
  return exitOf(view, wait ? 'end' : 'any');
}
