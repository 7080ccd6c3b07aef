/** EnvoyPatch documents: which of a gateway's parts each change selects. */
import type { EnvoyChange, EnvoyPatchOperation } from '../../2-validate/generated/types.ts';
import { keyOf, type Valid } from '../../2-validate/model.ts';
import { compare } from '../../compare.ts';
import { at, atKey } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { LinkedListener, LinkedRoute } from '../graph.ts';
import { find, type Index } from '../references.ts';

/** A change of an EnvoyPatch document, its references by key. */
export interface LinkedChange<C extends EnvoyChange = EnvoyChange> {
  readonly change: C;
  readonly source: Valid<'EnvoyPatch'>;
  /** JSON pointer to the change in the document. */
  readonly pointer: string;
  readonly virtualHost?: string;
  readonly tcpRoute?: string;
  readonly route?: string;
  readonly upstream?: Valid<'Upstream'>;
}

export interface LinkedPatches {
  /** In the order in which they are applied. */
  readonly documents: readonly Valid<'EnvoyPatch'>[];
  /** In the order in which they are applied. */
  readonly changes: readonly LinkedChange[];
}

/** The patches of a gateway; a change that selects nothing is reported. */
export function linkPatches(
  gateway: Valid<'Gateway'>,
  listeners: readonly LinkedListener[],
  { index, report }: { readonly index: Index; readonly report: Report },
): LinkedPatches {
  const documents = [...index.EnvoyPatch.values()]
    .filter(({ value, namespace }) => keyOf(value.spec.gateway, namespace) === gateway.key)
    .toSorted((a, b) => a.value.spec.order - b.value.spec.order || compare(a.key, b.key));
  const changes = documents.flatMap((source) =>
    (source.value.spec.patches ?? []).flatMap((change, place) => {
      const linked = linkChange(change, { source, pointer: `/spec/patches/${place}` }, index);
      // What a reference that leads nowhere would have selected, nobody knows.
      if (linked) checkChange(linked, gateway, listeners, report);
      return linked ?? [];
    }),
  );
  return { documents, changes };
}

const REFERENCES = [
  ['virtualHost', 'VirtualHost'],
  ['tcpRoute', 'TcpRoute'],
  ['route', 'Route'],
  ['upstream', 'Upstream'],
] as const;

function linkChange(
  change: EnvoyChange,
  place: Pick<LinkedChange, 'source' | 'pointer'>,
  index: Index,
): LinkedChange | undefined {
  const { source } = place;
  const named = new Map(Object.entries(change));
  const found = REFERENCES.flatMap(([field, kind]) => {
    const reference: unknown = named.get(field);
    return typeof reference === 'string' ? [{ field, document: find(index, kind, source, reference) }] : [];
  });
  if (found.some(({ document }) => document === undefined)) return undefined;
  const keys = found.flatMap(({ field, document }) =>
    document && field !== 'upstream' ? [[field, document.key] as const] : [],
  );
  const upstream = 'upstream' in change ? find(index, 'Upstream', source, change.upstream) : undefined;
  return { change, ...place, ...Object.fromEntries(keys), ...(upstream && { upstream }) };
}

function checkChange(
  linked: LinkedChange,
  gateway: Valid<'Gateway'>,
  listeners: readonly LinkedListener[],
  report: Report,
): void {
  const { change, source, pointer } = linked;
  for (const [place, operation] of (change.operations ?? []).entries())
    checkOperation(operation, `${pointer}/operations/${place}`, source, report);
  if ('listener' in change && !listeners.some(({ listener }) => listener.name === change.listener)) {
    const known = listeners.map(({ listener }) => listener.name);
    report('unknown-listener', at(source.document, `${pointer}/listener`), {
      name: change.listener,
      gateway: gateway.key,
      known,
    });
  } else if (!selectsAny(linked, listeners)) {
    report('selects-nothing', at(source.document, pointer), { type: change.type, gateway: gateway.key });
  }
}

/** Whether anything of the gateway is selected. Which clusters it has, only lowering knows. */
function selectsAny(linked: LinkedChange, listeners: readonly LinkedListener[]): boolean {
  switch (linked.change.type) {
    case 'Route':
      return listeners.some((listener) => selectedRoutes(linked, listener).length > 0);
    case 'ClusterLoadAssignment':
      return linked.upstream?.value.spec.endpoints !== undefined;
    case 'Cluster':
    case 'Bootstrap':
      return true;
    default:
      return listeners.some((listener) => selectsOn(linked, listener));
  }
}

/** Whether a change of a listener, or of what hangs from one, selects anything on this listener. */
export function selectsOn({ change, virtualHost, tcpRoute }: LinkedChange, linked: LinkedListener): boolean {
  const { listener, virtualHosts, tcpRoutes } = linked;
  if ('listener' in change && change.listener !== listener.name) return false;
  const isHttps = listener.protocol === 'HTTPS';
  const isHttp = listener.protocol === 'HTTP';
  const hasHost = virtualHost === undefined || virtualHosts.some(({ source }) => source.key === virtualHost);
  const hasTcpRoute = tcpRoute === undefined || tcpRoutes.some(({ source }) => source.key === tcpRoute);
  switch (change.type) {
    case 'Listener':
      return true;
    case 'VirtualHost':
      return hasHost;
    case 'FilterChain':
      return hasHost && hasTcpRoute && (virtualHost === undefined || isHttps);
    case 'HttpConnectionManager':
    case 'RouteConfiguration':
      return hasHost && (virtualHost === undefined ? isHttp || isHttps : isHttps);
    default:
      return false;
  }
}

/** The routes on a listener that a change selects. */
export const selectedRoutes = (change: LinkedChange, listener: LinkedListener): readonly LinkedRoute[] =>
  change.change.type === 'Route'
    ? listener.virtualHosts.flatMap(({ routes }) => routes).filter((route) => selectsRoute(change, route))
    : [];

/** Whether a change of routes selects a route. */
export function selectsRoute({ change, virtualHost, route }: LinkedChange, { rule, origin }: LinkedRoute): boolean {
  if (change.type !== 'Route' || (change.rule !== undefined && change.rule !== rule.name)) return false;
  return origin.kind === 'VirtualHost' ? origin.key === virtualHost : origin.key === route;
}

const NEEDS_VALUE: readonly string[] = ['add', 'replace', 'test'];
const NEEDS_FROM: readonly string[] = ['move', 'copy'];

/** Each operation has fields of its own (RFC 6902, section 4). */
function checkOperation(operation: EnvoyPatchOperation, pointer: string, { document }: Valid, report: Report): void {
  const { op } = operation;
  const wanted = { value: NEEDS_VALUE.includes(op), from: NEEDS_FROM.includes(op) };
  for (const field of ['value', 'from'] as const) {
    const isThere = Object.hasOwn(operation, field);
    if (wanted[field] && !isThere)
      report('needs-field', at(document, `${pointer}/op`), { what: `"op: ${op}"`, needs: `"${field}"` });
    if (isThere && !wanted[field])
      report('needless-field', atKey(document, `${pointer}/${field}`), { field, beside: `op: ${op}` });
  }
}
