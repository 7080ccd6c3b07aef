import type { RawEnvoyFilter } from '../2-validate/generated/types.ts';
import { jsonObject, jsonValue } from '../4-lower/json-value.ts';
import { HTTP_FILTERS } from '../4-lower/raw/http-filters.ts';
import { rawMessage, type Fill } from '../4-lower/raw/message.ts';
import { placeholders } from '../4-lower/raw/placeholders.ts';
import { TYPE_URL_PREFIX, type Any } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';
import { isPhase } from './phases.ts';

/** Source: envoy/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto, HttpFilter */
export default defineFilter('envoy', {
  phase: 'script',
  envoyFilter: 'envoy.filters.http.*',
  lower: (raw, context) => {
    const { phase, typedConfig, perRoute } = raw;
    const fill = filler(raw, context);
    const chain = rawMessage(
      { ...jsonObject(typedConfig), '@type': typedConfig['@type'] },
      { allowed: [...HTTP_FILTERS.keys()], pointer: '/typedConfig', fill },
      context.report,
    );
    return {
      ...(isPhase(phase) && { phase }),
      chain,
      ...(perRoute && { perRoute: lowerPerRoute(perRoute, chain, fill, context) }),
    };
  },
});

function lowerPerRoute(
  perRoute: NonNullable<RawEnvoyFilter['perRoute']>,
  chain: Any,
  fill: Fill,
  context: FilterContext,
): Any {
  const filter = chain['@type'].slice(TYPE_URL_PREFIX.length);
  const allowed = HTTP_FILTERS.get(filter);
  if (HTTP_FILTERS.has(filter) && allowed === undefined)
    context.report('needless-field', '/perRoute', { field: 'perRoute', beside: filter });
  return rawMessage(
    { ...jsonObject(perRoute), '@type': perRoute['@type'] },
    { allowed: allowed === undefined ? [] : [allowed], pointer: '/perRoute', fill },
    context.report,
  );
}

/** What the placeholders of a filter's messages stand for. */
const filler = ({ clusters, secrets }: RawEnvoyFilter, context: FilterContext): Fill =>
  placeholders(
    {
      cluster: { names: clusters, value: context.cluster },
      secret: {
        names: secrets,
        value: (reference, pointer) => jsonValue(context.secret(reference, pointer, 'generic')),
      },
    },
    context.report,
  );
