/** What Envoys would get instead of what they get now. */
import type { Bundle } from '../../compiler/index.ts';
import { compareGateways } from '../../compiler/diff/compare.ts';
import { diffJson } from '../../compiler/diff/json.ts';
import { snapshotOfBundle, snapshotOfCompiled } from '../../compiler/diff/snapshot.ts';
import type { CompiledBundle } from '../../compiler/5-pack/gateway.ts';

export type EnvoyChanges = ReturnType<typeof diffJson>['gateways'][number];

/** Of gateways whose bundles differ, with their bootstraps. */
export function bundleChanges(
  before: readonly CompiledBundle[],
  after: readonly CompiledBundle[],
): readonly EnvoyChanges[] {
  const ids = new Set(before.map(({ id }) => id).filter((id) => after.some((bundle) => bundle.id === id)));
  const differing = (bundles: readonly CompiledBundle[]) =>
    bundles.filter(({ id }) => !ids.has(id)).map(snapshotOfCompiled);
  return diffJson(compareGateways(differing(before), differing(after))).gateways;
}

/** Of one gateway, from what is published; a bootstrap is not. */
export const publicationChanges = (before: Bundle | undefined, after: Bundle): readonly EnvoyChanges[] =>
  diffJson(compareGateways(before ? [snapshotOfBundle(before)] : [], [snapshotOfBundle(after)])).gateways;
