/** What the listeners of a gateway, and its administration interface, want to listen on. */
import { canonicalAddress } from '../../2-validate/formats/address.ts';
import type { Listener } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';

/** Reports sockets that two want, and settings that a socket cannot have. */
export function checkSockets(gateway: Valid<'Gateway'>, report: Report): void {
  checkConflicts(gateway, report);
  for (const [place, listener] of gateway.value.spec.listeners.entries())
    checkSettings(listener, (field) => at(gateway.document, `/spec/listeners/${place}/${field}`), report);
}

interface Socket {
  readonly place: Place;
  readonly where: Location;
  /** The place of the listener in its list, or which other it is; none for the administration interface. */
  readonly listener?: number | 'stats';
}

type Place =
  | { readonly path: string }
  | { readonly transport: Transport; readonly address: string; readonly port: number; readonly ipv6Only: boolean };

type Transport = 'TCP' | 'UDP';

/** Envoy opens its administration interface first, then what its bootstrap has. */
function checkConflicts({ document, value }: Valid<'Gateway'>, report: Report): void {
  const { admin, listeners, stats } = value.spec;
  const adminSocket = { place: { ...admin, ...TCP }, where: at(document, '/spec/admin/port') };
  const taken: Socket[] = admin.port === 0 ? [] : [adminSocket];
  if (stats.endpoint) {
    const place = { ...stats.endpoint, ...TCP };
    const socket = { place, where: at(document, '/spec/stats/endpoint'), listener: 'stats' } as const;
    const rival = taken.find((other) => isSame(other.place, place));
    if (rival) reportConflict(socket, rival, report);
    taken.push(socket);
  }
  for (const [listener, one] of listeners.entries()) {
    for (const [pointer, place] of placesOf(one)) {
      const socket = { place, where: at(document, `/spec/listeners/${listener}${pointer}`), listener };
      const rival = taken.find((other) => isSame(other.place, place));
      if (rival) reportConflict(socket, rival, report);
      else taken.push(socket);
    }
  }
}

const TCP = { transport: 'TCP', ipv6Only: false } as const;

const reportConflict = ({ place, where, listener }: Socket, rival: Socket, report: Report): void =>
  report('listener-conflict', where, {
    socket: 'path' in place ? `the socket ${JSON.stringify(place.path)}` : `port ${place.port}`,
    owner: ownerOf(rival, listener),
    first: rival.where,
  });

function ownerOf({ listener }: Socket, ours: Socket['listener']): string {
  if (listener === undefined) return 'the administration interface';
  if (listener === 'stats') return 'the endpoint of statistics';
  return listener === ours ? 'another address of this listener' : 'another listener';
}

function* placesOf({
  address,
  port,
  ipv6Only,
  additionalAddresses,
  unixSocket,
  protocol,
  http3,
}: Listener): Iterable<readonly [pointer: string, place: Place]> {
  if (unixSocket) yield ['/unixSocket/path', { path: unixSocket.path }];
  if (port === undefined) return;
  const transports: readonly Transport[] = protocol === 'UDP' ? ['UDP'] : http3 ? ['TCP', 'UDP'] : ['TCP'];
  for (const transport of transports) {
    yield ['/port', { transport, address, port, ipv6Only }];
    for (const [index, more] of additionalAddresses.entries())
      yield [
        `/additionalAddresses/${index}/${more.port === undefined ? 'address' : 'port'}`,
        { ...more, transport, port: more.port ?? port },
      ];
  }
}

function isSame(a: Place, b: Place): boolean {
  if ('path' in a || 'path' in b) return 'path' in a && 'path' in b && a.path === b.path;
  if (a.port !== b.port || a.transport !== b.transport) return false;
  const [one, other] = [canonicalAddress(a.address), canonicalAddress(b.address)];
  return one === other || takesAll(one, a.ipv6Only, other) || takesAll(other, b.ipv6Only, one);
}

/** An address for all interfaces takes the port from every other address of its family, and `::` from both families. */
function takesAll(all: string, ipv6Only: boolean, other: string): boolean {
  if (all === '::') return !ipv6Only || other.includes(':');
  return all === '0.0.0.0' && !other.includes(':');
}

function checkSettings(
  { address, ipv6Only, additionalAddresses, unixSocket, connections }: Listener,
  where: (field: string) => Location,
  report: Report,
): void {
  const needs = (field: string, what: string, needed: string) =>
    report('needs-field', where(field), { what: `"${what}"`, needs: needed });
  if (unixSocket) {
    if (unixSocket.mode !== undefined && unixSocket.path.startsWith('@'))
      needs('unixSocket/mode', 'mode', 'a path: an abstract socket has no permissions');
    for (const field of ['keepalive', 'typeOfService'] as const)
      if (connections[field] !== undefined) needs(`connections/${field}`, field, '"port": it is a matter of TCP');
    return;
  }
  if (ipv6Only && address !== '::') needs('ipv6Only', 'ipv6Only', 'the address "::"');
  for (const [index, more] of additionalAddresses.entries())
    if (more.ipv6Only && more.address !== '::')
      needs(`additionalAddresses/${index}/ipv6Only`, 'ipv6Only', 'the address "::"');
}
