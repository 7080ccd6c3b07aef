/**
 * Whether this relay knows what a client says that it has.
 *
 * An Envoy that comes from another relay may have what this one has yet to learn of. Sent what there is here, it would go
 * back; so it is sent nothing until the bucket has said that this is what it wants, or, where this relay knows what the
 * Envoy has as something of before, that it says nothing. Pure.
 */
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import { memoizePair } from './memoize.ts';
import type { Report } from './reconnect.ts';
import { entriesOf, findEntry, type Section } from './section.ts';
import { sectionOf, sectionOfReport, type Snapshot } from './snapshot.ts';
import type { KnownVersions } from './wire/known-versions.ts';

/** What a client that connects anew says that it has of a type. */
export interface Claim {
  readonly typeUrl: string;
  readonly report: Report;
  /** It asks for all of the type, and not by name, so that what it lacks means something. */
  readonly asksForAll: boolean;
}

/** Types that come from bundles alone; what relays make themselves, each names in its own way. */
const PUBLISHED: readonly string[] = [
  TypeUrl.cluster,
  TypeUrl.listener,
  TypeUrl.route,
  TypeUrl.scopedRoute,
  TypeUrl.virtualHost,
];

export const isPublished = (typeUrl: string): boolean => PUBLISHED.includes(typeUrl);

/**
 * How what a client has stands to what it is to have. `current`: it is that; `earlier`: it was served here before, which it
 * may be again elsewhere, since contents have no order; `unknown`: it never was.
 */
export type Standing = 'current' | 'earlier' | 'unknown';

export function standingOf({ typeUrl, report, asksForAll }: Claim, snapshot: Snapshot): Standing {
  if (report.kind === 'versions') return delta(report.initial, snapshot)(typeUrl, asksForAll);
  const section = sectionOfReport(snapshot, typeUrl, report.version);
  if (!section) return 'unknown';
  return section.version === sectionOf(snapshot, typeUrl)?.version ? 'current' : 'earlier';
}

type Look = (typeUrl: string, asksForAll: boolean) => Standing;

/** Clients that connect anew together claim the same, so it is looked up once. A claim is about one type. */
const delta = memoizePair(({ versions }: KnownVersions, snapshot: Snapshot): Look => {
  const known = new Map<string, Standing>();
  return (typeUrl, asksForAll) => {
    const key = `${typeUrl} ${asksForAll}`;
    const standing = known.get(key) ?? look(versions, snapshot, typeUrl, asksForAll);
    known.set(key, standing);
    return standing;
  };
});

function look(versions: KnownVersions['versions'], snapshot: Snapshot, typeUrl: string, asksForAll: boolean): Standing {
  const { sections, earlier } = snapshot;
  const isIn =
    (served: ReadonlySet<Section>) =>
    ([name, version]: readonly [string, string]): boolean =>
      [...served].some((section) => findEntry(section, name)?.version === version);
  const current = sectionOf(snapshot, typeUrl);
  const isCurrent = current !== undefined && [...versions].every(isIn(new Set([current])));
  // One that lacks something may have it from where that was taken away since.
  if (isCurrent && !(asksForAll && countOf(current) > versions.size)) return 'current';
  const served = new Set([sections, ...earlier].flatMap((each) => each.get(typeUrl) ?? []));
  return [...versions].every(isIn(served)) ? 'earlier' : 'unknown';
}

const countOf = (section: Section): number => [...entriesOf(section)].length;
