/** Rules within the `overload` of a Gateway that a schema cannot say. */
import { ownProperty, isObject, childOf } from '../../2-validate/plan.ts';
import type { Overload, OverloadAction } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at, pointerSegments } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { repetitions } from '../../repetitions.ts';

export function checkOverload(gateway: Valid<'Gateway'>, report: Report): void {
  const { document, value } = gateway;
  const { overload } = value.spec;
  for (const { item, first, second } of repetitions(overload.actions ?? [], useOf))
    report('duplicate-item', at(document, `/spec/overload/actions/${second}`), { value: useOf(item), first, second });
  for (const [place, action] of (overload.actions ?? []).entries()) checkAction(action, place, gateway, report);
  const written = pointerSegments('/spec/overload').reduce(childOf, document.value);
  const needs = (field: string, needed: string) => {
    if (isObject(written) && ownProperty(written, field) !== undefined)
      report('needs-field', at(document, `/spec/overload/${field}`), { what: `"${field}"`, needs: needed });
  };
  for (const [field, action] of USES) if (!has(overload, action)) needs(field, `an action with "${text(action)}"`);
  checkTimeouts(gateway, report);
}

/** Fields that only an action makes use of; the actions that stand there by default are those of memory. */
const USES: readonly (readonly [field: keyof Overload, action: Partial<OverloadAction>])[] = [
  ['maximumHeap', { when: 'heap' }],
  ['cpu', { when: 'cpu' }],
  ['reducedTimeouts', { do: 'reduce-timeouts' }],
  ['minimumResetBuffer', { do: 'reset-streams' }],
];

const text = ({ do: name, when }: Partial<OverloadAction>): string =>
  name === undefined ? `when: ${when}` : `do: ${name}`;

const has = ({ actions }: Overload, wanted: Partial<OverloadAction>): boolean =>
  actions ? actions.some((action) => action.do === wanted.do || action.when === wanted.when) : wanted.when === 'heap';

const useOf = (action: OverloadAction): string => `${action.do} when ${action.when}`;

function checkAction(
  action: OverloadAction,
  place: number,
  { document, value }: Valid<'Gateway'>,
  report: Report,
): void {
  const { maximumHeap, reducedTimeouts } = value.spec.overload;
  const pointer = `/spec/overload/actions/${place}`;
  // As shares of one, as Envoy compares them: two tiny percentages may be the same share.
  if (action.from !== undefined && action.from / 100 >= action.at / 100)
    report('out-of-range', at(document, `${pointer}/from`), { value: action.from, comparison: '<', limit: action.at });
  if (action.when === 'heap' && maximumHeap === undefined)
    report('needs-field', at(document, `${pointer}/when`), { what: '"when: heap"', needs: '"maximumHeap"' });
  if (action.do === 'reduce-timeouts' && !reducedTimeouts)
    report('needs-field', at(document, `${pointer}/do`), { what: '"do: reduce-timeouts"', needs: '"reducedTimeouts"' });
}

function checkTimeouts({ document, value }: Valid<'Gateway'>, report: Report): void {
  const { reducedTimeouts = [] } = value.spec.overload;
  for (const { item, first, second } of repetitions(reducedTimeouts, ({ timeout }) => timeout))
    report('duplicate-item', at(document, `/spec/overload/reducedTimeouts/${second}`), {
      value: item.timeout,
      first,
      second,
    });
}
