/** The form of a catalog entry. */
import type { Severity } from './diagnostic.ts';
import type { Location } from './location.ts';

/** What a code means to a person who meets it: `enroutectl explain`, and the reference page. */
export interface Explanation {
  /** What it means. One paragraph. */
  readonly meaning: string;
  /** Why it is so. One paragraph. */
  readonly reason: string;
  /** How to fix it. One paragraph. */
  readonly cure: string;
  /** YAML that triggers it, and the same put right. */
  readonly example: { readonly wrong: string; readonly right: string };
}

/** A place that belongs to a diagnostic, not yet turned into lines and columns. */
export interface RelatedLocation {
  readonly at: Location;
  readonly message: string;
}

/** Everything about one code. `Params` is what a stage must give to report it. */
export interface Entry<Params> {
  readonly severity: Severity;
  /** One sentence, for lists of codes. */
  readonly title: string;
  /** What is wrong, in one sentence that begins in lower case and has no full stop. */
  readonly message: (params: Params) => string;
  /** What to do about it, where that can be said. */
  readonly help?: (params: Params) => string | undefined;
  readonly related?: (params: Params) => readonly RelatedLocation[];
  readonly explanation: Explanation;
}

/** Names the parameters of an entry, so that a report that lacks one does not compile. */
export const define = <Params>(entry: Entry<Params>): Entry<Params> => entry;

/** For codes that say everything by themselves: `report(code, at, {})`. */
export type NoParams = Readonly<Record<never, never>>;
