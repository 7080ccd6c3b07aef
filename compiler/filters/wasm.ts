import type { Wasm, WasmCode, WasmVm } from '../2-validate/generated/types.ts';
import { canonicalJson } from '../canonical-json.ts';
import { duration } from '../4-lower/quantities.ts';
import { any, anyValue, type Messages } from '../xds/index.ts';
import { defineFilter, type FilterContext } from './filter-module.ts';

type PluginConfig = Messages['envoy.extensions.wasm.v3.PluginConfig'];
type VmConfig = Messages['envoy.extensions.wasm.v3.VmConfig'];

/** Source: envoy/extensions/wasm/v3/wasm.proto */
export default defineFilter('wasm', {
  phase: 'module',
  envoyFilter: 'envoy.filters.http.wasm',
  lower: ({ name = 'wasm', code, configuration, rootId, vm, whenFailed }, context) => ({
    chain: any('envoy.extensions.filters.http.wasm.v3.Wasm', {
      config: {
        name,
        ...(rootId !== '' && { root_id: rootId }),
        vm_config: { ...lowerVm(vm), code: lowerCode(code, context) },
        ...lowerConfiguration(configuration),
        failure_policy: FAILURES[whenFailed],
      },
    }),
  }),
});

const FAILURES = { deny: 'FAIL_CLOSED', allow: 'FAIL_OPEN', reload: 'FAIL_RELOAD' } as const;

const lowerVm = ({ id, configuration, environment, environmentOfEnvoy }: WasmVm): VmConfig => ({
  ...(id !== '' && { vm_id: id }),
  runtime: 'envoy.wasm.runtime.v8',
  ...lowerConfiguration(configuration),
  ...((Object.keys(environment).length > 0 || environmentOfEnvoy.length > 0) && {
    environment_variables: {
      ...(environmentOfEnvoy.length > 0 && { host_env_keys: environmentOfEnvoy }),
      ...(Object.keys(environment).length > 0 && { key_values: environment }),
    },
  }),
});

/** Envoy hands over the bytes of a text as they are. */
function lowerConfiguration(configuration: Wasm['configuration']): Pick<PluginConfig, 'configuration'> {
  if (configuration === undefined) return {};
  const text = typeof configuration === 'string' ? configuration : canonicalJson(configuration);
  return { configuration: anyValue('google.protobuf.StringValue', text) };
}

function lowerCode({ file, http, inline }: WasmCode, { cluster }: FilterContext): NonNullable<VmConfig['code']> {
  if (file !== undefined) return { local: { filename: file } };
  if (!http) return { local: { inline_bytes: inline ?? '' } };
  const { uri, upstream, sha256, timeout } = http;
  return { remote: { http_uri: { uri, cluster: cluster(upstream), timeout: duration(timeout) }, sha256 } };
}
