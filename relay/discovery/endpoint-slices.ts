/**
 * EndpointSlices of a Service → endpoints. Pure.
 * Source: https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/
 */
import type { Endpoint } from '../../compiler/discovered.ts';
import { isObject, type JsonObject } from '../../compiler/shape.ts';

/** The Service that a slice belongs to. */
export function serviceOf(slice: JsonObject): string | undefined {
  const labels = objectOf(objectOf(slice, 'metadata'), 'labels');
  const service = labels['kubernetes.io/service-name'];
  return typeof service === 'string' ? service : undefined;
}

export function nameOf(object: JsonObject): string {
  const name = objectOf(object, 'metadata')['name'];
  return typeof name === 'string' ? name : '';
}

/**
 * One endpoint for each pod, whichever slices have it: it may be in two of them while it moves, and has one for each family of
 * addresses.
 *
 * @param wanted the name of a port, or its number
 */
export function endpointsOfSlices(slices: readonly JsonObject[], wanted: string): readonly Endpoint[] {
  const addresses = slices
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .flatMap((slice) => readSlice(slice, wanted));
  const byPlace = new Map(addresses.map((found) => [`${found.endpoint.address} ${found.endpoint.port}`, found]));
  return mergeFamilies([...byPlace.values()]);
}

function readSlice(slice: JsonObject, wanted: string): readonly FoundEndpoint[] {
  const port = portOf(slice, wanted);
  return port === undefined
    ? []
    : listOf(slice, 'endpoints').flatMap((endpoint) => readEndpoint(slice, endpoint, port));
}

interface FoundEndpoint {
  readonly endpoint: Endpoint & { readonly address: string };
  /** The pod and the port; nothing, if the slice does not say. */
  readonly owner: string | undefined;
  readonly family: 'IPv4' | 'IPv6';
}

function readEndpoint(slice: JsonObject, object: JsonObject, port: number): readonly FoundEndpoint[] {
  const family = slice['addressType'];
  // All addresses are of the same pod, and readers are to take the first. Names are resolved by nobody here.
  const [address] = Array.isArray(object['addresses']) ? object['addresses'] : [];
  if ((family !== 'IPv4' && family !== 'IPv6') || typeof address !== 'string') return [];
  const status = statusOf(objectOf(object, 'conditions'));
  if (status === 'away') return [];
  const zone = object['zone'];
  const { uid, name } = objectOf(object, 'targetRef');
  const pod = typeof uid === 'string' ? uid : name;
  return [
    {
      family,
      owner: typeof pod === 'string' ? `${pod} ${port}` : undefined,
      endpoint: {
        address,
        port,
        ...(typeof zone === 'string' && zone !== '' && { locality: { zone } }),
        ...(status === 'draining' && { status }),
      },
    },
  ];
}

/** What is not said of readiness counts as ready. One that ends, but still serves, gets no new requests. */
function statusOf({ ready, serving, terminating }: JsonObject): 'ready' | 'draining' | 'away' {
  if (ready !== false && terminating !== true) return 'ready';
  return terminating === true && serving !== false ? 'draining' : 'away';
}

/** The pod's other address is tried when the first does not answer soon. */
function mergeFamilies(found: readonly FoundEndpoint[]): readonly Endpoint[] {
  const second = new Map<string, string>();
  for (const { family, owner, endpoint } of found)
    if (family === 'IPv6' && owner !== undefined) second.set(owner, endpoint.address);
  const first = new Set(
    found.flatMap(({ family, owner }) => (family === 'IPv4' && owner !== undefined ? [owner] : [])),
  );
  return found.flatMap(({ family, owner = '', endpoint }) => {
    if (family === 'IPv6') return first.has(owner) ? [] : [endpoint];
    const other = second.get(owner);
    return [other === undefined ? endpoint : { ...endpoint, additionalAddresses: [other] }];
  });
}

function portOf(slice: JsonObject, wanted: string): number | undefined {
  const isNumber = /^\d+$/.test(wanted);
  const fitting = listOf(slice, 'ports').filter(({ name, port }) =>
    isNumber ? port === Number(wanted) : name === wanted,
  );
  const [number] = fitting.flatMap(({ port }) => (typeof port === 'number' ? [port] : []));
  return number;
}

function listOf(object: JsonObject, key: string): readonly JsonObject[] {
  const value = object[key];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function objectOf(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isObject(value) ? value : {};
}
