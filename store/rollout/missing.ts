/** What relays have not found for a candidate, in words. */
import type { MissingReferences } from './report.ts';

/** How many names are told. */
const MOST_NAMES = 3;

/** A sentence; nothing if all has been found. */
export function describeMissing({ secrets, upstreams }: MissingReferences): string | undefined {
  const parts = [
    ...(secrets.length > 0 ? [`${named('secret', secrets)} cannot be resolved`] : []),
    ...(upstreams.length > 0
      ? [`${named('upstream', upstreams)} ${upstreams.length === 1 ? 'has' : 'have'} no endpoints`]
      : []),
  ];
  return parts.length > 0 ? parts.join(', and ') : undefined;
}

function named(what: string, names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  const shown = [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])];
  return `${what}${names.length === 1 ? '' : 's'} ${shown.join(', ')}`;
}
