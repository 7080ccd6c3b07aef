/** Messages are handed out no faster than they are taken, and streams take turns. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox, type Queue } from '../../relay/outbox.ts';

interface Sink {
  readonly queue: Queue;
  /** Sizes of the messages that were handed out. */
  readonly got: number[];
  /** Takes the message that is out. */
  take(): void;
}

function sinks(count: number, maxBytes: number): Sink[] {
  const outbox = createOutbox(maxBytes);
  return Array.from({ length: count }, () => {
    const got: number[] = [];
    const waiting: (() => void)[] = [];
    const queue = outbox.open({
      write(message, taken) {
        got.push(message.length);
        waiting.push(taken);
      },
    });
    return { queue, got, take: () => waiting.shift()?.() };
  });
}

const push = ({ queue }: Sink, ...sizes: readonly number[]): void => {
  for (const size of sizes)
    queue.push(
      () => Buffer.alloc(size),
      () => undefined,
    );
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('an outbox', () => {
  test('has one message of a stream out at a time', () => {
    const [a] = sinks(1, 1_000) as [Sink];
    push(a, 1, 2, 3);
    expect(a.got).toEqual([1]);
    a.take();
    a.take();
    expect(a.got).toEqual([1, 2, 3]);
  });

  test('has no more out than its bound, over all streams', () => {
    const [a, b, c] = sinks(3, 100) as [Sink, Sink, Sink];
    push(a, 60);
    push(b, 60);
    push(c, 60);
    expect([a.got, b.got, c.got]).toEqual([[60], [60], []]);
    a.take();
    expect(c.got).toEqual([60]);
  });

  test('hands out no more than its bound when many have waited for their turn', () => {
    const [a, b, c, d] = sinks(4, 100) as [Sink, Sink, Sink, Sink];
    push(a, 100);
    for (const sink of [b, c, d]) push(sink, 60);
    a.take();
    expect([b.got, c.got, d.got]).toEqual([[60], [60], []]);
  });

  test('lets a message through that is larger than its bound', () => {
    const [a, b] = sinks(2, 100) as [Sink, Sink];
    push(a, 500);
    push(b, 1);
    expect([a.got, b.got]).toEqual([[500], []]);
    a.take();
    expect(b.got).toEqual([1]);
  });

  test('serves streams in turns', () => {
    const [a, b, c] = sinks(3, 1) as [Sink, Sink, Sink];
    push(a, 1, 1, 1);
    push(b, 2);
    push(c, 3);
    const order: number[][] = [];
    for (let round = 0; round < 4; round++) {
      order.push([a.got.length, b.got.length, c.got.length]);
      for (const sink of [a, b, c]) if (sink.got.length > 0) sink.take();
    }
    expect(order[0]).toEqual([1, 0, 0]);
    expect(order[1]?.slice(1)).toEqual([1, 1]);
  });

  test('is not held up by a stream that takes nothing', () => {
    const [stalled, b] = sinks(2, 100) as [Sink, Sink];
    push(stalled, 100, 7);
    push(b, 50);
    expect(b.got).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(b.got).toEqual([50]);
    expect(stalled.got).toEqual([100]);
    stalled.take();
    expect(stalled.got).toEqual([100, 7]);
  });

  test('forgets what a closed stream had out', () => {
    const [a, b] = sinks(2, 100) as [Sink, Sink];
    push(a, 100, 1);
    push(b, 50);
    a.queue.close();
    expect(b.got).toEqual([50]);
    a.take();
    push(a, 1);
    expect(a.got).toEqual([100]);
  });

  test('encodes a message only when it is its turn', () => {
    const [a] = sinks(1, 100) as [Sink];
    let encoded = 0;
    const encode = (): Buffer => Buffer.alloc(++encoded);
    const sent: number[] = [];
    a.queue.push(encode, (bytes) => sent.push(bytes));
    a.queue.push(encode, (bytes) => sent.push(bytes));
    expect([encoded, sent]).toEqual([1, [1]]);
    a.take();
    expect([encoded, sent]).toEqual([2, [1, 2]]);
  });
});
