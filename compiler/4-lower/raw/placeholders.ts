/** Texts in raw messages that stand for what only lowering knows: `{cluster:x}` and `{secret:x}`. */
import { pointerSegment } from '../../diagnostics/location.ts';
import type { JsonValue } from '../../xds/index.ts';
import type { Fill, ReportAt } from './message.ts';

/** What a document calls other documents, and what a message gets for one. */
export interface Names {
  /** Name → reference. */
  readonly names: Readonly<Record<string, string>>;
  /** `pointer` is that of the reference, within what holds the names. */
  readonly value: (reference: string, pointer: string) => JsonValue;
}

/** Fills a message in; a name that the document does not declare is reported where it stands in the message. */
export const placeholders =
  ({ cluster, secret }: { readonly cluster: Names; readonly secret: Names }, report: ReportAt): Fill =>
  (text, pointer) => {
    const [, kind, name = ''] = PLACEHOLDER.exec(text) ?? [];
    if (kind === undefined) return undefined;
    const { names, value } = kind === 'cluster' ? cluster : secret;
    const known = new Map(Object.entries(names));
    const reference = known.get(name);
    if (reference !== undefined) return value(reference, `/${kind}s${pointerSegment(name)}`);
    const allowed = [...known.keys()].map((one) => `{${kind}:${one}}`);
    report('invalid-value', pointer, { value: text, allowed });
    return text;
  };

const PLACEHOLDER = /^\{(cluster|secret):([^{}]*)\}$/;
