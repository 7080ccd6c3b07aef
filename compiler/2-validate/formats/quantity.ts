/** Durations and sizes: from our notation to numbers. */

const MILLISECONDS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

/** Envoy refuses times of some 290 years; nobody means a hundred. */
const LONGEST = 100 * 365 * 24 * 3_600_000;

/** A duration such as `1h30m` in milliseconds, with fractions. */
export function milliseconds(duration: string): number {
  return [...duration.matchAll(/([0-9.]+)(ms|s|m|h)/g)].reduce(
    (sum, [, number = '0', unit = 's']) => sum + Number(number) * (MILLISECONDS.get(unit) ?? 0),
    0,
  );
}

/** Envoy counts in milliseconds, and what is less than one becomes none: often "no limit", which nobody means. */
export const isPositiveDuration = (text: string): boolean => {
  const time = milliseconds(text);
  return time >= 1 && time <= LONGEST;
};

export const isDuration = (text: string): boolean => milliseconds(text) === 0 || isPositiveDuration(text);

/** TCP's options take whole seconds, up to 32767 (`MAX_TCP_KEEPIDLE` in Linux). */
export const isTcpTime = (text: string): boolean => {
  const time = milliseconds(text);
  return time >= 1000 && time <= 32_767_000;
};

const BYTES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['B', 1],
  ['KiB', 1024],
  ['MiB', 1024 ** 2],
  ['GiB', 1024 ** 3],
]);

/** A size such as `64KiB` in bytes. */
export function bytes(size: string | number): number {
  const [, number = '0', unit = ''] = /^(\d+)([KMG]?i?B?)$/.exec(String(size)) ?? [];
  return Number(number) * (BYTES.get(unit) ?? 0);
}

/** Envoy counts sizes in 32 bits. */
export const isSize = (text: string): boolean => bytes(text) <= 0xffff_ffff;

export const isPositiveSize = (text: string): boolean => bytes(text) > 0 && isSize(text);

/** Memory is counted in 64 bits, of which a number here can hold 53. */
export const isMemorySize = (text: string): boolean => bytes(text) > 0 && Number.isSafeInteger(bytes(text));

/** HTTP/2 counts windows in 31 bits and begins at 65535 bytes (RFC 9113, section 6.9.2), below which Envoy does not go. */
export const isWindowSize = (text: string): boolean => bytes(text) >= 65_535 && bytes(text) <= 0x7fff_ffff;
