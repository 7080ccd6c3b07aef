import type { ResourceAttributes } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';

type Detector = Messages['envoy.config.core.v3.TypedExtensionConfig'];

/** Attributes of an OpenTelemetry resource, as Envoy has them: something that "detects" what it was told. */
export const resourceOf = (attributes: ResourceAttributes): readonly Detector[] =>
  Object.keys(attributes).length === 0
    ? []
    : [
        {
          name: 'envoy.tracers.opentelemetry.resource_detectors.static_config',
          typed_config: any(
            'envoy.extensions.tracers.opentelemetry.resource_detectors.v3.StaticConfigResourceDetectorConfig',
            { attributes: { ...attributes } },
          ),
        },
      ];
