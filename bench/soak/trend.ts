/** Whether memory grows: a line through what was measured, and how sure that is. */
import { number } from '../table.ts';
import { SAMPLES_A_MINUTE } from './turmoil.ts';

export interface Trend {
  /** By how much a minute. */
  readonly slope: number;
  /** The slope is in this range around it with 95 % certainty. */
  readonly margin: number;
}

export interface Point {
  readonly minute: number;
  readonly value: number;
}

/** By least squares; of fewer than three points nothing is sure. */
export function trendOf(points: readonly Point[]): Trend {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = mean(points.map(({ minute }) => minute));
  const level = mean(points.map(({ value }) => value));
  const spread = points.reduce((sum, { minute }) => sum + (minute - middle) ** 2, 0);
  const slope = points.reduce((sum, { minute, value }) => sum + (minute - middle) * (value - level), 0) / spread;
  const rest = points.reduce((sum, { minute, value }) => sum + (value - level - slope * (minute - middle)) ** 2, 0);
  return { slope, margin: points.length < 3 ? Infinity : 2 * Math.sqrt(rest / (points.length - 2) / spread) };
}

export interface MemorySample {
  readonly minute: number;
  readonly heapMb: number;
  readonly rssMb: number;
}

/** In words. */
export function describeTrends(samples: readonly MemorySample[]): string {
  const describe = ({ slope, margin }: Trend): string =>
    `${number(slope * 1_000)} ± ${number(margin * 1_000)} kB a minute`;
  const [heap, rss] = [trendAfterStart(samples, 'heapMb'), trendAfterStart(samples, 'rssMb')];
  return `Over the last two thirds, by a line through ${afterStart(samples).length} samples, the heap grows by ${describe(heap)},
memory as a whole by ${describe(rss)}.`;
}

/** In shorter runs code is still being compiled when they end, and what V8 keeps of that looks like growth. */
const LEAST_MINUTES = 10;
/** Less than half a gigabyte in a day, were it to go on. */
const MOST_GROWTH_MB = 0.3;

/** What is wrong if the heap surely grows, of a run that is long enough to tell. */
export function growthIn(samples: readonly MemorySample[]): readonly string[] {
  const { slope, margin } = trendAfterStart(samples, 'heapMb');
  if ((samples.at(-1)?.minute ?? 0) < LEAST_MINUTES || slope - margin <= MOST_GROWTH_MB) return [];
  return [`the heap grows by more than ${MOST_GROWTH_MB * 1_000} kB a minute`];
}

/** The first third does not count: caches fill, and code is compiled. */
const afterStart = (samples: readonly MemorySample[]): readonly MemorySample[] =>
  samples.slice(Math.floor(samples.length / 3));

const trendAfterStart = (samples: readonly MemorySample[], figure: 'heapMb' | 'rssMb'): Trend =>
  trendOf(afterStart(samples).map((sample) => ({ minute: sample.minute, value: sample[figure] })));

/** The samples that a table shows: one a minute. */
export const eachMinute = <T>(samples: readonly T[]): readonly T[] =>
  samples.filter((_, index) => index % SAMPLES_A_MINUTE === 0);
