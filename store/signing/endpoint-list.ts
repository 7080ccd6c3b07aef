/**
 * Signatures of pushed endpoints.
 *
 * What is signed is that an Upstream is to have a list from a time on, until the list expires: so it can be no other
 * Upstream's, lasts no longer than was meant, and is told from what was pushed before and after it.
 */
import { canonicalJson } from '../../compiler/canonical-json.ts';
import type { Signature } from '../revision.ts';
import type { SignKey } from './keys.ts';
import { isSignatures, isTime, signStatement, statementBytes } from './statement.ts';

/** The member `signed` of an object with pushed endpoints. */
export interface ListSignature {
  /** `namespace/name` of the Upstream. */
  readonly upstream: string;
  /** When it was signed. ISO 8601, UTC. */
  readonly time: string;
  readonly signatures: readonly Signature[];
}

/** A list that was signed, whether or not by somebody who is trusted. */
export interface SignedList extends ListSignature {
  /** What the signatures must be of. */
  readonly statement: Uint8Array<ArrayBuffer>;
}

/** The list with the signatures of the keys in it. */
export async function signList<T extends object>(
  list: T,
  { upstream, time }: Pick<ListSignature, 'upstream' | 'time'>,
  keys: readonly SignKey[],
): Promise<T & { readonly signed: ListSignature }> {
  const signatures = await signStatement(statementOf(list, { upstream, time }), keys);
  return { ...list, signed: { upstream, time, signatures } };
}

/**
 * Parts a signed list into the text of what was signed, and its signatures; nothing if it is not signed. What is verified is
 * the text that is given back, in whatever way the object writes it.
 */
export function readSignedList(text: string): { readonly list: string; readonly signed: SignedList } | undefined {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'signed') || !('signed' in value))
    return undefined;
  const { signed, ...list } = value;
  if (!isListSignature(signed)) return undefined;
  const { upstream, time, signatures } = signed;
  const statement = statementOf(list, { upstream, time });
  return { list: canonicalJson(list), signed: { upstream, time, signatures, statement } };
}

const statementOf = (list: object, about: Pick<ListSignature, 'upstream' | 'time'>): Uint8Array<ArrayBuffer> =>
  statementBytes('enroute.dev/endpoints/v1', { ...about, list });

const isListSignature = (value: unknown): value is ListSignature =>
  typeof value === 'object' &&
  value !== null &&
  'upstream' in value &&
  typeof value.upstream === 'string' &&
  'time' in value &&
  isTime(value.time) &&
  'signatures' in value &&
  isSignatures(value.signatures);

/** What is no JSON is not signed; people may write YAML. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
