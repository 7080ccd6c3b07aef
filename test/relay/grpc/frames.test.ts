/** Messages in their frames, however HTTP/2 cuts them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFrameReader, frame, FrameError } from '../../../relay/grpc/frames.ts';

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

test('messages come as they were sent, wherever the bytes are cut', () => {
  const property = fc.property(fc.array(bytes, { maxLength: 8 }), fc.array(fc.nat(400)), (messages, cuts) => {
    const sent = Buffer.concat(messages.map((message) => frame([message])));
    const read = createFrameReader(300);
    const got: Buffer[] = [];
    let at = 0;
    for (const length of [...cuts, sent.length]) {
      for (const message of read(sent.subarray(at, at + length))) got.push(Buffer.from(message));
      at = Math.min(sent.length, at + length);
    }
    expect(got).toEqual(messages);
  });
  fc.assert(property, { numRuns: 500 });
});

test('a frame has its parts one after the other', () => {
  expect(frame([Buffer.from('ab'), Buffer.from('c')])).toEqual(Buffer.from([0, 0, 0, 0, 3, 97, 98, 99]));
});

describe('a frame is not taken', () => {
  const failureOf = (...chunks: readonly (readonly number[])[]): unknown => {
    const read = createFrameReader(10);
    try {
      for (const chunk of chunks) for (const _ of read(Buffer.from(chunk)));
    } catch (error) {
      return error instanceof FrameError ? error.code : error;
    }
    return undefined;
  };

  test('if it is longer than may be, as soon as it says so', () => {
    expect(failureOf([0, 0, 0, 0, 11])).toBe('RESOURCE_EXHAUSTED');
    expect(failureOf([0, 255, 255], [255, 255])).toBe('RESOURCE_EXHAUSTED');
    expect(failureOf([0, 0, 0, 0, 10])).toBeUndefined();
  });

  test('if it is compressed', () => {
    expect(failureOf([1, 0, 0, 0, 1, 0])).toBe('INTERNAL');
    expect(failureOf([1, 0], [0, 0, 1])).toBe('INTERNAL');
  });
});

test('a length that is said and not sent takes no memory', () => {
  const before = process.memoryUsage().arrayBuffers;
  const readers = Array.from({ length: 100 }, () => createFrameReader(64 << 20));
  for (const read of readers) expect([...read(Buffer.from([0, 3, 255, 255, 255, 1]))]).toEqual([]);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 << 20);
});
