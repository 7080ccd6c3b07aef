/** Rate limits: what a request is counted by, and how much of it there may be. */
import { draft, type WrittenSpec } from '../draft.ts';
import type { MakeRemark } from '../remark.ts';
import { entries, items, keyPlaceOf, placeOf, type Source } from '../source.ts';
import type { Conversion } from './context.ts';
import { fieldsOf } from './fields.ts';
import type { FilterSpec } from './filter-types.ts';
import type { EnrouteGlobal } from './model.ts';
import { parsedText } from './parsed-text.ts';

type RequestDescriptors = (FilterSpec & { readonly type: 'rate-limit' })['descriptors'];
type RequestEntries = NonNullable<NonNullable<RequestDescriptors>[number]['entries']>;

/** All descriptors of a filter are one, with an entry for each. */
export const requestDescriptors = (config: Source, remark: MakeRemark): RequestEntries =>
  items(fieldsOf(config, remark).take('descriptors')).flatMap((descriptor) =>
    entries(descriptor).flatMap(([kind, value]) => requestEntry(kind, value, remark)),
  );

function requestEntry(kind: string, source: Source, remark: MakeRemark): RequestEntries {
  const fields = fieldsOf(source, remark);
  switch (kind.toLowerCase()) {
    case 'generic_key': {
      const [value, key] = [fields.text('descriptor_value'), fields.text('descriptor_key')];
      return value === undefined ? [] : [{ value, ...(key !== undefined && { key }) }];
    }
    case 'request_headers': {
      const [header, key] = [fields.text('header_name'), fields.text('descriptor_key')];
      return header === undefined ? [] : [{ header, ...(key !== undefined && { key }) }];
    }
    case 'remote_address':
      return [{ remoteAddress: {} }];
    default:
      remark('lost', keyPlaceOf(source), `requests are not counted by "${kind}" here`, 'clusters have no fixed names');
      return [];
  }
}

type Descriptors = NonNullable<WrittenSpec<'RateLimit'>['descriptors']>;

const UNITS = ['second', 'minute', 'hour', 'day'] as const;

/** The limits of a proxy. @param gateways how the Gateways are named from the document's namespace */
export function addRateLimit(global: EnrouteGlobal, gateways: readonly string[], conversion: Conversion): void {
  const { remark, add, nameOf, namespaceOf } = conversion;
  const { config, source, namespace } = global;
  const fields = fieldsOf(config && parsedText(config, remark), remark);
  const descriptors = fields.list('descriptors').flatMap((descriptor) => descriptorOf(descriptor, remark));
  const domain = fields.text('domain') ?? 'enroute';
  fields.rest();
  if (descriptors.length === 0) {
    remark('lost', placeOf(source), 'a global rate limit without descriptors is left out');
    return;
  }
  const name = nameOf('RateLimit', namespace, global.name);
  add(draft('RateLimit', { name, namespace: namespaceOf(namespace) }, { gateways, domain, descriptors }));
}

function descriptorOf(source: Source, remark: MakeRemark): Descriptors {
  const fields = fieldsOf(source, remark);
  const [key, value] = [fields.text('key'), fields.text('value')];
  const limit = fieldsOf(fields.take('rate_limit'), remark);
  const [unit, requests] = [limit.text('unit')?.toLowerCase(), limit.number('requests_per_unit')];
  const known = UNITS.find((one) => one === unit);
  const nested = fields.list('descriptors').flatMap((one) => descriptorOf(one, remark));
  fields.rest();
  limit.rest();
  if (key === undefined) {
    remark('lost', placeOf(source), 'a descriptor without a key is left out');
    return [];
  }
  return [
    {
      key,
      ...(value !== undefined && { value }),
      ...(requests !== undefined && known && { limit: { requests, unit: known } }),
      ...(nested.length > 0 && { descriptors: nested }),
    },
  ];
}
