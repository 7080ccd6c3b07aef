import { Command, Option } from 'commander';
import type { GatewayName } from '../../compiler/index.ts';
import { lookAtFleet, type FleetView, type NodeEntry } from '../../store/index.ts';
import { chooseGateway, gatewaysIn, openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { count, outputOption, short, shortTime, table, writeJson, writeLines, type OutputFormat } from '../output.ts';
import { timeOf } from '../rollout/view.ts';

interface Flags {
  readonly output: OutputFormat;
  readonly store?: string;
  readonly state?: NodeEntry['state'];
  readonly bundle?: string;
}

/** `enroutectl nodes`: all Envoys of a bucket's gateways, whatever relay they are connected to. */
export const nodes: MakeCommand = (host, conclude) =>
  new Command('nodes')
    .summary('list the Envoys of all relays, and what they run')
    .description(
      'Lists the Envoys that relays have reported into the bucket, those in trouble first: which bundle each was given, and ' +
        'what it made of it.',
    )
    .argument('[gateway]', 'only the Envoys of this gateway')
    .addOption(storeOption())
    .addOption(
      new Option('--state <state>', 'only those in this state').choices([
        'accepted',
        'pending',
        'rejected',
      ] satisfies NodeEntry['state'][]),
    )
    .option('--bundle <digest>', 'only those that were given this bundle; the beginning is enough')
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (gateway: string | undefined, flags: Flags) => conclude(await run(gateway, flags, host)));

const HELP = `
With --output json:
  { "gateways": [{ "gateway", "relays": 2, "connected": 40, "nodes": [{ "id", "cluster", "envoy", "relay", "bundle" | null,
    "state": "accepted" | "pending" | "rejected", "connectedSince" }] }] }

A relay with very many Envoys names a thousand of them, those in trouble first; "connected" counts all.`;

interface Fleet extends FleetView {
  readonly gateway: GatewayName;
}

async function run(named: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  const store = await openBucket(flags.store, host);
  const gateways = named === undefined ? await gatewaysIn(store) : [await chooseGateway(store, named)];
  const now = await timeOf(store);
  const fleets = await Promise.all(
    gateways.map(async (gateway) => ({ gateway, ...chosen(await lookAtFleet(store, gateway, now), flags) })),
  );
  if (flags.output === 'json') writeJson(host, { gateways: fleets.map(toJson) });
  else writeLines(host, textOf(fleets));
  return EXIT.success;
}

const chosen = (fleet: FleetView, { state, bundle }: Flags): FleetView => ({
  ...fleet,
  nodes: fleet.nodes.filter(
    (node) =>
      (state === undefined || node.state === state) &&
      (bundle === undefined || (node.bundle ?? '').startsWith(bundle.toLowerCase())),
  ),
});

const toJson = ({ gateway, relays, connected, nodes }: Fleet) => ({ gateway, relays, connected, nodes });

function textOf(fleets: readonly Fleet[]): readonly string[] {
  const rows = fleets.flatMap(({ gateway, nodes }) =>
    nodes.map(({ id, relay, envoy, bundle, state, connectedSince }) => [
      id,
      gateway,
      relay,
      envoy,
      short(bundle ?? '-'),
      state,
      shortTime(connectedSince),
    ]),
  );
  const connected = fleets.reduce((sum, fleet) => sum + fleet.connected, 0);
  const reporting = fleets.filter(({ relays }) => relays > 0);
  if (reporting.length === 0) return ['no relay reports what its nodes run'];
  const shown = rows.length < connected ? [`${rows.length} of ${count(connected, 'node')}`] : [];
  return [...(rows.length > 0 ? table([HEADINGS, ...rows]) : []), ...(rows.length === 0 ? ['no node'] : []), ...shown];
}

const HEADINGS = ['NODE', 'GATEWAY', 'RELAY', 'ENVOY', 'BUNDLE', 'STATE', 'CONNECTED SINCE'];
