/** Rules within the `rollout` of a Gateway that a schema cannot say. */
import type { RolloutMetric, RolloutNodes } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { repetitions } from '../../repetitions.ts';

export function checkRollout({ document, value }: Valid<'Gateway'>, report: Report): void {
  const { rollout } = value.spec;
  if (!rollout) return;
  const nodes = rollout.steps.map((step) => step.nodes);
  for (const [place, one] of nodes.entries()) {
    const why = emptinessOf(one, nodes.slice(0, place));
    if (why !== undefined) report('empty-rollout-step', at(document, `/spec/rollout/steps/${place}/nodes`), { why });
  }
  const metrics = (place: number) => at(document, `/spec/rollout/health/metrics/${place}`);
  for (const { item, first, second } of repetitions(rollout.health.metrics, ({ name }) => name))
    report('duplicate-item', metrics(second), { value: item.name, first, second });
  for (const [place, metric] of rollout.health.metrics.entries()) checkBounds(metric, report, metrics(place));
}

/** Why a step adds nothing to those before it, if so. */
function emptinessOf({ percentage, labels }: RolloutNodes, before: readonly RolloutNodes[]): string | undefined {
  const reached = Math.max(0, ...before.map((step) => step.percentage ?? 0));
  if (reached >= 100) return 'a step before it has reached all';
  if (percentage !== undefined && percentage <= reached)
    return percentage === 0 ? '0 % are none' : `a step before it has reached ${reached} %`;
  const isIncluded = before.some((step) => step.labels && labels && includes(step.labels, labels));
  return isIncluded ? 'a step before it has reached all that have these labels' : undefined;
}

type Labels = NonNullable<RolloutNodes['labels']>;

/** Whether whoever has all of the narrow labels has all of the wide ones. */
const includes = (wide: Labels, narrow: Labels): boolean =>
  Object.entries(wide).every(([key, value]) => Object.hasOwn(narrow, key) && narrow[key] === value);

function checkBounds({ atLeast, atMost }: RolloutMetric, report: Report, where: ReturnType<typeof at>): void {
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
    report('reversed-range', where, { least: `"atLeast" ${atLeast}`, most: `"atMost" ${atMost}` });
}
