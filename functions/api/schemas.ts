/** Schemas of answers and of bodies that are no documents. Those of documents are generated. */
import { IDENTITY_SCHEMAS } from './identity-schemas.ts';
import type { JsonSchema } from './operation.ts';
import { LOSS, PUBLISHING_SCHEMAS } from './publishing-schemas.ts';
import { count, DIGEST, GATEWAY, list, nullable, object, oneOf, POINTER, ref, text, TIME } from './schema-parts.ts';

export { list, object, ref };

const RANGE = {
  file: text('The file; `Route/default/shop.json` for a document of the workspace.'),
  line: count('From 1.'),
  column: count('From 1, in UTF-16 code units.'),
  endLine: count('From 1.'),
  endColumn: count('Just past the last character.'),
};
const DOCUMENT_NAME = { kind: text('The kind.'), namespace: text('The namespace.'), name: text('The name.') };
const REVISION = {
  gateway: GATEWAY,
  number: count('1 for the first.'),
  bundle: DIGEST,
  parent: nullable(DIGEST),
  author: text('Who.'),
  message: text('Why.'),
  time: TIME,
  digest: DIGEST,
  'commit?': { ...DIGEST, description: 'The revision of the workspace that it was compiled from.' },
};

const operation = (ops: readonly string[], more: JsonSchema): JsonSchema => ({
  type: 'object',
  required: ['op', 'path', ...Object.keys(more)],
  properties: { op: { enum: ops }, path: text('JSON pointer.', { pattern: POINTER }), ...more },
});

export const API_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    type: 'object',
    description: 'What is wrong, after RFC 9457.',
    required: ['type', 'status', 'title'],
    properties: {
      type: text('The kind of problem.', { format: 'uri-reference' }),
      status: { type: 'integer', description: 'The status of the answer.' },
      title: text('What kind of problem it is.'),
      detail: text('What is wrong this time.'),
      diagnostics: list(ref('Diagnostic')),
      referrers: list(ref('Referrer')),
      losses: list(object({ gateway: GATEWAY, ...LOSS })),
      etag: text('The etag of the document as it is now; left out if it is not there.'),
    },
  },
  Diagnostic: object(
    {
      code: text('What `GET /v1/explain/{code}` explains.'),
      severity: oneOf('Only errors keep documents from being accepted.', 'error', 'warning'),
      message: text('What is wrong.'),
      'help?': text('What to do about it.'),
      ...RANGE,
      document: count('The place of the document in its file, from 0.'),
      pointer: text('JSON pointer into the document.'),
      'subject?': object(DOCUMENT_NAME, 'The document.'),
      'related?': list(
        object({ message: text('What it has to do with it.'), ...RANGE, pointer: text('JSON pointer.') }),
      ),
    },
    'Something that is wrong with a document, or might be.',
  ),
  Referrer: object(
    { ...DOCUMENT_NAME, pointers: list(text('JSON pointer to a place that names the document.')) },
    'A document that refers to another.',
  ),
  Commit: object(
    {
      number: count('1 for the first commit of the workspace.'),
      digest: DIGEST,
      parent: nullable(DIGEST),
      tree: text('Equal trees are equal documents.'),
      author: text('Who.'),
      message: text('Why.'),
      time: TIME,
    },
    'A revision of the workspace.',
  ),
  Field: object(
    {
      path: text('For example `spec.routes[2].forward.timeout`; empty: the whole value.'),
      change: oneOf('What has become of it.', 'added', 'removed', 'changed'),
      'before?': { description: 'Left out when added.' },
      'after?': { description: 'Left out when removed.' },
    },
    'A field that is not as it was.',
  ),
  DocumentChange: object(
    {
      change: oneOf('What becomes of it.', 'added', 'removed', 'changed'),
      ...DOCUMENT_NAME,
      'etag?': text('The new etag; left out when removed.'),
      'fields?': list(ref('Field')),
    },
    'What becomes of a document.',
  ),
  EnvoyChanges: object(
    {
      gateway: GATEWAY,
      added: count('Resources.'),
      changed: count('Resources.'),
      removed: count('Resources.'),
      unchanged: count('Resources.'),
      resources: list({
        type: 'object',
        required: ['change', 'kind', 'name'],
        properties: {
          change: oneOf('What becomes of it.', 'added', 'removed', 'changed'),
          kind: text('`cluster`, `route`, and so on.'),
          name: text('The name that Envoy knows it by.'),
          fields: list(ref('Field')),
          before: { description: 'ProtoJSON; left out when added.' },
          after: { description: 'ProtoJSON; left out when removed.' },
        },
      }),
    },
    'What becomes of the resources that the Envoys of a gateway get.',
  ),
  Revision: object(REVISION, 'A revision of a gateway: what its Envoys are to run.'),
  WriteResult: object(
    {
      status: oneOf(
        '`planned`: it would be done, and was not, since `dryRun` was asked for.',
        'committed',
        'planned',
        'unchanged',
      ),
      revision: nullable(ref('Commit')),
      changes: list(ref('DocumentChange')),
      gateways: list(GATEWAY),
      diagnostics: list(ref('Diagnostic')),
      'envoy?': list(ref('EnvoyChanges')),
      'publications?': list(ref('Publication')),
      'unpublished?': ref('Unpublished'),
      'stillPublished?': list(GATEWAY),
      'remarks?': list({ type: 'object' }),
    },
    'What a change has done. `gateways`: those whose Envoys get something else once it is published. `publications`: what became of those, if the workspace publishes by itself. `envoy`: what, if asked for by `dryRun`. `stillPublished`: those that are deleted, and whose Envoys keep what they have until `POST /v1/gateways/{name}/withdraw`.',
  ),
  Diff: object(
    {
      from: ref('Commit'),
      to: ref('Commit'),
      changes: list(ref('DocumentChange')),
      'envoy?': list(ref('EnvoyChanges')),
    },
    'What leads from one revision to another.',
  ),
  ...PUBLISHING_SCHEMAS,
  ...IDENTITY_SCHEMAS,
  JsonPatch: {
    ...list({
      oneOf: [
        operation(['add', 'replace', 'test'], { value: { description: 'What is put there, or must be there.' } }),
        operation(['remove'], {}),
        operation(['move', 'copy'], { from: text('JSON pointer.', { pattern: POINTER }) }),
      ],
    }),
    description: 'Operations after RFC 6902.',
  },
  CompiledGateway: object(
    {
      gateway: GATEWAY,
      bundle: DIGEST,
      nodes: { type: 'object', description: 'Which Envoys belong to it.' },
      secrets: list({ type: 'object' }),
      bootstrap: { type: 'object', description: 'ProtoJSON.' },
      'sdsFiles?': {
        type: 'object',
        description: 'What has to lie in the `sdsFolder` of the Gateway’s relay.tls, by the names of the files.',
        additionalProperties: { type: 'object' },
      },
      resources: { type: 'object', description: 'By type; ProtoJSON.', additionalProperties: list({ type: 'object' }) },
    },
    'What the Envoys of a gateway would get.',
  ),
  RolloutState: {
    type: 'object',
    description: 'How far the nodes of a gateway have changed over.',
    required: ['gateway', 'stable', 'candidate', 'phase', 'step', 'since', 'bake', 'events'],
    properties: {
      gateway: GATEWAY,
      stable: { ...nullable({ type: 'object' }), description: 'What every node can be put back on.' },
      candidate: { type: 'object', description: 'What nodes change over to.' },
      phase: oneOf('Where it stands.', 'progressing', 'waiting', 'paused', 'complete', 'rolled-back', 'aborted'),
      step: count('Which of the steps of the policy; as many as there are: every node has it.'),
      since: TIME,
      bake: { type: 'object', description: 'How the candidate fares in this step.' },
      reason: { type: 'object', description: 'Why it is paused, rolled back or aborted.' },
      events: list({ type: 'object' }),
    },
  },
  Fleet: object(
    {
      gateway: GATEWAY,
      relays: count('Relays that report.'),
      connected: count('Nodes.'),
      bundles: list({ type: 'object' }),
      nodes: list({ type: 'object' }),
      rejections: list({ type: 'object' }),
    },
    'The Envoys of a gateway.',
  ),
  Event: object(
    {
      event: oneOf('What `data` is.', 'following', 'commit', 'publication', 'rollout', 'nodes', 'skipped'),
      data: text(
        'JSON: a Commit, a Revision, a RolloutState, an object with the `gateway` whose nodes have changed, or what is left out.',
        {
          contentMediaType: 'application/json',
        },
      ),
      id: text('How far one has got by it, to come back with as `Last-Event-ID`.'),
    },
    'What has happened, as a server-sent event.',
  ),
  Files: object(
    { files: list(object({ path: text('A name that ends in `.yaml` or `.json`.'), text: text('The content.') })) },
    'Documents in files, as diagnostics shall name them.',
  ),
};
