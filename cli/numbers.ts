/** Numbers on a command line, for commander. */
import { InvalidArgumentError } from 'commander';

/** A whole number above 0. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is no whole number above 0.');
  return Number(text);
}

/** Whole milliseconds, of which there may be none. */
export function milliseconds(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is no whole number of milliseconds.');
  return Number(text);
}

/** A TCP port; 0 is one that the system chooses. */
export function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('It is no port.');
  return Number(text);
}
