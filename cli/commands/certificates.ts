import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Authority, KeyPair, Leaf } from '../certificates/issue.ts';
import { gatewayName } from '../bucket.ts';
import type { MakeCommand } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Failure, failedWith, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';

interface Flags {
  readonly gateway: string;
  readonly node: readonly string[];
  readonly relayName?: readonly string[];
  readonly trustDomain?: string;
  readonly days: number;
}

const RELAY_NAMES = ['localhost', '127.0.0.1', '::1'];
const DEFAULT_TRUST_DOMAIN = 'enroute.local';

/** `enroutectl certificates`: what mutual TLS between a relay and its Envoys needs, for development. */
export const certificates: MakeCommand = (host, conclude) =>
  new Command('certificates')
    .summary('make a development CA, and certificates for a relay and its Envoys')
    .description(
      'Writes a certificate authority, a certificate for the relay, one for each Envoy, and the node policy that binds them, ' +
        'to a folder. It is meant for development: the key of the authority lies beside the rest. An authority that is in ' +
        'the folder already signs for more Envoys; no file is overwritten.',
    )
    .argument('<folder>', 'where to; made if it is not there')
    .option('-g, --gateway <name>', 'the gateway of the Envoys: namespace/name, or name in "default"', 'edge')
    .option('-n, --node <id...>', 'the node ids of the Envoys, one certificate each', ['edge-1'])
    .option('--relay-name <name...>', `host names and addresses of the relay (default: ${RELAY_NAMES.join(' ')})`)
    .option(
      '--trust-domain <name>',
      `of the SPIFFE ids (default: that of ca.crt, or ${DEFAULT_TRUST_DOMAIN})`,
      trustDomain,
    )
    .option('--days <number>', 'how long the certificates are good for', wholeDays, 90)
    .addHelpText('after', HELP)
    .action(async (folder: string, flags: Flags) =>
      conclude(await run(resolve(host.cwd, folder), folder, flags, host)),
    );

const HELP = `
Files: ca.crt ca.key, relay.crt relay.key, NODE.crt NODE.key for each node, node-policy.yaml. Keys can be read by their
owner only. The id of a node is spiffe://TRUST_DOMAIN/envoy/NAMESPACE/GATEWAY/NODE.

Example:
  enroutectl certificates certificates --gateway edge --node edge-1 edge-2`;

interface File {
  readonly name: string;
  readonly text: string;
  readonly mode: number;
}

async function run(folder: string, named: string, flags: Flags, host: Host): Promise<ExitCode> {
  const gateway = gatewayName(flags.gateway);
  const [odd] = [...flags.node.filter((node) => !SEGMENT.test(node)), ...(NAMES.test(gateway) ? [] : [gateway])];
  if (odd !== undefined) {
    throw new Failure(`"${odd}" cannot stand in a SPIFFE id and in the name of a file`, {
      exit: EXIT.usage,
      help: 'names have letters, digits, ".", "-" and "_" only',
    });
  }
  const [taken] = flags.node.filter((node) => node === 'ca' || node === 'relay');
  if (taken !== undefined) throw new Failure(`the files of a node "${taken}" would be others'`, { exit: EXIT.usage });
  const files = await filesFor(folder, gateway, flags);
  await save(folder, files);
  host.out(explanation(named, gateway, flags, files));
  return EXIT.success;
}

/** Every segment of a path in a SPIFFE id: https://spiffe.io/docs/latest/spiffe-specs/spiffe-id/ */
const SEGMENT = /^[A-Za-z0-9._-]+$/;
const NAMES = /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/;

async function filesFor(folder: string, gateway: string, flags: Flags): Promise<readonly File[]> {
  const { relayName } = flags;
  const { authority, domain, files } = await authorityFor(folder, flags);
  if (relayName || !(await isThere(folder, 'relay.crt', 'relay.key'))) {
    const leaf: Leaf = { commonName: 'enroute-relay', names: relayName ?? RELAY_NAMES, usage: 'server' };
    files.push(...(await issued('relay', authority, leaf)));
  }
  if (!(await isThere(folder, POLICY))) files.push({ name: POLICY, text: policyFor(domain), mode: 0o644 });
  for (const node of flags.node) {
    const names = [`spiffe://${domain}/envoy/${gateway}/${node}`];
    files.push(...(await issued(node, authority, { commonName: 'envoy', names, usage: 'client' })));
  }
  return files;
}

const POLICY = 'node-policy.yaml';

/** The authority of the folder, or a new one with its files. */
async function authorityFor(folder: string, { trustDomain: wanted, days }: Flags) {
  const { createAuthority, openAuthority, trustDomainOf } = await import('../certificates/issue.ts');
  const found = await existingAuthority(folder);
  if (!found) {
    const domain = wanted ?? DEFAULT_TRUST_DOMAIN;
    const authority = await createAuthority(domain, days);
    return { authority, domain, files: [...pair('ca', authority)] };
  }
  try {
    const domain = trustDomainOf(found.certificate) ?? wanted ?? DEFAULT_TRUST_DOMAIN;
    if (wanted === undefined || wanted === domain) {
      const files: File[] = [];
      return { authority: await openAuthority(found, days), domain, files };
    }
  } catch (cause) {
    // What is wrong with a key must not quote it.
    throw new Failure(`${folder}: ca.crt and ca.key cannot be used`, { exit: EXIT.usage, cause });
  }
  throw new Failure(`the authority in ${folder} signs for another trust domain than ${wanted}`, { exit: EXIT.usage });
}

const issued = async (name: string, authority: Authority, leaf: Leaf): Promise<readonly File[]> =>
  pair(name, await authority.issue(leaf));

const pair = (name: string, { certificate, privateKey }: KeyPair): readonly File[] => [
  { name: `${name}.crt`, text: certificate, mode: 0o644 },
  { name: `${name}.key`, text: privateKey, mode: 0o600 },
];

const policyFor = (domain: string): string => `# Which certificates may speak for which nodes; all else is denied.
rules:
  - uri: spiffe://${domain}/envoy/{namespace}/{gateway}/{node}
`;

/** Nothing if neither of its files is there. */
async function existingAuthority(folder: string): Promise<KeyPair | undefined> {
  const [certificate, privateKey] = await Promise.all([
    readIfThere(join(folder, 'ca.crt')),
    readIfThere(join(folder, 'ca.key')),
  ]);
  if (certificate === undefined && privateKey === undefined) return undefined;
  if (certificate !== undefined && privateKey !== undefined) return { certificate, privateKey };
  throw new Failure(`${folder} has only one of ca.crt and ca.key`, { exit: EXIT.usage });
}

const isThere = async (folder: string, ...names: readonly string[]): Promise<boolean> =>
  (await Promise.all(names.map((name) => readIfThere(join(folder, name))))).some((text) => text !== undefined);

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return undefined;
    throw new Failure(`${path}: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
}

/** Looks before it writes, so that all are written or none; and writes only what is not there, whoever is faster. */
async function save(folder: string, files: readonly File[]): Promise<void> {
  for (const { name } of files) {
    if ((await readIfThere(join(folder, name))) !== undefined) throw alreadyThere(join(folder, name));
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    for (const { name, text, mode } of files) await writeFile(join(folder, name), text, { mode, flag: 'wx' });
  } catch (error) {
    if (failedWith(error, 'EEXIST')) throw alreadyThere(folder);
    throw new Failure(`${folder}: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
}

const alreadyThere = (path: string): Failure =>
  new Failure(`${path} is there already, and nothing is overwritten`, {
    exit: EXIT.usage,
    help: 'name another folder or another node, or delete the file',
  });

function explanation(folder: string, gateway: string, { node, relayName }: Flags, files: readonly File[]): string {
  const at = (name: string): string => join(folder, name);
  const [first = ''] = node;
  return `wrote ${files.map(({ name }) => at(name)).join(' ')}

The relay:
  enroutectl relay --tls-certificate ${at('relay.crt')} --tls-key ${at('relay.key')} \\
    --tls-client-authorities ${at('ca.crt')} --node-policy ${at('node-policy.yaml')}

In the Gateway ${gateway}, as the files are called on the machine of the Envoy:
  relay:
    address: ${relayName?.[0] ?? 'localhost'}
    tls:
      certificateChain: ${at(`${first}.crt`)}
      privateKey: ${at(`${first}.key`)}
      certificateAuthority: ${at('ca.crt')}

The Envoy must call itself so:
  enroutectl bootstrap ${gateway} DOCUMENTS --node-id ${first} > bootstrap.json

ca.key signs certificates for any node: keep it away from relays and Envoys.
`;
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3650) return days;
  throw new InvalidArgumentError('expected a number of days, from 1 to 3650');
}

function trustDomain(text: string): string {
  if (/^[a-z0-9._-]+$/.test(text)) return text;
  throw new InvalidArgumentError('expected lower-case letters, digits, ".", "-" and "_"');
}
