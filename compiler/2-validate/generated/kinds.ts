/**
 * The kinds of documents.
 *
 * Generated from schemas/ by `npm run generate`. Do not edit.
 */
import type { Kinds } from './types.ts';

export const KINDS: readonly (keyof Kinds)[] = [
  'EnvoyPatch',
  'Filter',
  'Gateway',
  'RateLimit',
  'Route',
  'Secret',
  'TcpRoute',
  'UdpRoute',
  'Upstream',
  'VirtualHost',
];
