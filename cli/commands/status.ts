import { Command, Option } from 'commander';
import { printable } from '../../compiler/diagnostics/render/printable.ts';
import { chosenGateways, gatewayName, openBucket } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { kindOf } from '../../compiler/diff/kinds.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import {
  outputOption,
  paintFor,
  short,
  shortTime,
  table,
  writeData,
  writeLines,
  type OutputFormat,
} from '../output.ts';
import { fleetJson, fleetStatus, fleetTroubles, showFleet } from '../status/fleet-status.ts';
import { troubles, type Trouble } from '../status/health.ts';
import {
  fetchStatus,
  type EndpointsStatus,
  type GatewayStatus,
  type NodeStatus,
  type RefusalStatus,
  type RelayRollout,
  type RelayStatus,
} from '../status/relay-status.ts';

interface Flags {
  readonly output: OutputFormat;
  readonly relay?: string;
  readonly store?: string;
}

/** `enroutectl status`: what a relay serves, or what all of them do, and what their Envoys made of it. */
export const status: MakeCommand = (host, conclude) =>
  new Command('status')
    .summary('ask a relay, or look into the bucket, which Envoys run what')
    .description(
      'Asks a relay what it serves and which of its Envoys have accepted it. The columns of a node are the versions that it ' +
        'has accepted; "!" marks one that is not the version it was sent. With --store it looks into the bucket instead, at ' +
        'the rollouts and the Envoys of all relays.',
    )
    .argument('[gateway]', 'only this gateway and its Envoys')
    .option('-r, --relay <host:port>', "the relay's admin address (default: $ENROUTE_RELAY, or 127.0.0.1:18001)")
    .addOption(new Option('-s, --store <bucket>', 'look into this bucket instead: a directory, or an s3:// URL'))
    .addOption(outputOption())
    .addHelpText('after', HELP)
    .action(async (gateway: string | undefined, flags: Flags) => conclude(await run(gateway, flags, host)));

const HELP = `
With --output json: what the relay's GET /status gives, and
  "healthy": true | false, "troubles": [{ "subject", "message", "kind":
    "rejected" | "lagging" | "gateway" | "bucket" | "secret" | "endpoints" | "rollout" | "certificate" }]
With --store: "bucket", "gateways" with what "enroutectl rollout status" and "enroutectl nodes" print of each, and the same.

Exits with 1 if an Envoy has rejected something or has not accepted all yet, or a gateway cannot be served. With --store: if
a rollout is paused, rolled back or aborted, an Envoy rejects what it has, or no relay reports.`;

async function run(gateway: string | undefined, flags: Flags, host: Host): Promise<ExitCode> {
  const { output, relay, store } = flags;
  if (store !== undefined) return lookIntoBucket(gateway, { ...flags, store }, host);
  const whole = await fetchStatus(relay ?? host.env['ENROUTE_RELAY'] ?? '127.0.0.1:18001');
  const seen = gateway === undefined ? whole : only(whole, gatewayName(gateway));
  const found = troubles(seen);
  if (output !== 'text') writeData(host, { ...seen, healthy: found.length === 0, troubles: found }, output);
  else showText(seen, found, host);
  return found.length === 0 ? EXIT.success : EXIT.negative;
}

async function lookIntoBucket(
  named: string | undefined,
  { output, relay, store: url }: Flags & { readonly store: string },
  host: Host,
): Promise<ExitCode> {
  if (relay !== undefined) throw new Failure('--relay and --store exclude each other', { exit: EXIT.usage });
  const store = await openBucket(url, host);
  const gateways = await chosenGateways(store, named);
  const seen = await fleetStatus(store, gateways);
  const found = fleetTroubles(seen);
  if (output !== 'text') writeData(host, { ...fleetJson(seen), healthy: found.length === 0, troubles: found }, output);
  else {
    showFleet(seen, host);
    const { bad } = paintFor(host.colour.out);
    writeLines(host, found.length === 0 ? [] : ['', ...found.map((trouble) => troubleLine(trouble, bad))]);
  }
  return found.length === 0 ? EXIT.success : EXIT.negative;
}

const only = (seen: RelayStatus, wanted: string): RelayStatus => ({
  ...seen,
  gateways: seen.gateways.filter(({ gateway }) => gateway === wanted),
  secrets: seen.secrets.filter(({ gateways }) => gateways.includes(wanted)),
  ...(seen.endpoints && { endpoints: seen.endpoints.filter(({ gateways }) => gateways.includes(wanted)) }),
  nodes: seen.nodes.filter(({ gateway }) => gateway === wanted),
  ...(seen.refusals && {
    refusals: seen.refusals.filter(({ gateway = null }) => gateway === null || gateway === wanted),
  }),
});

function showText(seen: RelayStatus, found: readonly Trouble[], host: Host): void {
  const { relay, bucket, gateways, endpoints = [], nodes, refusals = [] } = seen;
  const paint = paintFor(host.colour.out);
  const title = `relay ${relay.identifier} ${relay.version}: ${relay.state} since ${shortTime(relay.started)}, bucket ${bucket.location}`;
  writeLines(host, [
    printable(title),
    '',
    ...table([
      ['GATEWAY', 'BUNDLE', 'REVISION', 'SOURCE', 'SINCE', 'ROLLOUT', 'NODES'],
      ...gateways.map((one) => gatewayRow(one, nodes)),
    ]),
    '',
    ...(nodes.length === 0 ? ['no Envoy is connected'] : nodeTable(nodes)),
    ...(endpoints.length === 0 ? [] : ['', ...endpointTable(endpoints)]),
    ...(refusals.length === 0 ? [] : ['', ...refusals.map((one) => refusalLine(one, paint.note))]),
    ...(found.length === 0 ? [] : ['', ...found.map((trouble) => troubleLine(trouble, paint.bad))]),
  ]);
}

const gatewayRow = (
  { gateway, bundle, revision, source, since, rollout }: GatewayStatus,
  nodes: readonly NodeStatus[],
) => [
  gateway,
  short(bundle ?? '-'),
  short(revision ?? '-'),
  source ?? '-',
  shortTime(since ?? '-'),
  rollout ? rolloutCell(rollout) : '-',
  String(nodes.filter((node) => node.gateway === gateway).length),
];

/** `progressing 2/4`: of three steps, and all nodes. */
const rolloutCell = ({ phase, step, steps }: RelayRollout): string =>
  steps === 0 || phase === 'complete' ? phase : `${phase} ${Math.min(step, steps) + 1}/${steps + 1}`;

const endpointTable = (endpoints: readonly EndpointsStatus[]): readonly string[] =>
  table([
    ['UPSTREAM', 'FOUND IN', 'ENDPOINTS', 'STATE'],
    ...endpoints.map(({ upstream, source, endpoints: count, state }) => [
      upstream,
      source,
      String(count ?? '-'),
      state,
    ]),
  ]);

/** One column for each resource type that any node has asked for. */
function nodeTable(nodes: readonly NodeStatus[]): readonly string[] {
  const types = [...new Set(nodes.flatMap((node) => node.types.map(({ typeUrl }) => typeUrl)))];
  const rows = nodes.map((node) => [
    node.id,
    node.gateway ?? '-',
    node.envoy,
    node.protocol,
    node.state,
    ...types.map((typeUrl) => acceptedVersion(node, typeUrl)),
  ]);
  return table([
    ['NODE', 'GATEWAY', 'ENVOY', 'XDS', 'STATE', ...types.map((typeUrl) => kindOf(typeUrl).toUpperCase())],
    ...rows,
  ]);
}

function acceptedVersion({ types }: NodeStatus, wanted: string): string {
  const type = types.find(({ typeUrl }) => typeUrl === wanted);
  if (!type) return '-';
  return `${type.acked.slice(0, 8) || '-'}${type.acked === type.sent ? '' : ' !'}`;
}

/** No trouble of the relay's: whoever can reach it can be refused. */
function refusalLine(
  { time, peer, node, code, message, times }: RefusalStatus,
  note: (text: string) => string,
): string {
  const often = times > 1 ? `, ${times} times` : '';
  return `${note('refused')} ${printable(`${node ?? peer} at ${shortTime(time)}${often}: ${code}: ${message}`)}`;
}

/** Envoy's reasons may have several lines. */
const troubleLine = ({ kind, subject, message }: Trouble, bad: (text: string) => string): string =>
  `${bad(kind)} ${printable(subject)}: ${message.trim().split('\n').map(printable).join('\n  ')}`;
