/** What listeners write down about traffic: the same for all listeners of a gateway, so it is made once. */
import type { AccessLogTimes } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { LinkedGateway } from '../../3-link/graph.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Messages } from '../../xds/index.ts';
import { lowerAccessLog } from './access-log.ts';
import { CONNECTION_FIELDS } from './access-log-fields.ts';
import { namedUpstreams, within } from '../http-filters/named-upstreams.ts';
import { duration } from '../quantities.ts';
import { lowerTracing } from './tracing.ts';

type HttpConnectionManager =
  Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'];
type TcpProxy = Messages['envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy'];

export interface Observability {
  readonly http: Pick<HttpConnectionManager, 'access_log' | 'access_log_options' | 'tracing'>;
  readonly tcp: Pick<TcpProxy, 'access_log' | 'access_log_options'>;
  readonly listener: Pick<Messages['envoy.config.listener.v3.Listener'], 'access_log'>;
}

export function lowerObservability(
  { source, settings }: LinkedGateway,
  clusterOf: (upstream: Valid<'Upstream'>) => string,
  report: Report,
): Observability {
  const { accessLog, accessLogTimes, connectionLog, tracing } = source.value.spec;
  const services = namedUpstreams(settings, clusterOf, report);
  const requests = accessLog.map((log, place) => lowerAccessLog(log, within(services, `/accessLog/${place}`)));
  const connections = connectionLog.map((log, place) =>
    lowerAccessLog(log, within(services, `/connectionLog/${place}`), CONNECTION_FIELDS),
  );
  return {
    http: {
      ...(requests.length > 0 && { access_log: requests.map(({ http }) => http) }),
      ...httpTimes(accessLogTimes),
      ...(tracing && { tracing: lowerTracing(tracing, source.name, within(services, '/tracing')) }),
    },
    tcp: {
      ...(requests.length > 0 && { access_log: requests.map(({ tcp }) => tcp) }),
      ...tcpTimes(accessLogTimes),
    },
    listener: connections.length > 0 ? { access_log: connections.map(({ tcp }) => tcp) } : {},
  };
}

const isUsual = ({ interval, atStart, whenConnected }: AccessLogTimes): boolean =>
  interval === undefined && !atStart && !whenConnected;

function httpTimes(times: AccessLogTimes): Pick<HttpConnectionManager, 'access_log_options'> {
  const { interval, atStart, whenConnected } = times;
  if (isUsual(times)) return {};
  return {
    access_log_options: {
      ...(interval !== undefined && { access_log_flush_interval: duration(interval) }),
      ...(atStart && { flush_access_log_on_new_request: true }),
      ...(whenConnected && { flush_log_on_tunnel_successfully_established: true }),
    },
  };
}

function tcpTimes(times: AccessLogTimes): Pick<TcpProxy, 'access_log_options'> {
  const { interval, atStart, whenConnected } = times;
  if (isUsual(times)) return {};
  return {
    access_log_options: {
      ...(interval !== undefined && { access_log_flush_interval: duration(interval) }),
      ...(atStart && { flush_access_log_on_start: true }),
      ...(whenConnected && { flush_access_log_on_connected: true }),
    },
  };
}
