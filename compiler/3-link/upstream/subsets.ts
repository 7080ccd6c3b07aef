/** Parts of endpoints: what an Upstream declares, and what a route chooses. */
import type { Subsets, SubsetSelector } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at, child, type DocumentLocation } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { WeightedTarget } from '../graph.ts';

type Labels = Readonly<Record<string, string>>;

/** What an Upstream declares must be there among its endpoints. */
export function checkSubsets({ document, value }: Valid<'Upstream'>, report: Report): void {
  const { endpoints, loadBalancing } = value.spec;
  const { subsets } = loadBalancing;
  if (!subsets) return;
  const where = at(document, '/spec/loadBalancing/subsets');
  if (!endpoints) report('needs-field', where, { what: '"subsets"', needs: '"endpoints" with "labels"' });
  const labels = (endpoints ?? []).map((endpoint) => endpoint.labels ?? {});
  for (const [place, selector] of subsets.selectors.entries()) {
    const here = child(where, 'selectors', String(place));
    checkSelector(selector, here, subsets, report);
    if (labels.length > 0) checkKeys(selector.keys, child(here, 'keys'), labels, report);
  }
  checkDefault(subsets, where, report);
  checkFallback(subsets, where, report);
  if (subsets.defaultSubset) checkMatched(subsets.defaultSubset, child(where, 'defaultSubset'), labels, report);
  if (subsets.scaleLocalityWeights && !loadBalancing.localityWeights)
    report('needs-field', child(where, 'scaleLocalityWeights'), {
      what: '"scaleLocalityWeights"',
      needs: '"localityWeights"',
    });
}

/** Whoever falls back to the default must have one, and a default is for somebody. */
function checkDefault({ selectors, fallback, defaultSubset }: Subsets, where: DocumentLocation, report: Report): void {
  const place = selectors.findIndex((one) => one.fallback === 'default' && !one.fallbackKeys);
  if (!defaultSubset && fallback === 'default')
    report('needs-field', child(where, 'fallback'), { what: '"fallback: default"', needs: '"defaultSubset"' });
  else if (!defaultSubset && place >= 0)
    report('needs-field', child(where, 'selectors', String(place), 'fallback'), {
      what: '"fallback: default"',
      needs: '"defaultSubset"',
    });
  else if (defaultSubset && fallback !== 'default' && place < 0)
    report('needs-field', child(where, 'defaultSubset'), { what: '"defaultSubset"', needs: '"fallback: default"' });
}

function checkSelector(
  { keys }: SubsetSelector,
  where: DocumentLocation,
  { selectors }: Subsets,
  report: Report,
): void {
  const place = Number(where.pointer.slice(where.pointer.lastIndexOf('/') + 1));
  const first = selectors.findIndex((other) => hasKeys(other, keys));
  if (first < place) report('duplicate-item', child(where, 'keys'), { value: keys, first, second: place });
}

/** Keys to fall back to are some of the selector's, and another selector has just them. */
function checkFallback({ selectors }: Subsets, where: DocumentLocation, report: Report): void {
  for (const [place, { keys, fallbackKeys }] of selectors.entries()) {
    if (!fallbackKeys) continue;
    const here = child(where, 'selectors', String(place), 'fallbackKeys');
    const foreign = fallbackKeys.find((key) => !keys.includes(key));
    if (foreign !== undefined) report('unknown-label', here, { label: foreign, known: keys, whose: '"keys" has' });
    else if (fallbackKeys.length === keys.length)
      report('needs-field', here, { what: '"fallbackKeys"', needs: 'fewer labels than "keys"' });
    else if (!selectors.some((other) => hasKeys(other, fallbackKeys)))
      report('unknown-subset', here, { keys: fallbackKeys, known: selectors.map((one) => one.keys) });
  }
}

function checkKeys(keys: readonly string[], where: DocumentLocation, all: readonly Labels[], report: Report): void {
  for (const [place, label] of keys.entries()) {
    if (all.some((labels) => Object.hasOwn(labels, label))) continue;
    const known = new Set(all.flatMap((labels) => Object.keys(labels)));
    report('unknown-label', child(where, String(place)), { label, known, whose: 'an endpoint has' });
  }
}

/** A part that is chosen has endpoints. A label that none has is told of where the part is declared. */
function checkMatched(subset: Labels, where: DocumentLocation, all: readonly Labels[], report: Report): void {
  const isKnown = Object.keys(subset).every((key) => all.some((labels) => Object.hasOwn(labels, key)));
  if (!isKnown || all.some((labels) => includes(labels, subset))) return;
  report('empty-subset', where, { subset });
}

const includes = (labels: Labels, subset: Labels): boolean =>
  Object.entries(subset).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);

const hasKeys = ({ keys }: Pick<SubsetSelector, 'keys'>, others: readonly string[]): boolean =>
  keys.length === others.length && others.every((key) => keys.includes(key));

/** The part that a target names, and where. */
export const chosen = ({ subset }: { readonly subset?: Labels }, pointer: string): Pick<WeightedTarget, 'subset'> =>
  subset ? { subset: { labels: subset, pointer: `${pointer}/subset` } } : {};

/** What targets choose is there. */
export function checkChoices(targets: readonly WeightedTarget[], origin: Valid, report: Report): void {
  for (const { upstream, subset } of targets) {
    if (subset) checkChoice(subset.labels, upstream, at(origin.document, subset.pointer), report);
  }
}

function checkChoice(subset: Labels, { key, value }: Valid<'Upstream'>, where: DocumentLocation, report: Report): void {
  const { endpoints = [], loadBalancing } = value.spec;
  const { subsets } = loadBalancing;
  const keys = Object.keys(subset);
  if (!subsets)
    report('needs-field', where, { what: '"subset"', needs: `"loadBalancing.subsets" in the Upstream "${key}"` });
  else if (!subsets.selectors.some((selector) => hasKeys(selector, keys)))
    report('unknown-subset', where, { keys, known: subsets.selectors.map((selector) => selector.keys) });
  else
    checkMatched(
      subset,
      where,
      endpoints.map(({ labels }) => labels ?? {}),
      report,
    );
}
