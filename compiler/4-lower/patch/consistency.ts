/** What Envoy wants of resources taken together, where patches may have broken it. */
import { canonicalAddress } from '../../2-validate/formats/address.ts';
import type { LinkedGateway } from '../../3-link/graph.ts';
import { at, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Messages } from '../../xds/index.ts';
import type { LoweredResource } from '../resource.ts';
import { addedPointer, ADDED_TYPES } from './added.ts';
import { checkDomains } from './domains.ts';

/** Holds names, sockets and domains of all resources of a gateway against each other. */
export function checkWhole(resources: readonly LoweredResource[], gateway: LinkedGateway, report: Report): void {
  checkNames(resources, report);
  checkSockets(resources, gateway, report);
  checkDomains(resources, (resource) => blamed(resource, gateway.patches), report);
  for (const resource of resources) {
    if (!resource.patchedBy && resource.origin.kind !== 'EnvoyPatch') continue;
    checkEndpoints(resource, gateway, report);
  }
}

function checkNames(resources: readonly LoweredResource[], report: Report): void {
  const seen = new Map<string, LoweredResource>();
  for (const resource of resources) {
    const { type, name } = resource;
    const key = `${type} ${name}`;
    const first = seen.get(key);
    if (!first) seen.set(key, resource);
    else
      report('duplicate-resource', whereOf(resource, `/${nameField(type)}`), {
        type: type.slice(type.lastIndexOf('.') + 1),
        name,
        first: whereOf(first),
      });
  }
}

const nameField = (type: string): string =>
  Object.entries(ADDED_TYPES).find(([known]) => known === type)?.[1] ?? 'name';

/** Where an added resource stands; of others, the document that they come from. */
function whereOf({ origin, type, name }: LoweredResource, field = ''): Location {
  if (origin.kind !== 'EnvoyPatch') return at(origin.document);
  const { spec } = origin.value as {
    readonly spec: { readonly resources?: readonly Readonly<Record<string, unknown>>[] };
  };
  const place = (spec.resources ?? []).findLastIndex(
    (one) => one[nameField(type)] === name && String(one['@type']).endsWith(`/${type}`),
  );
  return at(origin.document, place < 0 ? '' : addedPointer(place) + field);
}

interface Socket {
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
}

/** Envoy refuses a listener whose socket another has. */
function checkSockets(resources: readonly LoweredResource[], { patches }: LinkedGateway, report: Report): void {
  const taken: { readonly socket: Socket; readonly resource: LoweredResource }[] = [];
  for (const resource of resources) {
    if (resource.type !== 'envoy.config.listener.v3.Listener') continue;
    for (const socket of socketsOf(resource.message)) {
      const rival = taken.find((other) => other.resource !== resource && isSame(other.socket, socket));
      if (!rival) taken.push({ socket, resource });
      else if (resource.patchedBy ?? rival.resource.patchedBy)
        report('listener-conflict', blamed(resource.patchedBy ? resource : rival.resource, patches), {
          socket: `port ${socket.port}`,
          owner: 'another listener',
          first: whereOf(resource.patchedBy ? rival.resource : resource),
        });
    }
  }
}

function* socketsOf({
  address,
  additional_addresses = [],
}: Messages['envoy.config.listener.v3.Listener']): Iterable<Socket> {
  for (const one of [address, ...additional_addresses.map((more) => more.address)]) {
    const { socket_address: socket } = one ?? {};
    if (socket?.port_value !== undefined && socket.port_value !== 0)
      yield {
        address: canonicalAddress(socket.address ?? ''),
        port: socket.port_value,
        protocol: String(socket.protocol ?? 'TCP'),
      };
  }
}

const isSame = (a: Socket, b: Socket): boolean =>
  a.port === b.port && a.protocol === b.protocol && (a.address === b.address || isAny(a, b) || isAny(b, a));

const isAny = ({ address }: Socket, other: Socket): boolean =>
  address === '::' || (address === '0.0.0.0' && !other.address.includes(':'));

/** An added resource, or the last change that its documents make. */
function blamed(resource: LoweredResource, { changes }: LinkedGateway['patches']): Location {
  if (resource.origin.kind === 'EnvoyPatch') return whereOf(resource);
  const last = changes.findLast(({ source }) => resource.patchedBy?.includes(source.key));
  return last ? at(last.source.document, last.pointer) : at(resource.origin.document);
}

/** Envoy refuses an endpoint that is nowhere, which no rule of its API says. */
function checkEndpoints(resource: LoweredResource, { patches }: LinkedGateway, report: Report): void {
  for (const [outer, { lb_endpoints: endpoints = [] }] of (assignmentOf(resource)?.endpoints ?? []).entries()) {
    for (const [inner, { endpoint }] of endpoints.entries()) {
      if (!endpoint || Object.keys(endpoint.address ?? {}).length > 0) continue;
      const path = `endpoints[${outer}].lb_endpoints[${inner}].endpoint.address`;
      const where = blamed(resource, patches);
      report('envoy-rule', where, { resource: `the endpoints of "${resource.name}"`, path, problem: 'is required' });
    }
  }
}

function assignmentOf({ type, message }: LoweredResource) {
  if (type === 'envoy.config.cluster.v3.Cluster') return message.load_assignment;
  return type === 'envoy.config.endpoint.v3.ClusterLoadAssignment' ? message : undefined;
}
