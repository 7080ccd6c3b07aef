/** Documents of a kind, page by page. */
import type { Kind } from '../../compiler/2-validate/model.ts';
import type { Remote } from './client.ts';
import type { Item } from './columns.ts';
import type { Listing } from './document-changes.ts';
import { isObject, objectsIn, textIn } from './json.ts';
import { resourceOf } from './kinds.ts';

/** Which documents are meant; all, if nothing is said. */
export interface Selection {
  readonly namespace?: string;
  readonly selector?: string;
  readonly fieldSelector?: string;
  readonly revision?: string;
}

/** Each page shows the same revision. */
export async function listDocuments(remote: Remote, kind: Kind, selection: Selection): Promise<Listing> {
  const { namespace, selector: labelSelector, fieldSelector, revision } = selection;
  const items: Item[] = [];
  let cursor: string | undefined;
  let shown: string | undefined;
  do {
    const at = cursor === undefined ? { revision } : { cursor };
    const page = await remote.send({
      method: 'GET',
      path: `/v1/${resourceOf(kind)}`,
      query: { namespace, labelSelector, fieldSelector, limit: 1000, ...at },
    });
    items.push(...objectsIn(page, 'items'));
    shown ??= isObject(page['revision']) ? textIn(page['revision'], 'digest') : undefined;
    cursor = textIn(page, 'next');
  } while (cursor !== undefined);
  return { items, ...(shown !== undefined && { revision: shown }) };
}
