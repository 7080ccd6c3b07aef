/** Filters where they apply: references to Filter documents replaced by what those configure. */
import type { AnyFilter, FilterConfigurations } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import type { FilterScope, FilterUse } from './graph.ts';
import { find, namingSite, type Index } from './references.ts';

/** Where a list of filters stands. */
export interface FilterSite {
  readonly filters: readonly AnyFilter[];
  readonly disableFilters?: readonly string[];
}

/**
 * The filters of one place.
 *
 * @param pointer JSON pointer to the object that holds `filters` and `disableFilters`
 */
export function linkFilters(
  { filters, disableFilters = [] }: FilterSite,
  origin: Valid,
  pointer: string,
  { index, report }: { readonly index: Index; readonly report: Report },
): FilterScope {
  const uses = filters.flatMap((filter, place) => linkFilter(filter, origin, `${pointer}/filters/${place}`, index));
  const seen = new Set<string>();
  for (const [place, { name }] of uses.entries()) {
    if (seen.has(name)) report('duplicate-filter', at(origin.document, `${pointer}/filters/${place}`), { name });
    seen.add(name);
  }
  return {
    uses,
    disabled: disableFilters.map((name, place) => ({ name, pointer: `${pointer}/disableFilters/${place}` })),
    missing: filters.length - uses.length,
  };
}

function linkFilter(filter: AnyFilter, origin: Valid, pointer: string, index: Index): readonly FilterUse[] {
  if (filter.type !== 'reference') return [filterUse(filter, origin, pointer, index)];
  const target = find(index, 'Filter', origin, filter.filter);
  return target ? [filterUse(target.value.spec, target, '/spec', index)] : [];
}

function filterUse(
  configuration: FilterConfigurations[keyof FilterConfigurations],
  origin: Valid,
  pointer: string,
  index: Index,
): FilterUse {
  const { type, name = type } = configuration;
  return { type, name, configuration, ...namingSite(origin, pointer, index) };
}

/** A place without filters. */
export const NO_FILTERS: FilterScope = { uses: [], disabled: [], missing: 0 };

/** Filters of a Route document apply to each of its rules, unless the rule has one of the same name or disables it. */
export function nested(outer: FilterScope, inner: FilterScope): FilterScope {
  if (outer.uses.length === 0 && outer.disabled.length === 0) return inner;
  const names = new Set([...inner.uses, ...inner.disabled].map(({ name }) => name));
  return {
    uses: [...outer.uses.filter(({ name }) => !names.has(name)), ...inner.uses],
    disabled: [...outer.disabled, ...inner.disabled],
    missing: outer.missing + inner.missing,
  };
}

/** Reports names in `disableFilters` that no place further out has; nothing if not all of those filters are known. */
export function checkDisabled(
  { disabled }: FilterScope,
  outer: readonly FilterScope[],
  { document }: Valid,
  report: Report,
): void {
  if (disabled.length === 0 || outer.some(({ missing }) => missing > 0)) return;
  const known = new Set(outer.flatMap(({ uses }) => uses.map(({ name }) => name)));
  for (const { name, pointer } of disabled) {
    if (!known.has(name)) report('unknown-filter', at(document, pointer), { name, known });
  }
}
