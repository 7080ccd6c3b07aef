/** Logs for OpenTelemetry. Source: envoy/extensions/access_loggers/open_telemetry/v3/logs_service.proto. */
import type { OpenTelemetryAccessLog } from '../../2-validate/generated/types.ts';
import { compare } from '../../compare.ts';
import { any, type Messages } from '../../xds/index.ts';
import type { Fields } from './access-log-fields.ts';
import type { NamedUpstreams } from '../http-filters/named-upstreams.ts';
import { otlpService } from './otlp.ts';
import { bytes, duration } from '../quantities.ts';

export function openTelemetryLog(
  log: OpenTelemetryAccessLog,
  services: NamedUpstreams,
  fields: Fields,
): Messages['envoy.config.accesslog.v3.AccessLog'] {
  const { body, attributes = fields, resourceAttributes } = log;
  return {
    name: 'envoy.access_loggers.open_telemetry',
    typed_config: any('envoy.extensions.access_loggers.open_telemetry.v3.OpenTelemetryAccessLogConfig', {
      ...otlpService(log, '/v1/logs', services),
      log_name: log.name,
      buffer_flush_interval: duration(log.flushInterval),
      buffer_size_bytes: bytes(log.bufferSize),
      ...(body !== undefined && { body: { string_value: body } }),
      attributes: keyValues(attributes),
      ...(Object.keys(resourceAttributes).length > 0 && { resource_attributes: keyValues(resourceAttributes) }),
      ...(!log.nodeAttributes && { disable_builtin_labels: true }),
    }),
  };
}

/** The order of a document's keys must not show. */
const keyValues = (values: Fields): Messages['opentelemetry.proto.common.v1.KeyValueList'] => ({
  values: Object.entries(values)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([key, value]) => ({ key, value: { string_value: value } })),
});
