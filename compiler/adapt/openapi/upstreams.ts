/** Servers → Upstreams, and where an operation is forwarded to. */
import { isIpAddress } from '../../2-validate/formats/address.ts';
import { isObject } from '../../2-validate/plan.ts';
import { draft, type AnyDraft, type WrittenSpec } from '../draft.ts';
import { createNames, toName } from '../names.ts';
import { placeOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import type { OpenapiOptions } from './options.ts';
import { serversOf, type Server } from './servers.ts';

export interface Destination {
  /** More than one only if the description gives weights. */
  readonly targets: readonly Target[];
  /** What the description says that paths begin with. */
  readonly describedBase: string;
  /** What they begin with at the upstream. */
  readonly upstreamBase: string;
}

export interface Target {
  readonly upstream: string;
  readonly weight: number | undefined;
  /** Whether the upstream has a host name, which requests should carry. */
  readonly isNamed: boolean;
}

export interface Upstreams {
  /** @param levels the operation and its path, the inner one first */
  readonly destinationOf: (...levels: readonly Source[]) => Destination;
  /** All that have been a destination. */
  readonly drafts: () => readonly AnyDraft[];
}

export function createUpstreams(api: Api, options: OpenapiOptions): Upstreams {
  const made = new Map<string, Made>();
  const takeName = createNames();
  const upstreamOf = (server: Server): Made => {
    const key = JSON.stringify([server.scheme, server.address, settingsOf(api, server)?.value]);
    const known = made.get(key);
    if (known) return known;
    const { host, port } = server.address ?? { host: 'server', port: 0 };
    const other = `${api.name}-${toName(host)}`;
    const name = made.size === 0 ? takeName(api.name) : takeName(other, `${other}-${port}`);
    const upstream = makeUpstream(api, server, name, options);
    made.set(key, upstream);
    return upstream;
  };
  // The upstream of the whole API has the API's name, whichever operation comes first.
  const [first] = chosen(api, overridden(serversOf(api), options));
  if (first) upstreamOf(first);
  const used = new Set<string>();
  return {
    destinationOf: (...levels) => {
      const described = serversOf(api, ...levels);
      const servers = chosen(api, overridden(described, options));
      const targets = servers.map((server) => ({ ...targetOf(upstreamOf(server)), weight: server.weight }));
      for (const { upstream } of targets) used.add(upstream);
      return { targets, describedBase: described[0]?.basePath ?? '', upstreamBase: servers[0]?.basePath ?? '' };
    },
    drafts: () =>
      [...made.values()].filter(({ draft: { metadata } }) => used.has(metadata.name)).map((one) => one.draft),
  };
}

interface Made {
  readonly draft: AnyDraft;
  readonly isNamed: boolean;
}

const targetOf = ({ draft: { metadata }, isNamed }: Made): Omit<Target, 'weight'> => ({
  upstream: metadata.name,
  isNamed,
});

const overridden = (servers: readonly Server[], { server }: OpenapiOptions): readonly Server[] => {
  const [first] = servers;
  if (!server || !first) return servers;
  const { scheme, address, basePath = first.basePath } = server;
  return [{ ...first, scheme, address, basePath, weight: undefined }];
};

/** The first server, or all that have weights: which of several is meant depends on who asks, and nobody says so. */
function chosen({ remark }: Api, servers: readonly Server[]): readonly Server[] {
  const weighted = servers.filter(({ weight }) => weight !== undefined);
  const [first] = weighted.length > 0 ? weighted : servers;
  const used = servers.filter(
    (server) => server === first || (weighted.includes(server) && server.basePath === first?.basePath),
  );
  for (const { source } of servers.filter((server) => !used.includes(server)))
    remark('approximated', placeOf(source), 'this server gets no requests: the first one does', OTHER_SERVER);
  return used;
}

const OTHER_SERVER =
  'to send them here say --server; to spread them, give each server an "x-enroute-weight", and all the same path';

/** `x-enroute-upstream`: settings of an Upstream, beside a server's URL. */
const settingsOf = ({ reader }: Api, { object }: Server): Source | undefined => reader.field(object, EXTENSION);

const EXTENSION = 'x-enroute-upstream';

function makeUpstream(api: Api, server: Server, name: string, { namespace }: OpenapiOptions): Made {
  const settings = settingsOf(api, server);
  const own = settings && isObject(settings.value) ? settings.value : {};
  if (settings && !isObject(settings.value))
    api.remark('lost', placeOf(settings), `"${EXTENSION}" is no object, and is left out`);
  const hasPlace = Object.hasOwn(own, 'dns') || Object.hasOwn(own, 'endpoints');
  const isUnknown = server.address === undefined && !hasPlace;
  if (isUnknown) remarkUnknown(api, server, name);
  const spec: WrittenSpec<'Upstream'> = {
    ...(!hasPlace && addressOf(server, name)),
    ...(server.scheme === 'https' &&
      !Object.hasOwn(own, 'tls') && { tls: tlsTo(api, server.source, server.address?.host, name) }),
    // The compiler checks what users say in an extension, as it checks what they say in a document.
    ...(own as WrittenSpec<'Upstream'>),
  };
  const comments = isUnknown ? new Map([['/spec/dns', 'TODO: where the API runs.']]) : undefined;
  return { draft: draft('Upstream', { name, namespace }, spec, { comments }), isNamed: spec.dns !== undefined };
}

function addressOf({ address, scheme }: Server, name: string): WrittenSpec<'Upstream'> {
  if (!address) return { dns: { hostname: placeholderHost(name), port: scheme === 'https' ? 443 : 80 } };
  const { host, port } = address;
  if (isIpAddress(host)) return { endpoints: [{ address: host, port }] };
  // Where this name has both kinds of addresses, servers listen on the older one, if not on both.
  return { dns: { hostname: host, port, ...(host === 'localhost' && { family: 'ipv4' }) } };
}

/** TLS to a host whose certificate is checked. That of an address has a name which nobody says. */
export function tlsTo(
  { remark }: Api,
  source: Source,
  host: string | undefined,
  upstream: string,
): WrittenSpec<'Upstream'>['tls'] {
  if (host === undefined || !isIpAddress(host)) return { validation: { system: true } };
  const name = placeholderHost(upstream);
  remark(
    'incomplete',
    placeOf(source),
    `nobody says which name stands in the certificate of ${host}`,
    `replace ${name} in "tls" of the Upstream "${upstream}"`,
  );
  return { validation: { system: true, subjectAltNames: [name] } };
}

/** RFC 2606 keeps the domain free, so that nobody gets requests by mistake. */
export const placeholderHost = (name: string): string =>
  `${name.replaceAll('.', '-').slice(0, LONGEST_LABEL).replace(/-+$/, '')}.invalid`;

/** RFC 1035. */
const LONGEST_LABEL = 63;

const remarkUnknown = ({ remark }: Api, { source }: Server, name: string): void =>
  remark(
    'incomplete',
    placeOf(source),
    'nobody says on which host the API runs',
    `replace ${placeholderHost(name)} in the Upstream "${name}", or import again with --server`,
  );
