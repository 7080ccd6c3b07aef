/** Access logs: files, and services that get entries. Source: envoy/extensions/access_loggers/. */
import type { AccessLog, GrpcAccessLog } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { lowerCondition } from './access-log-condition.ts';
import { FIELDS, type Fields } from './access-log-fields.ts';
import { grpcService } from '../grpc-service.ts';
import { within, type NamedUpstreams } from '../http-filters/named-upstreams.ts';
import { openTelemetryLog } from './open-telemetry-log.ts';
import { bytes, duration } from '../quantities.ts';
import { lowerTag } from './tag.ts';

type EnvoyAccessLog = Messages['envoy.config.accesslog.v3.AccessLog'];
type Logger = Pick<EnvoyAccessLog, 'name' | 'typed_config'>;

/** A log of requests and one of connections, which differ for some loggers. */
export interface LoweredAccessLog {
  readonly http: EnvoyAccessLog;
  readonly tcp: EnvoyAccessLog;
}

/** @param fields what an entry says if the document leaves it open */
export function lowerAccessLog(log: AccessLog, services: NamedUpstreams, fields: Fields = FIELDS): LoweredAccessLog {
  const condition = log.when ? { filter: lowerCondition(log.when, within(services, '/when')) } : {};
  if (log.grpc) {
    const { http, tcp } = grpcLogs(log.grpc, within(services, '/grpc'));
    return { http: { ...http, ...condition }, tcp: { ...tcp, ...condition } };
  }
  const logger = log.openTelemetry
    ? openTelemetryLog(log.openTelemetry, within(services, '/openTelemetry'), fields)
    : fileLog(log, fields);
  const both = { ...logger, ...condition };
  return { http: both, tcp: both };
}

const STREAMS = new Map([
  ['/dev/stdout', 'stdout'],
  ['/dev/stderr', 'stderr'],
] as const);

function fileLog(log: AccessLog, fields: Fields): Logger {
  const stream = STREAMS.get(log.path as '/dev/stdout');
  const format = logFormat(log, fields);
  // A process that may not open /dev/stdout anew, as in many containers, can still write to its standard output.
  if (stream === 'stdout')
    return {
      name: 'envoy.access_loggers.stdout',
      typed_config: any('envoy.extensions.access_loggers.stream.v3.StdoutAccessLog', format),
    };
  if (stream === 'stderr')
    return {
      name: 'envoy.access_loggers.stderr',
      typed_config: any('envoy.extensions.access_loggers.stream.v3.StderrAccessLog', format),
    };
  return {
    name: 'envoy.access_loggers.file',
    typed_config: any('envoy.extensions.access_loggers.file.v3.FileAccessLog', { path: log.path, ...format }),
  };
}

function logFormat({ format, fields, template, omitEmpty }: AccessLog, byDefault: Fields) {
  const omitting = omitEmpty ? { omit_empty_values: true } : {};
  if (format === 'json') return { log_format: { json_format: { ...(fields ?? byDefault) }, ...omitting } };
  return template === undefined ? {} : { log_format: { text_format_source: { inline_string: template }, ...omitting } };
}

/** Source: envoy/extensions/access_loggers/grpc/v3/als.proto */
function grpcLogs(log: GrpcAccessLog, services: NamedUpstreams): { readonly http: Logger; readonly tcp: Logger } {
  const { requestHeaders, responseHeaders, responseTrailers, tags } = log;
  const common: Messages['envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig'] = {
    log_name: log.name,
    grpc_service: grpcService(log.upstream, '/upstream', services),
    transport_api_version: 'V3',
    buffer_flush_interval: duration(log.flushInterval),
    buffer_size_bytes: bytes(log.bufferSize),
    ...(tags && { custom_tags: tags.map(lowerTag) }),
  };
  return {
    http: {
      name: 'envoy.access_loggers.http_grpc',
      typed_config: any('envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig', {
        common_config: common,
        ...(requestHeaders && { additional_request_headers_to_log: requestHeaders }),
        ...(responseHeaders && { additional_response_headers_to_log: responseHeaders }),
        ...(responseTrailers && { additional_response_trailers_to_log: responseTrailers }),
      }),
    },
    tcp: {
      name: 'envoy.access_loggers.tcp_grpc',
      typed_config: any('envoy.extensions.access_loggers.grpc.v3.TcpGrpcAccessLogConfig', { common_config: common }),
    },
  };
}
