/** Source: envoy/extensions/request_id/uuid/v3/uuid.proto */
import type { Http } from '../../2-validate/generated/types.ts';
import { any } from '../../xds/index.ts';
import type { HttpSettings } from './http-settings.ts';

export const requestId = ({ requestId: settings }: Http): HttpSettings => ({
  ...(!settings.generate && { generate_request_id: false }),
  ...(settings.fromClients === 'keep' && { preserve_external_request_id: true }),
  ...(settings.inResponses && { always_set_request_id_in_response: true }),
  ...((!settings.traceReason || !settings.decidesSampling) && {
    request_id_extension: {
      typed_config: any('envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig', {
        pack_trace_reason: settings.traceReason,
        use_request_id_for_trace_sampling: settings.decidesSampling,
      }),
    },
  }),
});
