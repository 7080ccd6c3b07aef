import type { CompiledBundle } from '../compiler/index.ts';
import { canonical, RESOURCE_TYPES } from '../compiler/xds/index.ts';

/** One gateway of an answer: what its Envoys would be given, in canonical ProtoJSON. */
export function compiledGateway({ id, manifest, bootstrap, sdsFiles, resources }: CompiledBundle): object {
  const types = RESOURCE_TYPES.map((type) => [type, resources.filter((resource) => resource.type === type)] as const);
  return {
    gateway: manifest.gateway,
    bundle: id,
    nodes: manifest.nodes,
    secrets: manifest.secrets,
    bootstrap: canonical('envoy.config.bootstrap.v3.Bootstrap', bootstrap),
    ...(sdsFiles.length > 0 && {
      sdsFiles: Object.fromEntries(
        sdsFiles.map(({ name, message }) => [name, canonical('envoy.service.discovery.v3.DiscoveryResponse', message)]),
      ),
    }),
    resources: Object.fromEntries(
      types
        .filter(([, ofType]) => ofType.length > 0)
        .map(([type, ofType]) => [type, ofType.map(({ type: name, message }): object => canonical(name, message))]),
    ),
  };
}
