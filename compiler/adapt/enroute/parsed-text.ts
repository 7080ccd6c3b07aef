/** Configuration that Enroute keeps as text: JSON, or the source of a script. */
import type { MakeRemark } from '../remark.ts';
import { placeOf, type Source } from '../source.ts';

/** What the text says; remarks lead to the text as a whole. Anything but text is what it is. */
export function parsedText(source: Source, remark: MakeRemark): Source | undefined {
  if (typeof source.value !== 'string') return source;
  try {
    return { ...source, value: JSON.parse(source.value) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    remark('lost', placeOf(source), 'this text is no JSON, and is left out', 'Enroute takes no notice of it either');
    return undefined;
  }
}
