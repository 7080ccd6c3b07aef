import type { GrpcJsonTranscoder, JsonStyle } from '../2-validate/generated/types.ts';
import { servicesOf } from '../2-validate/formats/descriptor-set.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

const TRANSCODER = 'envoy.extensions.filters.http.grpc_json_transcoder.v3.GrpcJsonTranscoder';

type Transcoder = Messages[typeof TRANSCODER];

/** Source: envoy/extensions/filters/http/grpc_json_transcoder/v3/transcoder.proto */
export default defineFilter('grpc-json-transcoder', {
  phase: 'translation',
  envoyFilter: 'envoy.filters.http.grpc_json_transcoder',
  resting: any(TRANSCODER, { proto_descriptor: '' }),
  lower: (transcoder, context) => {
    checkServices(transcoder, context);
    const { descriptors, services, methodsWithoutOption, errors, routeBy, json } = transcoder;
    return {
      perRoute: any(TRANSCODER, {
        ...(descriptors.file === undefined
          ? { proto_descriptor_bin: descriptors.inline ?? '' }
          : { proto_descriptor: descriptors.file }),
        services,
        ...(methodsWithoutOption === 'post' && { auto_mapping: true }),
        ...(errors === 'body' && { convert_grpc_status: true }),
        ...(routeBy === 'client-path' && { match_incoming_request_route: true }),
        ...unknown(transcoder),
        print_options: printOptions(json),
      }),
    };
  },
});

function checkServices({ descriptors: { inline }, services }: GrpcJsonTranscoder, { report }: FilterContext): void {
  if (inline === undefined) return;
  const allowed = servicesOf(inline);
  for (const [place, value] of services.entries())
    if (!allowed.includes(value)) report('invalid-value', `/services/${place}`, { value, allowed });
}

function unknown(transcoder: GrpcJsonTranscoder): Partial<Transcoder> {
  const { unknownMethods, unknownQueryParameters, ignoredQueryParameters } = transcoder;
  const rejects = {
    ...(unknownMethods === 'reject' && { reject_unknown_method: true }),
    ...(unknownQueryParameters === 'reject' && { reject_unknown_query_parameters: true }),
  };
  return {
    ...(Object.keys(rejects).length > 0 && { request_validation_options: rejects }),
    ...(unknownQueryParameters === 'ignore' && { ignore_unknown_query_parameters: true }),
    ...(ignoredQueryParameters.length > 0 && { ignored_query_parameters: ignoredQueryParameters }),
  };
}

const printOptions = (style: JsonStyle): NonNullable<Transcoder['print_options']> => ({
  ...(style.layout === 'indented' && { add_whitespace: true }),
  ...(style.zeroValues === 'print' && { always_print_primitive_fields: true }),
  ...(style.enums === 'numbers' && { always_print_enums_as_ints: true }),
  ...(style.fieldNames === 'proto' && { preserve_proto_field_names: true }),
  ...(style.streams === 'lines' && { stream_newline_delimited: true }),
  ...(style.streams === 'server-sent-events' && { stream_newline_delimited: true, stream_sse_style_delimited: true }),
});
