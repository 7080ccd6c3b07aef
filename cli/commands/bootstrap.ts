import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { stringify } from 'yaml';
import {
  compile,
  hasErrors,
  printSdsFile,
  type Compilation,
  type Manifest,
  type SdsFile,
} from '../../compiler/index.ts';
import { canonical } from '../../compiler/xds/index.ts';
import { address } from '../addresses.ts';
import { withNode, withRelay, type Address, type Bootstrap } from '../bootstrap.ts';
import { chooseGateway, gatewayName, headOf, loadManifest, openBucket, storeOption } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { compileOrFail, RejectedDocuments } from '../diagnostics.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { writeLines } from '../output.ts';
import {
  connect,
  meansApi,
  otherContextOption,
  otherServerOption,
  type ConnectionFlags,
} from '../remote/connection.ts';
import { findGateway } from '../remote/gateways.ts';

interface Flags extends ConnectionFlags {
  readonly output: 'json' | 'yaml';
  readonly out?: string;
  readonly store?: string;
  readonly nodeId?: string;
  readonly relay?: Address;
}

/** `enroutectl bootstrap`: what an Envoy is started with. */
export const bootstrap: MakeCommand = (host, conclude) =>
  new Command('bootstrap')
    .summary('print what an Envoy of a gateway is started with')
    .description(
      'Prints the bootstrap of an Envoy: its identity, and where its relay is. Everything else comes from the relay. ' +
        'With documents, those of an API, too, it is what their Gateway says; of what is published in a bucket it has ' +
        'defaults for all but the identity.',
    )
    .argument('<gateway>', 'namespace/name, or name in the namespace "default"')
    .argument(
      '[path...]',
      'documents: files, folders, or - for standard input; default: those of an API, or what is published in --store',
    )
    .addOption(storeOption())
    .addOption(otherContextOption())
    .addOption(otherServerOption())
    .option('--node-id <id>', "the Envoy's name, different for each; without it, start Envoy with --service-node")
    .option('--relay <host:port>', 'where the relay is, rather than where the Gateway says', address)
    .addOption(new Option('-o, --output <format>', 'how to write it').choices(['json', 'yaml']).default('json'))
    .option('--out <folder>', 'write it to a file there, with the files that belong into the sdsFolder of the Gateway')
    .addHelpText('after', HELP)
    .action(async (gateway: string, paths: readonly string[], flags: Flags) =>
      conclude(await run(gateway, paths, flags, host)),
    );

const HELP = `
The output is an envoy.config.bootstrap.v3.Bootstrap: envoy -c bootstrap.json. A Gateway whose relay.tls has an sdsFolder
needs two files more, relay-certificate.json and relay-authority.json, which --out writes beside bootstrap.json or .yaml.

Example:
  enroutectl bootstrap edge gateways/ --node-id edge-1 > bootstrap.json`;

type CompiledBundle = Compilation['bundles'][number];

interface Origin {
  readonly bootstrap: Bootstrap;
  readonly sdsFiles: readonly SdsFile[];
  readonly nodes: Manifest['nodes'];
}

async function run(gateway: string, paths: readonly string[], flags: Flags, host: Host): Promise<ExitCode> {
  const { bootstrap: found, sdsFiles, nodes } = await originOf(gateway, paths, flags, host);
  const named = withNode(found, flags.nodeId, nodes);
  const message = canonical('envoy.config.bootstrap.v3.Bootstrap', flags.relay ? withRelay(named, flags.relay) : named);
  const text = flags.output === 'yaml' ? stringify(message) : `${JSON.stringify(message, null, 2)}\n`;
  if (flags.out === undefined) host.out(text);
  else await save(flags.out, new Map([[`bootstrap.${flags.output}`, text], ...sdsFiles.map(fileOf)]), host);
  return EXIT.success;
}

const fileOf = ({ name, message }: SdsFile): [string, string] => [name, printSdsFile(message)];

async function save(folder: string, files: ReadonlyMap<string, string>, host: Host): Promise<void> {
  const path = resolve(host.cwd, folder);
  try {
    await mkdir(path, { recursive: true });
    for (const [name, text] of files) await writeFile(join(path, name), text);
  } catch (error) {
    throw new Failure(`${folder}: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
  writeLines(host, [`wrote ${[...files.keys()].map((name) => join(folder, name)).join(' ')}`]);
}

async function originOf(named: string, paths: readonly string[], flags: Flags, host: Host): Promise<Origin> {
  const gateway = gatewayName(named);
  if (paths.length > 0) return fromBundles(gateway, (await compileOrFail(paths, host)).bundles);
  return (await meansApi(flags, host)) ? fromApi(gateway, flags, host) : fromBucket(named, flags, host);
}

function fromBundles(gateway: string, bundles: readonly CompiledBundle[]): Origin {
  const bundle = bundles.find(({ manifest }) => manifest.gateway === gateway);
  if (bundle) return { ...bundle, nodes: bundle.manifest.nodes };
  throw new Failure(`the documents have no gateway ${gateway}`, {
    exit: EXIT.usage,
    help: `they have ${bundles.map(({ manifest }) => manifest.gateway).join(', ') || 'none at all'}`,
  });
}

/** The API tells the bootstrap, but not the files that belong beside it: these come of the documents. */
async function fromApi(gateway: string, flags: Flags, host: Host): Promise<Origin> {
  const remote = await connect(flags, host);
  await findGateway(remote, gateway);
  const exported = await remote.open({ method: 'GET', path: '/v1/export', query: { format: 'yaml' } });
  const files = [{ path: 'documents.yaml', text: await exported.text() }];
  const compilation = compile(files);
  if (hasErrors(compilation.diagnostics)) throw new RejectedDocuments({ ...compilation, files, status: 'rejected' });
  return fromBundles(gateway, compilation.bundles);
}

/** A bundle has no bootstrap, but says which Envoys belong to the gateway: the compiler makes the rest of that. */
async function fromBucket(named: string, { store: url }: Flags, host: Host): Promise<Origin> {
  const store = await openBucket(url, host);
  const gateway = await chooseGateway(store, named);
  const { nodes } = await loadManifest(store, (await headOf(store, gateway)).pointer.bundle);
  const [namespace, name] = gateway.split('/');
  const document = {
    apiVersion: 'enroute.dev/v1',
    kind: 'Gateway',
    metadata: { namespace, name },
    spec: { nodes: selectorOf(nodes), listeners: [{ name: 'any', port: 1, protocol: 'HTTP' }] },
  };
  const { bundles } = compile([{ path: 'gateway.json', text: JSON.stringify(document) }]);
  if (!bundles[0]) throw new Error(`no bootstrap can be made for ${gateway}`);
  return { ...bundles[0], nodes };
}

/** As a document says it: what is empty is left out. */
const selectorOf = ({ clusters, ids, labels }: Manifest['nodes']) => ({
  ...(clusters.length > 0 && { clusters }),
  ...(ids.length > 0 && { ids }),
  ...(Object.keys(labels).length > 0 && { labels }),
});
