/** What GraphQL can ask of a workspace, beside the model itself. */
import { PUBLISH_POLICIES } from '../../store/index.ts';
import { ACTIONS, ROLES } from '../identity/policy.ts';
import { PRINCIPAL_KINDS } from '../identity/principal.ts';
import { KINDS, pluralOf } from '../api/kinds.ts';
import type { Kind } from '../../compiler/2-validate/model.ts';

/** `virtualHost`, `virtualHosts`: the fields of `Query` by which a kind is read. */
export const fieldOf = (kind: Kind): string => lower(kind);
export const listFieldOf = (kind: Kind): string => lower(pluralOf(kind));

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const kindQueries = KINDS.map(
  (kind) => `
  ${fieldOf(kind)}(name: String!, namespace: String! = "default", revision: String): ${kind}
  "By namespace and name; \`after\` is the cursor of a page before, and \`revision\` its revision, for pages that fit together."
  ${listFieldOf(kind)}(namespace: String, labelSelector: String, fieldSelector: String, revision: String, first: Int! = 100, after: String): ${kind}Page!`,
).join('');

const kindPages = KINDS.map((kind) => `type ${kind}Page { nodes: [${kind}!]! next: String revision: Revision }`).join(
  '\n',
);

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
  "What was to be published by itself, and is not."
  unpublished: Unpublished
  "Gateways that are deleted, and whose Envoys keep what they have until they are withdrawn."
  stillPublished: [String!]
  "What an import has left out or changed."
  remarks: [JSON!]
}

"The endpoints that were pushed for an Upstream."
type PushedEndpoints {
  endpoints: [Endpoint!]!
  "When they count no longer, whether or not that is over; never, if left out. ISO 8601, UTC."
  expires: String
  "Changes whenever they do."
  etag: String!
}

"How the workspace is kept."
type Settings {
  "Whether each revision is published at once."
  publish: PublishPolicy!
  "Changes whenever the settings do."
  etag: String!
  "What was published that had waited, when the settings were changed so that nothing waits."
  publications: [JSON!]
  unpublished: Unpublished
}

type Unpublished {
  gateways: [String!]!
  reason: String!
}

enum PublishPolicy { ${PUBLISH_POLICIES.join(' ')} }

"Who asks, as the API sees it."
type Caller {
  "By what it has proved who it is: ${PRINCIPAL_KINDS.map((kind) => `\`${kind}\``).join(', ')}. The last calls from the machine of the API, where nobody has to."
  kind: String!
  "As the history and the audit log have it."
  name: String!
  "The identity provider that has issued its token."
  issuer: String
  "It may do what any of them allows."
  bindings: [CallerBinding!]!
}

"What a binding of the access policy allows a caller."
type CallerBinding {
  role: Role!
  "What the role may do."
  actions: [Action!]!
  "Only to what concerns these gateways and no other; to all, if left out."
  gateways: [String!]
  "Only to documents in these namespaces; in all, if left out."
  namespaces: [String!]
  "Only to documents with these labels; whatever labels they have, if left out."
  labels: JSON
}

enum Role { ${Object.keys(ROLES).join(' ')} }

enum Action { ${ACTIONS.join(' ')} }

type Query {${kindQueries}
  "The newest first."
  revisions(first: Int! = 20, after: String): [Revision!]!
  "By number, by digest, or \`head\`."
  revision(revision: String!): Revision
  "What differs between two revisions; with \`envoy\` also what Envoys get by them."
  diff(from: String!, to: String! = "head", envoy: Boolean! = false): JSON!
  rollouts: [JSON!]!
  "What the nodes of a gateway, or of all, run, as their relays tell."
  nodes(gateway: String): JSON!
  "The endpoints that were pushed for an Upstream, whether or not they have expired since."
  endpoints(upstream: String!, namespace: String! = "default"): PushedEndpoints
  settings: Settings!
  "Who asks, and what it may do."
  whoami: Caller!
}

"A change of documents with \`base\` overwrites nothing that somebody has changed since that revision; \`none\`: since there was none."
type Mutation {
  "Creates, replaces and, with \`prune\`, deletes documents in one revision."
  apply(documents: [JSON!]!, prune: Boolean! = false, namespace: String, labelSelector: String, fieldSelector: String, base: String, dryRun: Boolean! = false, message: String, idempotencyKey: String): WriteResult!
  "Creates or replaces a document: with \`ifMatch\` only if that is its etag, with an \`ifNoneMatch\` of \`*\` only if it is new."
  put(kind: String!, name: String!, namespace: String! = "default", document: JSON!, ifMatch: String, ifNoneMatch: String, base: String, dryRun: Boolean! = false, message: String, idempotencyKey: String): WriteResult!
  "Changes parts of a document: a list is a JSON Patch (RFC 6902), an object a JSON Merge Patch (RFC 7396)."
  patch(kind: String!, name: String!, namespace: String! = "default", patch: JSON!, ifMatch: String, base: String, dryRun: Boolean! = false, message: String, idempotencyKey: String): WriteResult!
  delete(kind: String!, name: String!, namespace: String! = "default", cascade: Boolean! = false, ifMatch: String, base: String, dryRun: Boolean! = false, message: String, idempotencyKey: String): WriteResult!
  rollback(revision: String!, base: String, dryRun: Boolean! = false, message: String, idempotencyKey: String): WriteResult!
  "Makes documents of an API description, OpenAPI 3 or Swagger 2.0, and commits them; \`server\` is where requests go, instead of to the servers of the description."
  importOpenapi(description: JSON!, gateway: String! = "edge", createGateway: Boolean! = false, namespace: String! = "default", name: String, hostnames: [String!], server: String, base: String, dryRun: Boolean! = false, message: String, idempotencyKey: String): WriteResult!
  "Makes the gateways' nodes run the newest documents, or those of a revision; all gateways, if none are named. \`expect\` has the digests of what they were published as, or null, by their names: others are conflicts."
  publish(gateways: [String!], revision: String, message: String, losses: Losses! = refuse, expect: JSON, dryRun: Boolean! = false): JSON!
  "Takes away from the Envoys of a gateway, whose document is deleted, all that they have."
  withdraw(gateway: String!, message: String, dryRun: Boolean! = false): JSON!
  pauseRollout(gateway: String!, message: String, idempotencyKey: String): JSON!
  resumeRollout(gateway: String!, idempotencyKey: String): JSON!
  promoteRollout(gateway: String!, full: Boolean! = false, idempotencyKey: String): JSON!
  abortRollout(gateway: String!, message: String, idempotencyKey: String): JSON!
  "Pushes the endpoints of an Upstream that has \`discovery: {pushed: {}}\`, in place of those before, for as many seconds as \`timeToLive\` says."
  pushEndpoints(upstream: String!, namespace: String! = "default", endpoints: [JSON!]!, expires: String, timeToLive: Int, ifMatch: String): PushedEndpoints!
  "Takes away the endpoints that were pushed for an Upstream."
  withdrawEndpoints(upstream: String!, namespace: String! = "default"): Boolean!
  "Says how the workspace is kept."
  updateSettings(publish: PublishPolicy!, ifMatch: String): Settings!
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
