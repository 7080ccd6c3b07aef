/** What older configurations say in fields that Envoy 1.40 calls deprecated, said in those that took their place. */
import { isObject } from '../../2-validate/plan.ts';
import { applyOperation } from '../../4-lower/patch/json-patch.ts';
import { isJsonObject, jsonObject } from '../../4-lower/json-value.ts';
import { TYPE_URL_PREFIX, type JsonObject, type MessageName } from '../../xds/index.ts';

const OPTIONS = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';

type Written = Readonly<Record<string, unknown>>;

/** A message as one would write it today. */
export function modern(type: MessageName, written: Written): Written {
  if (type === 'envoy.config.cluster.v3.Cluster') return modernCluster(written);
  return type === 'envoy.config.endpoint.v3.ClusterLoadAssignment' ? withoutZeroWeights(written) : written;
}

/** The administration interface shows weights that nobody has given as 0, which nobody may give. */
function withoutZeroWeights(assignment: Written): Written {
  const shown: Written = JSON.parse(
    JSON.stringify(assignment, (key, value: unknown) =>
      key === 'load_balancing_weight' && value === 0 ? undefined : value,
    ),
  );
  return shown;
}

/** A cluster whose protocol options stand where they belong. */
function modernCluster(cluster: Written): Written {
  const { http2_protocol_options, http_protocol_options, common_http_protocol_options, ...rest } = cluster;
  const hasOptions = [http2_protocol_options, http_protocol_options, common_http_protocol_options].some(isObject);
  const extensions = isObject(rest['typed_extension_protocol_options']) ? rest['typed_extension_protocol_options'] : {};
  if (!hasOptions || Object.hasOwn(extensions, OPTIONS)) return cluster;
  const explicit = isObject(http2_protocol_options)
    ? { http2_protocol_options }
    : { http_protocol_options: http_protocol_options ?? {} };
  const options = {
    '@type': TYPE_URL_PREFIX + OPTIONS,
    ...(isObject(common_http_protocol_options) && { common_http_protocol_options }),
    explicit_http_config: explicit,
  };
  return { ...rest, typed_extension_protocol_options: { ...extensions, [OPTIONS]: options } };
}

/** The message without the fields that JSON pointers lead to. */
export function withoutFields(message: Written, pointers: readonly string[]): JsonObject {
  return pointers.reduce<JsonObject>((rest, path) => {
    const outcome = applyOperation(rest, { op: 'remove', path });
    return outcome.status === 'applied' && isJsonObject(outcome.value) ? outcome.value : rest;
  }, jsonObject(message));
}
