/** What a candidate refers to and this relay has not found, though the nodes of the stable release have it. Pure. */
import type { Bundle } from '../compiler/5-pack/bundle.ts';
import type { MissingReferences } from '../store/rollout/report.ts';
import type { SecretResource } from './ads-server.ts';

/** What is known of that which a bundle refers to. */
export interface Known {
  readonly secrets: readonly SecretResource[];
  /** Names of upstreams that have no endpoints. */
  readonly withoutEndpoints: readonly string[];
}

/**
 * A new upstream may well have no endpoints yet; one that has some in the stable release should have some. A secret that is
 * missing closes listeners and hosts, also a new one.
 *
 * @param stable nothing: it is not at hand
 */
export function missingIn(
  candidate: Bundle,
  stable: Bundle | undefined,
  knownOf: (bundle: Bundle) => Known,
): MissingReferences {
  const known = knownOf(candidate);
  const before = stable && knownOf(stable);
  const secretsBefore = new Set(stable && before ? unresolved(stable, before) : []);
  const emptyBefore = new Set(before?.withoutEndpoints);
  const upstreamsBefore = new Set((stable?.manifest.discovery ?? []).map(({ name }) => name));
  return {
    secrets: unresolved(candidate, known).filter((name) => !secretsBefore.has(name)),
    upstreams: known.withoutEndpoints.filter((name) => upstreamsBefore.has(name) && !emptyBefore.has(name)),
  };
}

function unresolved({ manifest }: Bundle, { secrets }: Known): readonly string[] {
  const found = new Set(secrets.map(({ name }) => name));
  return manifest.secrets.filter(({ name }) => !found.has(name)).map(({ name }) => documentOf(name));
}

/** What stands behind the name is a hash of a filter's settings. */
const documentOf = (name: string): string => name.split('@', 1).join();
