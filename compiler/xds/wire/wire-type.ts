/** What follows a tag: a varint, eight bytes, a length and that many bytes, or four bytes. */
export const WIRE = { varint: 0, fixed64: 1, lengthDelimited: 2, fixed32: 5 } as const;
export type WireType = (typeof WIRE)[keyof typeof WIRE];
