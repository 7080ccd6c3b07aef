/** Kubernetes lists, as `kubectl get -o yaml` writes them. */
import { at, atKey, pointerSegment } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Document } from './document.ts';

/**
 * The items of a `List` (or `GatewayList` and so on) as documents of their own; any other document as it is.
 *
 * Source: https://kubernetes.io/docs/reference/using-api/api-concepts/#collections
 */
export const flattenList = (document: Document, report: Report): readonly Document[] => {
  const list = asList(document.value);
  if (!list) return [document];
  for (const field of Object.keys(list))
    if (!LIST_FIELDS.includes(field))
      report('unknown-field', atKey(document, pointerSegment(field)), { field, known: LIST_FIELDS });
  if (!('items' in list)) {
    report('missing-field', atKey(document, ''), { field: 'items', description: 'the documents of the list' });
    return [{ ...document, value: undefined }];
  }
  if (!Array.isArray(list.items)) {
    report('wrong-type', at(document, '/items'), { expected: ['array'], value: list.items });
    return [{ ...document, value: undefined }];
  }
  const items: readonly unknown[] = list.items;
  return items.flatMap((value, index) =>
    flattenList({ ...document, root: `${document.root}/items/${index}`, value }, report),
  );
};

const LIST_FIELDS = ['apiVersion', 'kind', 'metadata', 'items'];

const asList = (value: unknown): { readonly kind: string; readonly items?: unknown } | undefined => {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  const { kind } = value;
  return typeof kind === 'string' && kind.endsWith('List') ? { ...value, kind } : undefined;
};
