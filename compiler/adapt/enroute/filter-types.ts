/** What stands for each type of filter. Types that Enroute only names are carried over where what they mean is plain. */
import { isLua } from '../../2-validate/formats/lua.ts';
import type { WrittenSpec } from '../draft.ts';
import { items, keyPlaceOf, placeOf, textOf, type Source } from '../source.ts';
import { externalAuthorization, jwt } from './authentication.ts';
import type { Conversion } from './context.ts';
import { seconds } from './durations.ts';
import { fieldsOf, textIn } from './fields.ts';
import type { EnrouteFilter } from './model.ts';
import { parsedText } from './parsed-text.ts';
import { requestDescriptors } from './rate-limits.ts';
import type { Upstreams } from './upstreams.ts';

export type FilterSpec = WrittenSpec<'Filter'>;

export interface FilterContext {
  readonly conversion: Conversion;
  readonly upstreams: Upstreams;
}

type Convert = (config: Source, filter: EnrouteFilter, context: FilterContext) => FilterSpec | undefined;

/** Nothing if nothing can stand for it, which is remarked on. */
export function filterSpec(filter: EnrouteFilter, context: FilterContext): FilterSpec | undefined {
  const { type, config, source, isGlobal } = filter;
  const { remark } = context.conversion;
  const convert = TYPES.get(type);
  if (!convert || !config) {
    remark('lost', placeOf(source), `a filter of type "${type}" is not carried over`, 'Enroute makes nothing of it');
    return undefined;
  }
  const spec = convert(config, filter, context);
  if (spec && (isGlobal || IGNORED.has(type)))
    remark('approximated', placeOf(source), `"${type}" is in force now`, IN_FORCE);
  return spec;
}

const IN_FORCE = 'the Enroute that is free takes no notice of it';

/** Types whose configuration Enroute reads, and makes nothing of. */
const IGNORED = new Set([
  'vh_filter_lua',
  'custom_response',
  'http_filter_jwt',
  'http_filter_extauthz',
  'http_filter_healthcheck',
]);

const lua: Convert = (config, _, { conversion }) => {
  const code = textOf(config) ?? '';
  if (isLua(code)) return { type: 'lua', code };
  conversion.remark('lost', placeOf(config), 'the script is no Lua, and is left out');
  return undefined;
};

const cors: Convert = (config, _, { conversion: { remark } }) => {
  const parsed = parsedText(config, remark);
  if (!parsed) return undefined;
  const fields = fieldsOf(parsed, remark);
  const condition = fieldsOf(fields.take('match_condition'), remark);
  const kinds = ['exact', 'prefix', 'suffix', 'contains', 'regex'] as const;
  const allowOrigins = kinds.flatMap((kind) => {
    const text = condition.text(kind);
    return text === undefined ? [] : [{ [kind]: text }];
  });
  const words = (name: string) => (fields.text(name) ?? '').split(',').flatMap((word) => word.trim() || []);
  const [methods, headers] = [words('access_control_allow_methods'), words('access_control_allow_headers')];
  const exposed = words('access_control_expose_headers');
  const age = fields.text('access_control_max_age');
  fields.rest();
  if (allowOrigins.length === 0) {
    remark('lost', placeOf(config), 'a CORS filter that allows no origin is left out');
    return undefined;
  }
  return {
    type: 'cors',
    allowOrigins,
    ...(methods.length > 0 && { allowMethods: methods }),
    ...(headers.length > 0 && { allowHeaders: headers }),
    ...(exposed.length > 0 && { exposeHeaders: exposed }),
    ...(age !== undefined && /^\d+$/.test(age) && { maximumAge: seconds(Number(age)) }),
  };
};

const customResponse: Convert = (config, _, { conversion: { remark } }) => {
  const parsed = parsedText(config, remark);
  if (!parsed) return undefined;
  const fields = fieldsOf(parsed, remark);
  const responses = fields.list('custom_response_override').flatMap((item) => {
    const override = fieldsOf(item, remark);
    const matched = override.take('match_status_code');
    const statuses = (matched && Array.isArray(matched.value) ? items(matched) : matched ? [matched] : []).flatMap(
      (status) => Number(textIn(status)) || [],
    );
    const body = fieldsOf(override.take('update_response_body'), remark);
    const [template, json] = [body.text('text_format'), body.take('json_format')];
    const contentType = body.text('content_type');
    const statusCode = override.number('update_status_code');
    override.rest();
    if (statuses.length === 0) return [];
    return [
      {
        when: statuses,
        ...(statusCode !== undefined && { statusCode }),
        ...(template !== undefined && { template }),
        ...(template === undefined && isJsonObject(json) && { json: json.value }),
        ...(contentType !== undefined && { contentType }),
      },
    ];
  });
  fields.rest();
  return responses.length === 0 ? undefined : { type: 'custom-response', responses };
};

const isJsonObject = (
  source: Source | undefined,
): source is Source & { readonly value: Readonly<Record<string, unknown>> } =>
  typeof source?.value === 'object' && source.value !== null && Object.keys(source.value).length > 0;

const healthCheck: Convert = (config, _, { conversion: { remark } }) => {
  const fields = fieldsOf(parsedText(config, remark), remark);
  const path = fields.text('path') ?? '/healthz';
  fields.rest();
  return { type: 'health-check', path };
};

const rateLimit: Convert = (config, { source, namespace }, { conversion, upstreams }) => {
  const { remark } = conversion;
  const parsed = parsedText(config, remark);
  const entries = parsed ? requestDescriptors(parsed, remark) : [];
  if (entries.length === 0) {
    remark('lost', placeOf(source), 'a rate limit without descriptors is left out');
    return undefined;
  }
  remark('incomplete', placeOf(source), RATE_LIMIT_SERVICE, RATE_LIMIT_SERVICE_HELP);
  const upstream = upstreams.ofAddress('rate-limit-service', namespace, {
    endpoints: [{ address: '127.0.0.1', port: 8081 }],
    protocol: 'http2',
  });
  return { type: 'rate-limit', upstream, domain: DOMAIN, descriptors: [{ entries }] };
};

/** The domain that Enroute's own service knew. */
export const DOMAIN = 'enroute';

const RATE_LIMIT_SERVICE = 'requests are counted by envoyproxy/ratelimit, which has to run';
const RATE_LIMIT_SERVICE_HELP =
  'start it with xDS from the relay, and write its address into the Upstream "rate-limit-service"';

const wasm: Convert = (config, _, { conversion: { remark } }) => {
  const where = fieldsOf(parsedText(config, remark), remark).take('url') ?? config;
  remark(
    'lost',
    keyPlaceOf(where),
    'a Wasm module of an OCI registry is not carried over',
    'Envoy loads files and URLs',
  );
  return undefined;
};

const TYPES: ReadonlyMap<string, Convert> = new Map([
  ['http_filter_lua', lua],
  ['vh_filter_lua', lua],
  ['vh_filter_cors', cors],
  ['http_filter_cors', cors],
  ['custom_response', customResponse],
  ['http_filter_healthcheck', healthCheck],
  ['http_filter_jwt', jwt],
  ['http_filter_extauthz', externalAuthorization],
  ['route_filter_ratelimit', rateLimit],
  ['http_filter_wasm', wasm],
]);
