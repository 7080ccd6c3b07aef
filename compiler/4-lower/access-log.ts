/** Access logs. Source: envoy/extensions/access_loggers/. */
import type { AccessLog } from '../2-validate/generated/types.ts';
import { any, type Messages } from '../xds/index.ts';

/** What a line says if the document leaves it open: who asked what, what came of it, and where it was spent. */
const FIELDS: Readonly<Record<string, string>> = {
  start_time: '%START_TIME%',
  method: '%REQ(:METHOD)%',
  host: '%REQ(:AUTHORITY)%',
  path: '%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%',
  protocol: '%PROTOCOL%',
  status: '%RESPONSE_CODE%',
  status_details: '%RESPONSE_CODE_DETAILS%',
  flags: '%RESPONSE_FLAGS%',
  bytes_received: '%BYTES_RECEIVED%',
  bytes_sent: '%BYTES_SENT%',
  duration: '%DURATION%',
  client: '%DOWNSTREAM_REMOTE_ADDRESS%',
  server_name: '%REQUESTED_SERVER_NAME%',
  route: '%ROUTE_NAME%',
  upstream_cluster: '%UPSTREAM_CLUSTER%',
  upstream_host: '%UPSTREAM_HOST%',
  upstream_failure: '%UPSTREAM_TRANSPORT_FAILURE_REASON%',
  user_agent: '%REQ(USER-AGENT)%',
  request_id: '%REQ(X-REQUEST-ID)%',
};

const STREAMS = new Map([
  ['/dev/stdout', 'stdout'],
  ['/dev/stderr', 'stderr'],
] as const);

export function lowerAccessLog(log: AccessLog): Messages['envoy.config.accesslog.v3.AccessLog'] {
  const stream = STREAMS.get(log.path as '/dev/stdout');
  const format = logFormat(log);
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

function logFormat({ format, fields, template }: AccessLog) {
  if (format === 'json') return { log_format: { json_format: { ...(fields ?? FIELDS) } } };
  return template === undefined ? {} : { log_format: { text_format_source: { inline_string: template } } };
}
