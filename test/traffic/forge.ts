/** Bundles that the compiler would never make. */
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import type { CompiledBundle } from '../../compiler/index.ts';
import { encode, TYPE_URL_PREFIX, type Messages } from '../../compiler/xds/index.ts';

type Resource = CompiledBundle['resources'][number];
type ResourceType = Resource['type'];

/** Packs a bundle anew, with one of its resources changed past all checks. */
export function forge<T extends ResourceType>(
  bundle: CompiledBundle,
  type: T,
  change: (message: Messages[T]) => Messages[T],
): Bundle {
  const { gateway, nodes, compiler, envoy, source, secrets } = bundle.manifest;
  const target = bundle.resources.find((resource) => resource.type === type);
  if (!target) throw new Error(`the bundle has no ${type}`);
  const resources = bundle.resources.map((resource) => ({
    typeUrl: TYPE_URL_PREFIX + resource.type,
    name: resource.name,
    // The resource that was found has this type, which the compiler of this language does not see.
    value: resource === target ? encode(type, change(target.message as Messages[T])) : encodeAsIs(resource),
    requires: resource.requires,
  }));
  return pack({ gateway, nodes, compiler, envoy, source, secrets, resources });
}

const encodeAsIs = ({ type, message }: Resource): Uint8Array => encode(type, message);
