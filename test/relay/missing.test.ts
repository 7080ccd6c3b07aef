/** What a candidate lacks that nodes of the stable release have. */
import { expect, test } from 'vitest';
import { pack } from '../../compiler/5-pack/pack.ts';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';
import type { DiscoveryReference } from '../../compiler/discovered.ts';
import { missingIn } from '../../relay/missing.ts';
import { cluster, input, noise } from '../pack/resources.ts';

const reference = (name: string, path: string): DiscoveryReference => ({
  name,
  source: { type: 'file', path },
  emptyAfterSeconds: 60,
  assignment: { checksHostnames: false, overprovisioningFactor: 140 },
});

const bundle = (secrets: readonly string[], discovery: readonly DiscoveryReference[] = []): Bundle =>
  pack(
    input([cluster('shop', noise(10, 1))], {
      secrets: secrets.map((name) => ({ name, type: 'generic', provider: { type: 'file', path: '/x' } })),
      discovery,
    }),
  );

/** Some secrets have a value, and some files endpoints. */
const missing = (candidate: Bundle, stable: Bundle | undefined, found: readonly string[]) =>
  missingIn(candidate, stable, ({ manifest }) => ({
    secrets: manifest.secrets
      .filter(({ name }) => found.includes(name))
      .map(({ name }) => ({ name, version: '1', value: new Uint8Array() })),
    withoutEndpoints: (manifest.discovery ?? [])
      .filter(({ source }) => !found.includes(String(source['path'])))
      .map(({ name }) => name),
  }));

test('a secret that has no value is missing, unless it has none in the stable release either', () => {
  const candidate = bundle(['default/a', 'default/b', 'default/c@2']);
  expect(missing(candidate, bundle(['default/a']), ['default/a']).secrets).toEqual(['default/b', 'default/c']);
  expect(missing(candidate, bundle(['default/a']), ['default/b']).secrets).toEqual(['default/c']);
  expect(missing(candidate, bundle(['default/b', 'default/c@1']), ['default/a']).secrets).toEqual([]);
  expect(missing(candidate, undefined, ['default/a', 'default/c@2']).secrets).toEqual(['default/b']);
});

test('an upstream without endpoints is missing if it has some in the stable release', () => {
  const candidate = bundle([], [reference('default/cart', '/typo')]);
  expect(missing(candidate, bundle([], [reference('default/cart', '/cart')]), ['/cart']).upstreams).toEqual([
    'default/cart',
  ]);
  expect(missing(candidate, bundle([], [reference('default/cart', '/cart')]), ['/cart', '/typo']).upstreams).toEqual(
    [],
  );
  expect(missing(candidate, bundle([], [reference('default/cart', '/cart')]), []).upstreams).toEqual([]);
  expect(missing(candidate, bundle([], [reference('default/other', '/cart')]), ['/cart']).upstreams).toEqual([]);
  expect(missing(candidate, undefined, []).upstreams).toEqual([]);
});
