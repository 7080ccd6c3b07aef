/** Arbitrary resources, small and large, with any names. */
import fc from 'fast-check';
import type { PackedResource } from '../../compiler/5-pack/bundle.ts';
import { LARGE } from '../../compiler/5-pack/blocks.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { noise } from './resources.ts';

/** Any text that UTF-8 can hold, which is what Envoy takes for a name. */
const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ minLength: 100, maxLength: 300 }),
  fc.constantFrom('', '__proto__', '\ufeffbom', '\u0000', 'ü', '😀'),
);

const typeUrl = fc.constantFrom(TypeUrl.cluster, TypeUrl.endpoint, TypeUrl.route, 'type.googleapis.com/other.Type');

const value = fc.oneof(
  { weight: 8, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc
      .record({ length: fc.constantFrom(LARGE - 1, LARGE, 3 * LARGE), seed: fc.nat({ max: 5 }) })
      .map(({ length, seed }) => noise(length, seed)),
  },
);

const resource: fc.Arbitrary<PackedResource> = fc.record({
  typeUrl,
  name,
  value,
  requires: fc.array(fc.record({ typeUrl, name }), { maxLength: 3 }),
});

/** Resources of which no two share type and name. */
export const anyResources: fc.Arbitrary<PackedResource[]> = fc.uniqueArray(resource, {
  maxLength: 40,
  selector: (generated) => `${generated.typeUrl} ${generated.name}`,
});
