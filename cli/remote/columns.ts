/** Documents as rows of a table: what people look for in each kind. */
import type { Kind } from '../../compiler/2-validate/model.ts';
import { short } from '../output.ts';
import { isObject, objectsIn, textIn, textsIn, type JsonObject } from './json.ts';

/** A document with its etag, as the API lists them. */
export type Item = JsonObject;

interface Column {
  readonly heading: string;
  readonly cell: (spec: JsonObject) => string;
}

const texts = (heading: string, field: string): Column => ({
  heading,
  cell: (spec) => some(textsIn(spec, field)),
});
const text = (heading: string, field: string): Column => ({ heading, cell: (spec) => textIn(spec, field) ?? '' });

const COLUMNS: Readonly<Record<Kind, readonly Column[]>> = {
  Gateway: [
    {
      heading: 'LISTENERS',
      cell: (spec) =>
        some(objectsIn(spec, 'listeners').map(({ name, port, protocol }) => `${name}:${port}/${protocol ?? ''}`)),
    },
  ],
  VirtualHost: [texts('HOSTNAMES', 'hostnames'), texts('GATEWAYS', 'gateways')],
  Route: [texts('VIRTUALHOSTS', 'virtualHosts')],
  Upstream: [{ heading: 'ENDPOINTS', cell: endpointsOf }],
  TcpRoute: [texts('GATEWAYS', 'gateways'), text('LISTENER', 'listener')],
  UdpRoute: [texts('GATEWAYS', 'gateways'), text('LISTENER', 'listener')],
  Filter: [text('TYPE', 'type')],
  Secret: [text('TYPE', 'type')],
  RateLimit: [texts('GATEWAYS', 'gateways'), text('DOMAIN', 'domain')],
  EnvoyPatch: [text('GATEWAY', 'gateway')],
};

/** The head of a table of such documents. */
export const headingsOf = (kind: Kind): readonly string[] => [
  'NAMESPACE',
  'NAME',
  ...COLUMNS[kind].map(({ heading }) => heading),
  'LABELS',
  'VERSION',
];

export function rowOf(kind: Kind, item: Item): readonly string[] {
  const document = isObject(item['document']) ? item['document'] : {};
  const spec = isObject(document['spec']) ? document['spec'] : {};
  const metadata = metadataOf(item);
  const labels = isObject(metadata['labels']) ? Object.entries(metadata['labels']) : [];
  return [
    namespaceOf(item),
    nameOf(item),
    ...COLUMNS[kind].map(({ cell }) => cell(spec)),
    labels.map(([key, value]) => `${key}=${String(value)}`).join(','),
    short(textIn(item, 'etag') ?? ''),
  ];
}

export const namespaceOf = (item: Item): string => textIn(metadataOf(item), 'namespace') ?? 'default';

export const nameOf = (item: Item): string => textIn(metadataOf(item), 'name') ?? '';

function metadataOf({ document }: Item): JsonObject {
  const metadata = isObject(document) ? document['metadata'] : undefined;
  return isObject(metadata) ? metadata : {};
}

/** Where they come from, if they are not named. */
function endpointsOf(spec: JsonObject): string {
  if (isObject(spec['discovery'])) return Object.keys(spec['discovery']).join(',');
  if (isObject(spec['dynamicForwardProxy'])) return 'dynamic';
  return some(objectsIn(spec, 'endpoints').map(({ address, port }) => `${String(address)}:${String(port)}`));
}

/** More than this fill a line. */
const SHOWN = 3;

const some = (values: readonly string[]): string =>
  [...values.slice(0, SHOWN), ...(values.length > SHOWN ? [`… ${values.length - SHOWN} more`] : [])].join(',');
