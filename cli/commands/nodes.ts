import { Command, Option } from 'commander';
import type { GatewayName } from '../../compiler/index.ts';
import { lookAtFleet, type FleetView, type NodeEntry } from '../../store/index.ts';
import {
  connect,
  meansApi,
  otherContextOption,
  otherServerOption,
  type ConnectionFlags,
} from '../remote/connection.ts';
import { chosenGateways, gatewayName, openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { count, outputOption, short, shortTime, table, writeData, writeLines, type OutputFormat } from '../output.ts';
import { findGateway } from '../remote/gateways.ts';
import { checked, isObject, objectsIn } from '../remote/json.ts';
import { timeOf } from '../rollout/view.ts';

interface Flags extends ConnectionFlags {
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
    .addOption(otherContextOption())
    .addOption(otherServerOption())
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

interface Fleet extends Pick<FleetView, 'relays' | 'connected' | 'nodes'> {
  readonly gateway: GatewayName;
}

async function run(named: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  const all = await ((await meansApi(flags, host)) ? askApi(named, flags, host) : lookIntoBucket(named, flags, host));
  const fleets = all.map((fleet) => chosen(fleet, flags));
  if (flags.output !== 'text') writeData(host, { gateways: fleets.map(toJson) }, flags.output);
  else writeLines(host, textOf(fleets));
  return EXIT.success;
}

async function lookIntoBucket(named: string | undefined, flags: Flags, host: Host): Promise<readonly Fleet[]> {
  const store = await openBucket(flags.store, host);
  const gateways = await chosenGateways(store, named);
  const now = await timeOf(store);
  return Promise.all(gateways.map(async (gateway) => ({ gateway, ...(await lookAtFleet(store, gateway, now)) })));
}

async function askApi(named: string | undefined, flags: Flags, host: Host): Promise<readonly Fleet[]> {
  const remote = await connect(flags, host);
  const query = { gateway: named === undefined ? undefined : gatewayName(named) };
  const answer = await remote.send({ method: 'GET', path: '/v1/nodes', query });
  const fleets = objectsIn(answer, 'items').map((item) => checked(item, isFleet));
  if (named !== undefined && fleets.length === 0) await findGateway(remote, gatewayName(named));
  return fleets;
}

const isFleet = (value: unknown): value is Fleet =>
  isObject(value) &&
  typeof value['gateway'] === 'string' &&
  typeof value['relays'] === 'number' &&
  typeof value['connected'] === 'number' &&
  Array.isArray(value['nodes']) &&
  value['nodes'].every(isNode);

const isNode = (value: unknown): value is Fleet['nodes'][number] =>
  isObject(value) &&
  ['id', 'relay', 'envoy', 'state', 'connectedSince'].every((name) => typeof value[name] === 'string');

const chosen = (fleet: Fleet, { state, bundle }: Flags): Fleet => ({
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
