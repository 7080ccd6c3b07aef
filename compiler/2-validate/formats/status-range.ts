/** Status codes, first and last. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** A status code, or a range such as `200-299`, as it stands in a document. */
export function statusRange(text: string | number): StatusRange {
  const [from = '', to = from] = String(text).split('-');
  return { from: Number(from), to: Number(to) };
}

export function isStatusRange(text: string): boolean {
  const { from, to } = statusRange(text);
  return from >= 100 && from <= to && to <= 599;
}
