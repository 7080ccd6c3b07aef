/** The order in which people read documents. */
import type { Kind } from '../2-validate/model.ts';
import { compare } from '../compare.ts';
import type { AnyDraft } from './draft.ts';

/** Where traffic comes in, where it goes, what is done to it, and then the routes, which name all of that. */
const KIND_ORDER: readonly Kind[] = [
  'Gateway',
  'Secret',
  'Upstream',
  'Filter',
  'RateLimit',
  'VirtualHost',
  'Route',
  'TcpRoute',
  'UdpRoute',
  'EnvoyPatch',
];

/** By kind, then by namespace and name. */
export const sortDrafts = (drafts: readonly AnyDraft[]): readonly AnyDraft[] =>
  drafts.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      compare(a.kind, b.kind) ||
      compare(namespaceOf(a), namespaceOf(b)) ||
      compare(a.metadata.name, b.metadata.name),
  );

export const namespaceOf = ({ metadata }: AnyDraft): string => metadata.namespace ?? 'default';

const rankOf = ({ kind }: AnyDraft): number => (KIND_ORDER.includes(kind) ? KIND_ORDER.indexOf(kind) : Infinity);
