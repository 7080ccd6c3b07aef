import { jsonObject } from '../4-lower/json-value.ts';
import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

const CONFIG = 'envoy.extensions.filters.http.set_metadata.v3.Config';

/** Source: envoy/extensions/filters/http/set_metadata/v3/set_metadata.proto */
export default defineFilter('set-metadata', {
  phase: 'metadata',
  envoyFilter: 'envoy.filters.http.set_metadata',
  resting: any(CONFIG, {}),
  lower: ({ entries }) => ({
    perRoute: any(CONFIG, {
      metadata: entries.map(({ namespace, values, whenPresent }) => ({
        metadata_namespace: namespace,
        value: jsonObject(values),
        ...(whenPresent === 'overwrite' && { allow_overwrite: true }),
      })),
    }),
  }),
});
