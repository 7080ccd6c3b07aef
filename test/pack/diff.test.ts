import { describe, expect, test } from 'vitest';
import { diffBundles } from '../../compiler/5-pack/diff.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { cluster, endpoint, input, manyResources, noise, route } from './resources.ts';

const bundleOf = (...resources: Parameters<typeof input>[0]) => pack(input(resources));

describe('the difference between bundles', () => {
  test('without one before is everything', () => {
    const after = bundleOf(cluster('b', noise(1, 1)), cluster('a', noise(1, 1)), route('r', noise(100_000, 1)));
    expect(diffBundles(undefined, after)).toEqual({
      types: [
        { typeUrl: TypeUrl.cluster, added: ['a', 'b'], removed: [], changed: [] },
        { typeUrl: TypeUrl.route, added: ['r'], removed: [], changed: [] },
      ],
      move: {
        chunks: after.chunks.size,
        bytes: [...after.chunks.values()].reduce((sum, { length }) => sum + length, 0),
      },
    });
  });

  test('of equal ones is nothing', () => {
    const one = bundleOf(...manyResources(200));
    expect(diffBundles(one, bundleOf(...manyResources(200)))).toEqual({ types: [], move: { chunks: 0, bytes: 0 } });
  });

  test('is told by type and name', () => {
    const before = bundleOf(
      cluster('a', noise(9, 1)),
      cluster('b', noise(9, 2)),
      cluster('c', noise(9, 3)),
      endpoint('e', noise(9, 1)),
    );
    const after = bundleOf(
      cluster('__proto__', noise(9, 0)),
      cluster('b', noise(9, 2)),
      cluster('c', noise(9, 4)),
      route('r', noise(9, 1)),
    );
    expect(diffBundles(before, after).types).toEqual([
      { typeUrl: TypeUrl.cluster, added: ['__proto__'], removed: ['a'], changed: ['c'] },
      { typeUrl: TypeUrl.route, added: ['r'], removed: [], changed: [] },
      { typeUrl: TypeUrl.endpoint, added: [], removed: ['e'], changed: [] },
    ]);
  });

  test('of one change among thousands is that change, and its block', () => {
    const resources = manyResources(2_000);
    const at = resources.findIndex(({ typeUrl, name }) => typeUrl === TypeUrl.endpoint && name === 'team-5/service-5');
    const before = bundleOf(...resources);
    const after = bundleOf(
      ...resources.map((resource, index) => (index === at ? endpoint(resource.name, noise(80, -1)) : resource)),
    );
    const { types, move } = diffBundles(before, after);
    expect(types).toEqual([{ typeUrl: TypeUrl.endpoint, added: [], removed: [], changed: ['team-5/service-5'] }]);
    expect(move.chunks).toBe(1);
  });

  test('of requirements alone moves bytes, and changes no resource', () => {
    const before = bundleOf(cluster('a', noise(9, 1)));
    const after = bundleOf({ ...cluster('a', noise(9, 1)), requires: [] });
    expect(diffBundles(before, after)).toMatchObject({ types: [], move: { chunks: 1 } });
  });
});
