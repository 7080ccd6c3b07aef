import type { Compression } from '../2-validate/generated/types.ts';
import { bytes } from '../4-lower/quantities.ts';
import { any, type Any } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

/** The smallest body that Envoy compresses. */
const SMALLEST = 30;

/** Source: envoy/extensions/filters/http/compressor/v3/compressor.proto */
export default defineFilter('compression', {
  phase: 'compression',
  envoyFilter: 'envoy.filters.http.compressor',
  lower: ({ algorithm, contentTypes, minimumLength }, { report }) => {
    if (bytes(minimumLength) < SMALLEST)
      report('out-of-range', '/minimumLength', { value: minimumLength, comparison: '>=', limit: SMALLEST });
    return {
      chain: any('envoy.extensions.filters.http.compressor.v3.Compressor', {
        compressor_library: { name: `envoy.compression.${algorithm}.compressor`, typed_config: LIBRARIES[algorithm] },
        response_direction_config: {
          common_config: {
            min_content_length: bytes(minimumLength),
            ...(contentTypes && { content_type_matcher: contentTypes.map((type) => ({ exact: type })) }),
          },
          // An entity tag names the bytes, and compressed ones are others.
          weaken_etag_on_compress: true,
        },
      }),
    };
  },
});

const LIBRARIES: Readonly<Record<Compression['algorithm'], Any>> = {
  gzip: any('envoy.extensions.compression.gzip.compressor.v3.Gzip', {}),
  brotli: any('envoy.extensions.compression.brotli.compressor.v3.Brotli', {}),
  zstd: any('envoy.extensions.compression.zstd.compressor.v3.Zstd', {}),
};
