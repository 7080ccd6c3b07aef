/** Documents of requests that say by their address what the document is called. */
import { nameOfDocument, treeKeyOf, type DocumentId, type DocumentValue } from '../../store/index.ts';
import { idOfValue } from '../../store/workspace/document.ts';
import { isObject } from './bodies.ts';
import { unprocessable } from './problem.ts';

/** The document with its namespace, if it does not say it. @throws Problem if it is called otherwise. */
export function withNamespace(value: DocumentValue, id: DocumentId): DocumentValue {
  const { metadata } = value;
  const named =
    isObject(metadata) && metadata['namespace'] === undefined && id.namespace !== 'default'
      ? { ...value, metadata: { ...metadata, namespace: id.namespace } }
      : value;
  const written = idOfValue(named);
  if (written && treeKeyOf(written) === treeKeyOf(id)) return named;
  const found = written ? nameOfDocument(written) : 'no document of ours';
  throw unprocessable(`the request is about ${nameOfDocument(id)}, and the document is ${found}`);
}
