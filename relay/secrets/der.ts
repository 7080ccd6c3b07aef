/** Reads DER, as far as OCSP responses need it. Source: ITU-T X.690, section 8. */

/** One element: its identifier octet, and what it holds. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
}

export const SEQUENCE = 0x30;
export const INTEGER = 0x02;
export const OCTET_STRING = 0x04;
export const ENUMERATED = 0x0a;
/** An element that stands in brackets, such as `[0]`, with another inside. */
export const context = (number: number): number => 0xa0 | number;

/** The elements that follow each other in some bytes; nothing, if they are not whole elements. */
export function readElements(bytes: Uint8Array): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const length = readLength(bytes, offset + 1);
    const tag = bytes[offset];
    if (tag === undefined || !length || length.end + length.value > bytes.length) return undefined;
    elements.push({ tag, content: bytes.subarray(length.end, length.end + length.value) });
    offset = length.end + length.value;
  }
  return elements;
}

function readLength(bytes: Uint8Array, offset: number): { readonly value: number; readonly end: number } | undefined {
  const first = bytes[offset];
  if (first === undefined) return undefined;
  if (first < 0x80) return { value: first, end: offset + 1 };
  const end = offset + 1 + (first & 0x7f);
  // Four bytes say more than any file that is read here has.
  if (first === 0x80 || first > 0x84 || end > bytes.length) return undefined;
  return { value: bytes.subarray(offset + 1, end).reduce((sum, byte) => sum * 256 + byte, 0), end };
}
