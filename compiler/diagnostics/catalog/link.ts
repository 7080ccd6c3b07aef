/** Diagnostics of the link stage: documents that do not fit together. */
import { define } from '../define.ts';
import type { Location } from '../location.ts';
import { didYouMean, list, quote, show, withArticle } from './words.ts';

export const LINK = {
  'not-a-gateway-document': define<{ apiVersion: unknown; kind: unknown }>({
    severity: 'error',
    title: 'A document belongs to something else than Enroute.',
    message: ({ apiVersion, kind }) =>
      apiVersion === undefined
        ? 'this is not a gateway document: it has no apiVersion'
        : `this is not a gateway document, but ${kind === undefined ? 'one' : show(kind)} of ${show(apiVersion)}`,
    help: () => 'gateway documents begin with "apiVersion: enroute.dev/v1"; keep other files outside of the folder',
    explanation: {
      meaning: 'The document has no apiVersion, or that of another system, such as a Kubernetes Deployment.',
      reason: 'A document that is skipped without a word could be one of ours with a slip in its first line.',
      cure: 'Add or correct the apiVersion, or move the file out of the folder of gateway documents.',
      example: {
        wrong: 'kind: Upstream\nmetadata:\n  name: checkout',
        right: 'apiVersion: enroute.dev/v1\nkind: Upstream\nmetadata:\n  name: checkout',
      },
    },
  }),
  'duplicate-document': define<{ kind: string; namespace: string; name: string; first: Location }>({
    severity: 'error',
    title: 'Two documents have the same kind, namespace and name.',
    message: ({ kind, namespace, name }) => `the ${kind} ${quote(`${namespace}/${name}`)} is declared twice`,
    help: () => 'rename or remove one of the two',
    related: ({ first }) => [{ at: first, message: 'first declared here' }],
    explanation: {
      meaning: 'Kind, namespace and name identify a document, and two documents have the same.',
      reason: 'Neither is more right than the other, and which one wins must not depend on the order of files.',
      cure: 'Rename one of them, put it in another namespace, or remove it.',
      example: {
        wrong: 'kind: Upstream\nmetadata: { name: checkout }\n---\nkind: Upstream\nmetadata: { name: checkout }',
        right: 'kind: Upstream\nmetadata: { name: checkout }\n---\nkind: Upstream\nmetadata: { name: checkout-v2 }',
      },
    },
  }),
  'unknown-reference': define<{
    kind: string;
    namespace: string;
    name: string;
    /** Names of that kind in that namespace. */
    known: Iterable<string>;
    /** Other namespaces that have the very name. */
    elsewhere?: readonly string[] | undefined;
  }>({
    severity: 'error',
    title: 'A document names another that does not exist.',
    message: ({ kind, namespace, name }) => `no ${kind} is named ${quote(name)} in the namespace ${quote(namespace)}`,
    help: ({ kind, name, known, elsewhere = [] }) =>
      elsewhere.length > 0
        ? `${withArticle(kind)} of that name exists in the namespace ${list([...elsewhere].sort().map(quote), 'or')}`
        : didYouMean(name, known, 'names'),
    explanation: {
      meaning: 'The document refers to another by its name, and none of that kind and name is among the documents.',
      reason: 'Envoy would refuse a route to a cluster that it does not know, or answer 503 to every request.',
      cure: 'Correct the name, add the document that is missing, or name the namespace if the other lies elsewhere.',
      example: {
        wrong: 'forward: { upstream: chekout }',
        right: 'forward: { upstream: checkout }',
      },
    },
  }),
};
