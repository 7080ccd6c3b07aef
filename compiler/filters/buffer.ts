import { bytes } from '../4-lower/quantities.ts';
import { any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/** Source: envoy/extensions/filters/http/buffer/v3/buffer.proto */
export default defineFilter('buffer', {
  phase: 'transfer',
  envoyFilter: 'envoy.filters.http.buffer',
  // Envoy wants a limit here too, which the one that is set per route replaces.
  resting: any('envoy.extensions.filters.http.buffer.v3.Buffer', { max_request_bytes: 1 }),
  lower: ({ maximumSize }, { report }) => {
    const size = bytes(maximumSize);
    if (size < 1) report('out-of-range', '/maximumSize', { value: maximumSize, comparison: '>=', limit: 1 });
    return {
      perRoute: any('envoy.extensions.filters.http.buffer.v3.BufferPerRoute', { buffer: { max_request_bytes: size } }),
    };
  },
});
