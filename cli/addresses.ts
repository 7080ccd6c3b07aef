/** Addresses on a command line. */
import { InvalidArgumentError } from 'commander';
import type { Address } from './bootstrap.ts';

/** Reads `127.0.0.1:18000`, `relay.internal:18000` or `[::1]:18000`, for commander. */
export function address(text: string): Address {
  const [, bracketed, plain, digits = ''] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s/]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(digits) > 65_535) {
    throw new InvalidArgumentError('It is not of the form host:port, such as 127.0.0.1:18000 or [::1]:18000.');
  }
  return { host, port: Number(digits) };
}
