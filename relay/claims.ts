/**
 * Whether this relay knows what a client says that it has.
 *
 * An Envoy that comes from another relay may have what this one has yet to learn of. Sent what there is here, it would go
 * back; so it is sent nothing until the bucket has said that this is what it wants. Pure.
 */
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import { memoizePair } from './memoize.ts';
import type { Report } from './reconnect.ts';
import { findEntry } from './section.ts';
import { sectionOfReport, type Snapshot } from './snapshot.ts';
import type { KnownVersions } from './wire/known-versions.ts';

/** What a client that connects anew says that it has of a type. */
export interface Claim {
  readonly typeUrl: string;
  readonly report: Report;
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

export const isKnown = ({ typeUrl, report }: Claim, snapshot: Snapshot): boolean =>
  report.kind === 'version'
    ? sectionOfReport(snapshot, typeUrl, report.version) !== undefined
    : areServed(report.initial, snapshot)(typeUrl);

/** Clients that connect anew together claim the same, so it is looked up once. A claim is about one type. */
const areServed = memoizePair(({ versions }: KnownVersions, { sections, earlier }: Snapshot) => {
  const known = new Map<string, boolean>();
  const look = (typeUrl: string): boolean => {
    const served = new Set([sections, ...earlier].flatMap((each) => each.get(typeUrl) ?? []));
    const isServed = ([name, version]: readonly [string, string]): boolean =>
      [...served].some((section) => findEntry(section, name)?.version === version);
    return [...versions].every(isServed);
  };
  return (typeUrl: string): boolean => {
    const answer = known.get(typeUrl) ?? look(typeUrl);
    known.set(typeUrl, answer);
    return answer;
  };
});
