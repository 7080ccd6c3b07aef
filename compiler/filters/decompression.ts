import type { Decompression } from '../2-validate/generated/types.ts';
import { any, type Any, type Messages } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

type Decompressor = Messages['envoy.extensions.filters.http.decompressor.v3.Decompressor'];

/** Source: envoy/extensions/filters/http/decompressor/v3/decompressor.proto */
export default defineFilter('decompression', {
  phase: 'decompression',
  envoyFilter: 'envoy.filters.http.decompressor',
  lower: (decompression, { report }) => {
    const { algorithm, maximumRatio } = decompression;
    if (maximumRatio !== undefined && algorithm !== 'gzip')
      report('needless-field', '/maximumRatio', { field: 'maximumRatio', beside: `algorithm: ${algorithm}` });
    return {
      chain: any('envoy.extensions.filters.http.decompressor.v3.Decompressor', {
        decompressor_library: {
          name: `envoy.compression.${algorithm}.decompressor`,
          typed_config: library(decompression),
        },
        ...bothDirections(decompression),
      }),
    };
  },
});

const OFF = { enabled: { default_value: false, runtime_key: 'enroute.decompression.never' } };

/** Envoy decompresses both directions unless it is told not to. */
function bothDirections({ directions, noTransform }: Decompression): Omit<Decompressor, 'decompressor_library'> {
  const common = (direction: Decompression['directions'][number]) => {
    if (!directions.includes(direction)) return { common_config: OFF };
    return noTransform === 'ignore' ? { common_config: { ignore_no_transform_header: true } } : {};
  };
  return {
    request_direction_config: {
      ...common('requests'),
      advertise_accept_encoding: directions.includes('responses'),
    },
    response_direction_config: common('responses'),
  };
}

function library({ algorithm, maximumRatio }: Decompression): Any {
  switch (algorithm) {
    case 'gzip':
      return any('envoy.extensions.compression.gzip.decompressor.v3.Gzip', {
        ...(maximumRatio !== undefined && { max_inflate_ratio: maximumRatio }),
      });
    case 'brotli':
      return any('envoy.extensions.compression.brotli.decompressor.v3.Brotli', {});
    case 'zstd':
      return any('envoy.extensions.compression.zstd.decompressor.v3.Zstd', {});
  }
}
