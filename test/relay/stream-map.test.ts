import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findStream, streamsOf, withoutStream, withStream, type StreamMap } from '../../relay/stream-map.ts';

test('a map of streams is as a map', () => {
  const changes = fc.array(fc.tuple(fc.nat({ max: 400 }), fc.option(fc.nat(), { nil: undefined })));
  fc.assert(
    fc.property(changes, (list) => {
      const model = new Map<number, number>();
      let map: StreamMap<number> = new Map();
      for (const [stream, value] of list) {
        const before = streamsOf(map);
        const next: StreamMap<number> =
          value === undefined ? withoutStream(map, stream) : withStream(map, stream, value);
        expect(streamsOf(map)).toEqual(before);
        map = next;
        if (value === undefined) model.delete(stream);
        else model.set(stream, value);
        expect(findStream(map, stream)).toBe(value);
      }
      expect(new Map(streamsOf(map))).toEqual(model);
    }),
  );
});
