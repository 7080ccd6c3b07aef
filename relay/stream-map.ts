/**
 * What is known of each of many streams: immutable, as a map of small maps, so that one stream more or less costs a copy of
 * two small ones. Thousands come at once when a relay starts.
 */
export type StreamId = number;

/** By page, and then by stream. */
export type StreamMap<V> = ReadonlyMap<number, ReadonlyMap<StreamId, V>>;

const PAGE = 128;

const pageOf = (stream: StreamId): number => Math.floor(stream / PAGE);

export const findStream = <V>(map: StreamMap<V>, stream: StreamId): V | undefined =>
  map.get(pageOf(stream))?.get(stream);

export function withStream<V>(map: StreamMap<V>, stream: StreamId, value: V): StreamMap<V> {
  const page = pageOf(stream);
  return new Map(map).set(page, new Map(map.get(page)).set(stream, value));
}

export function withoutStream<V>(map: StreamMap<V>, stream: StreamId): StreamMap<V> {
  const page = pageOf(stream);
  const before = map.get(page);
  if (!before?.has(stream)) return map;
  const after = new Map(before);
  after.delete(stream);
  const copy = new Map(map);
  if (after.size > 0) copy.set(page, after);
  else copy.delete(page);
  return copy;
}

/** All streams, in the order of their numbers as far as they came in it. */
export const streamsOf = <V>(map: StreamMap<V>): readonly (readonly [StreamId, V])[] =>
  [...map.values()].flatMap((page) => [...page]);
