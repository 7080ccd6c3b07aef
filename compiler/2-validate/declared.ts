/** What a document with mistakes declares all the same: naming it is no further mistake. */
import { API_GROUP, KINDS } from './kinds.ts';
import { keyOf, type Declared } from './model.ts';
import { childOf } from './plan.ts';

/** At most one; none for a document that belongs to another system. */
export function declaredBy(value: unknown): readonly Declared[] {
  const written = childOf(value, 'kind');
  const kind = KINDS.find((known) => known === written);
  const apiVersion = childOf(value, 'apiVersion');
  if (!kind && typeof apiVersion === 'string' && !apiVersion.startsWith(API_GROUP)) return [];
  const metadata = childOf(value, 'metadata');
  const name = childOf(metadata, 'name');
  const namespace = childOf(metadata, 'namespace') ?? 'default';
  const isNamed = typeof name === 'string' && typeof namespace === 'string';
  return [{ ...(kind && { kind }), ...(isNamed && { key: keyOf(name, namespace) }) }];
}
