/** Who takes spans, and in which form. Source: envoy/config/trace/v3/. */
import type {
  DatadogTracer,
  OpenTelemetryTracer,
  Sampler,
  Tracing,
  ZipkinTracer,
} from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { within, type NamedUpstreams } from '../http-filters/named-upstreams.ts';
import { httpService, otlpService } from './otlp.ts';
import { fraction } from '../quantities.ts';
import { resourceOf } from './resource-attributes.ts';

type Provider = Messages['envoy.config.trace.v3.Tracing.Http'];
type Extension = Messages['envoy.config.core.v3.TypedExtensionConfig'];

/** @param gateway the name that the service has unless the document says another */
export function lowerTracer(
  { openTelemetry, zipkin, datadog }: Tracing,
  gateway: string,
  services: NamedUpstreams,
): Provider {
  if (openTelemetry) return openTelemetryTracer(openTelemetry, gateway, within(services, '/openTelemetry'));
  if (zipkin) return zipkinTracer(zipkin, services);
  if (datadog) return datadogTracer(datadog, gateway, services);
  throw new Error('tracing has no collector, which validation let pass');
}

function openTelemetryTracer(tracer: OpenTelemetryTracer, gateway: string, services: NamedUpstreams): Provider {
  const { serviceName = gateway, sampler } = tracer;
  const detectors = resourceDetectors(tracer);
  return {
    name: 'envoy.tracers.opentelemetry',
    typed_config: any('envoy.config.trace.v3.OpenTelemetryConfig', {
      ...otlpService(tracer, '/v1/traces', services),
      service_name: serviceName,
      ...(detectors.length > 0 && { resource_detectors: detectors }),
      ...(sampler && { sampler: lowerSampler(sampler) }),
    }),
  };
}

function resourceDetectors({ resourceAttributes, resourceFromEnvironment }: OpenTelemetryTracer): readonly Extension[] {
  const environment = {
    name: 'envoy.tracers.opentelemetry.resource_detectors.environment',
    typed_config: any(
      'envoy.extensions.tracers.opentelemetry.resource_detectors.v3.EnvironmentResourceDetectorConfig',
      {},
    ),
  };
  return [...(resourceFromEnvironment ? [environment] : []), ...resourceOf(resourceAttributes)];
}

function lowerSampler({ percentage, parentBased }: Sampler): Extension {
  const ratio = {
    name: 'envoy.tracers.opentelemetry.samplers.trace_id_ratio_based',
    typed_config: any('envoy.extensions.tracers.opentelemetry.samplers.v3.TraceIdRatioBasedSamplerConfig', {
      sampling_percentage: fraction(percentage),
    }),
  };
  if (!parentBased) return ratio;
  return {
    name: 'envoy.tracers.opentelemetry.samplers.parent_based',
    typed_config: any('envoy.extensions.tracers.opentelemetry.samplers.v3.ParentBasedSamplerConfig', {
      wrapped_sampler: ratio,
    }),
  };
}

const ENCODINGS = { json: 'HTTP_JSON', protobuf: 'HTTP_PROTO' } as const;

const zipkinTracer = (tracer: ZipkinTracer, services: NamedUpstreams): Provider => ({
  name: 'envoy.tracers.zipkin',
  typed_config: any('envoy.config.trace.v3.ZipkinConfig', {
    collector_service: httpService(tracer.upstream, tracer.path, services),
    collector_endpoint_version: ENCODINGS[tracer.encoding],
    ...(tracer.traceIdLength === 128 && { trace_id_128bit: true }),
    shared_span_context: tracer.sharedSpans,
    ...(tracer.context === 'b3-and-w3c' && { trace_context_option: 'USE_B3_WITH_W3C_PROPAGATION' as const }),
  }),
});

const datadogTracer = (
  { upstream, serviceName }: DatadogTracer,
  gateway: string,
  { cluster, hostname }: NamedUpstreams,
): Provider => ({
  name: 'envoy.tracers.datadog',
  typed_config: any('envoy.config.trace.v3.DatadogConfig', {
    collector_cluster: cluster(upstream),
    collector_hostname: hostname(upstream),
    service_name: serviceName ?? gateway,
  }),
});
