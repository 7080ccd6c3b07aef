/** What GraphQL can ask of a workspace, beside the model itself. */
import { KINDS, pluralOf } from '../api/kinds.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';

/** `virtualHost`, `virtualHosts`: the fields of `Query` by which a kind is read. */
export const fieldOf = (kind: Kind): string => lower(kind);
export const listFieldOf = (kind: Kind): string => lower(pluralOf(kind));

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const kindQueries = KINDS.map(
  (kind) => `
  ${fieldOf(kind)}(name: String!, namespace: String! = "default"): ${kind}
  "By namespace and name; \`after\` is the cursor of a page before."
  ${listFieldOf(kind)}(namespace: String, labelSelector: String, first: Int! = 100, after: String): ${kind}Page!`,
).join('');

const kindPages = KINDS.map((kind) => `type ${kind}Page { nodes: [${kind}!]! next: String }`).join('\n');

export const OPERATIONS_SDL = `
"Any JSON value."
scalar JSON

"A document, whatever its kind. Defaults are filled in."
interface Document {
  apiVersion: String!
  kind: String!
  metadata: Metadata!
  "Changes whenever the document does."
  etag: String!
  "The documents that refer to this one by name."
  users: [Document!]!
}

${kindPages}

"A change of the documents. Nothing is ever changed in place."
type Revision {
  number: Int!
  digest: String!
  parent: String
  author: String!
  message: String!
  time: String!
}

"What a change has done, or would do."
type WriteResult {
  status: String!
  revision: Revision
  "The documents that differ, each with what has become of it."
  changes: [JSON!]!
  "The gateways whose configuration is another."
  gateways: [String!]!
  diagnostics: [JSON!]!
  "The Envoy resources that would differ; of a dry run only."
  envoy: [JSON!]
  "What was published, where the workspace publishes by itself."
  publications: [JSON!]
}

type Query {${kindQueries}
  "The newest first."
  revisions(first: Int! = 20, after: String): [Revision!]!
  "By number, by digest, or \`head\`."
  revision(revision: String!): Revision
  "What differs between two revisions."
  diff(from: String!, to: String! = "head"): JSON!
  rollouts: [JSON!]!
  "What the nodes of a gateway, or of all, run, as their relays tell."
  nodes(gateway: String): JSON!
}

type Mutation {
  "Creates, replaces and, with \`prune\`, deletes documents in one revision."
  apply(documents: [JSON!]!, prune: Boolean! = false, namespace: String, labelSelector: String, dryRun: Boolean! = false, message: String, idempotencyKey: String): WriteResult!
  delete(kind: String!, name: String!, namespace: String! = "default", cascade: Boolean! = false, ifMatch: String, dryRun: Boolean! = false, message: String, idempotencyKey: String): WriteResult!
  rollback(revision: String!, dryRun: Boolean! = false, message: String, idempotencyKey: String): WriteResult!
  "Makes the gateways' nodes run the newest documents, or those of a revision; all gateways, if none are named."
  publish(gateways: [String!], revision: String, message: String, losses: Losses! = refuse, dryRun: Boolean! = false): JSON!
  "Takes away from the Envoys of a gateway, whose document is deleted, all that they have."
  withdraw(gateway: String!, message: String, dryRun: Boolean! = false): JSON!
  pauseRollout(gateway: String!, message: String): JSON!
  resumeRollout(gateway: String!): JSON!
  promoteRollout(gateway: String!, full: Boolean! = false): JSON!
  abortRollout(gateway: String!, message: String): JSON!
}

"Whether gateways may lose most of what their Envoys have by a publication."
enum Losses { refuse allow }

type Subscription {
  "Each revision from now on."
  revisions: Revision!
  "What the nodes of a gateway run, whenever that changes."
  nodes(gateway: String!): JSON!
}
`;
