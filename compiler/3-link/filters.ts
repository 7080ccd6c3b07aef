/** Filters where they apply: references to Filter documents replaced by what those configure. */
import type { AnyFilter, FilterConfigurations } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import type { FilterScope, FilterUse } from './graph.ts';
import { find, type Index } from './references.ts';

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
  return { uses, disabled: disableFilters };
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
  const upstreams = origin.references
    .filter((reference) => reference.kind === 'Upstream' && reference.pointer.startsWith(`${pointer}/`))
    .flatMap(({ text }): [string, Valid<'Upstream'>][] => {
      const upstream = find(index, 'Upstream', origin, text);
      return upstream ? [[text, upstream]] : [];
    });
  const { type, name = type } = configuration;
  return { type, name, configuration, origin, pointer, upstreams: new Map(upstreams) };
}

/** Reports names in `disableFilters` that no place further out has. */
export function checkDisabled(
  { disabled }: FilterScope,
  outer: readonly FilterScope[],
  origin: Valid,
  pointer: string,
  report: Report,
): void {
  if (disabled.length === 0) return;
  const known = new Set(outer.flatMap(({ uses }) => uses.map(({ name }) => name)));
  for (const [place, name] of disabled.entries()) {
    if (!known.has(name)) {
      report('unknown-filter', at(origin.document, `${pointer}/disableFilters/${place}`), { name, known });
    }
  }
}
