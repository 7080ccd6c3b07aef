/** The files that stand in a fixture's `out/`. */
import { bundleFiles, type CompiledBundle } from '../../compiler/index.ts';
import type { Fixture } from './fixtures.ts';

/**
 * Path → text. Every listener carries every filter, switched off; so that a new filter does not change the files of all
 * fixtures, entries that nothing switches on are shown in the case `minimal` only. Of a filter's own cases there are
 * the listeners, routes and clusters; the rest is the same in all of them.
 */
export function goldenTexts({ name }: Fixture, bundles: readonly CompiledBundle[]): ReadonlyMap<string, string> {
  const texts = bundles.flatMap((bundle) => {
    const files = [...bundleFiles(bundle)];
    if (name === 'cases/minimal') return files;
    const used = filtersIn(bundle);
    return files.map(([path, text]) => [path, path.endsWith('/listeners.json') ? withUsed(text, used) : text] as const);
  });
  return new Map(texts.filter(([path]) => name.startsWith('cases/') || SHOWN.test(path)));
}

const SHOWN = /(clusters|listeners|routes)\.json$/;

/** Names of the entries that some per-route configuration sets. */
function filtersIn({ resources }: CompiledBundle): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (key: string, value: unknown): unknown => {
    if (key === 'typed_per_filter_config' && typeof value === 'object' && value !== null)
      for (const name of Object.keys(value)) names.add(name);
    return value;
  };
  for (const { message } of resources) JSON.stringify(message, collect);
  return names;
}

const isUsed = (filter: unknown, used: ReadonlySet<string>): boolean =>
  !(typeof filter === 'object' && filter !== null && 'disabled' in filter && 'name' in filter) ||
  used.has(String(filter.name));

function withUsed(text: string, used: ReadonlySet<string>): string {
  const listeners: unknown = JSON.parse(text, (key, value: unknown) =>
    key === 'http_filters' && Array.isArray(value) ? value.filter((filter) => isUsed(filter, used)) : value,
  );
  return `${JSON.stringify(listeners, null, 2)}\n`;
}
