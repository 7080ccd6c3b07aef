import type { ExternalProcessing, ProcessedParts } from '../2-validate/generated/types.ts';
import { grpcService } from '../4-lower/grpc-service.ts';
import { duration, milliseconds } from '../4-lower/quantities.ts';
import { STATUS_NAMES } from '../4-lower/status-code.ts';
import { stringMatch } from '../4-lower/string-match.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type ExternalProcessor = Messages['envoy.extensions.filters.http.ext_proc.v3.ExternalProcessor'];
type ProcessingMode = Messages['envoy.extensions.filters.http.ext_proc.v3.ProcessingMode'];

/** Source: envoy/extensions/filters/http/ext_proc/v3/ext_proc.proto */
export default defineFilter('external-processing', {
  phase: 'processing',
  envoyFilter: 'envoy.filters.http.ext_proc',
  lower: (processing, context) => {
    checkTimeout(processing, context);
    checkParts(processing, context);
    const { upstream, timeout, whenUnavailable, statusWhenUnavailable, mode, modeOverride, reroute } = processing;
    return {
      chain: any('envoy.extensions.filters.http.ext_proc.v3.ExternalProcessor', {
        grpc_service: grpcService(upstream, '/upstream', context),
        message_timeout: duration(timeout),
        ...(whenUnavailable === 'allow' && { failure_mode_allow: true }),
        status_on_error: { code: STATUS_NAMES[statusWhenUnavailable] },
        processing_mode: processingMode(processing),
        ...(mode === 'observe' && { observability_mode: true }),
        ...(modeOverride === 'allow' && { allow_mode_override: true }),
        ...ROUTE_CACHE[reroute],
        ...whatIsSent(processing),
        ...whatMayChange(processing),
      }),
    };
  },
});

const ROUTE_CACHE: Readonly<Record<ExternalProcessing['reroute'], ExternalProcessor>> = {
  never: { route_cache_action: 'RETAIN' },
  'when-asked': {},
  always: { route_cache_action: 'CLEAR' },
};

const LONGEST = 3_600_000;

function checkTimeout({ timeout }: ExternalProcessing, { report }: FilterContext): void {
  if (milliseconds(timeout) > LONGEST)
    report('invalid-format', '/timeout', { value: timeout, expected: 'a time of at most 1h' });
}

function checkParts({ request, response, mode }: ExternalProcessing, { report }: FilterContext): void {
  for (const [side, { body, trailers }] of Object.entries({ request, response })) {
    if (body === 'full-duplex' && trailers === 'skip')
      report('needs-field', `/${side}/body`, { what: '"body: full-duplex"', needs: '"trailers: send"' });
    if (mode === 'observe' && body !== 'skip' && body !== 'streamed')
      report('needs-field', `/${side}/body`, { what: '"mode: observe"', needs: '"body: streamed", or none' });
  }
}

const BODIES = {
  skip: 'NONE',
  buffered: 'BUFFERED',
  'buffered-partial': 'BUFFERED_PARTIAL',
  streamed: 'STREAMED',
  'full-duplex': 'FULL_DUPLEX_STREAMED',
} as const;

const sending = (part: ProcessedParts['headers']) => (part === 'send' ? 'SEND' : 'SKIP');

const processingMode = ({ request, response }: ExternalProcessing): ProcessingMode => ({
  request_header_mode: sending(request.headers),
  request_body_mode: BODIES[request.body],
  request_trailer_mode: sending(request.trailers),
  response_header_mode: sending(response.headers),
  response_body_mode: BODIES[response.body],
  response_trailer_mode: sending(response.trailers),
});

function whatIsSent(processing: ExternalProcessing): ExternalProcessor {
  const { headers, requestAttributes, responseAttributes, metadata } = processing;
  const { only, except } = headers;
  const { send, accept } = metadata;
  return {
    ...((only || except) && {
      forward_rules: {
        ...(only && { allowed_headers: { patterns: only.map(stringMatch) } }),
        ...(except && { disallowed_headers: { patterns: except.map(stringMatch) } }),
      },
    }),
    ...(requestAttributes.length > 0 && { request_attributes: requestAttributes }),
    ...(responseAttributes.length > 0 && { response_attributes: responseAttributes }),
    ...((send.length > 0 || accept.length > 0) && {
      metadata_options: {
        ...(send.length > 0 && { forwarding_namespaces: { untyped: send } }),
        ...(accept.length > 0 && { receiving_namespaces: { untyped: accept } }),
      },
    }),
  };
}

const whatMayChange = ({ mayChange: { routing, envoy } }: ExternalProcessing): ExternalProcessor =>
  routing || envoy
    ? {
        mutation_rules: { ...(routing && { allow_all_routing: true }), ...(envoy && { allow_envoy: true }) },
      }
    : {};
