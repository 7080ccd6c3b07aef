/** What the API answers to a write, or to the rehearsal of one. */
import type { Loss } from '../../store/index.ts';
import type { GatewayChanges, ResourceChange } from '../../compiler/diff/compare.ts';
import type { FieldChange } from '../../compiler/diff/fields.ts';
import type { Diagnostic } from '../../compiler/index.ts';
import { isObject, numberIn, objectsIn, textIn, textsIn, type JsonObject } from './json.ts';
import { because } from '../rollout/words.ts';
import { isDiagnostic } from './problems.ts';

export interface WriteResult {
  readonly status: string;
  /** The newest revision after it. */
  readonly revision: RemoteCommit | undefined;
  readonly changes: readonly RemoteChange[];
  /** Whose Envoys get something else once it is published. */
  readonly gateways: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What Envoys would get; only of a rehearsal. */
  readonly envoy: readonly GatewayChanges[];
  /** What was published at once, since the workspace wants that. */
  readonly publications: readonly RemotePublication[];
  /** What was to be published at once, and was not. */
  readonly unpublished: { readonly gateways: readonly string[]; readonly reason: string } | undefined;
  /** Gateways that are deleted, and whose Envoys keep what they have. */
  readonly stillPublished: readonly string[];
}

export interface RemoteCommit {
  readonly number: number;
  readonly digest: string;
  readonly parent: string | undefined;
  readonly author: string;
  readonly message: string;
  readonly time: string;
}

export interface RemoteChange {
  readonly change: Change;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

export interface RemotePublication {
  readonly gateway: string;
  readonly status: string;
  readonly number: number | undefined;
  /** Of the revision of the gateway. */
  readonly digest: string | undefined;
  /** Why no Envoy runs it. */
  readonly failed: string | undefined;
  /** Why no Envoy gets it until the rollout before it is resumed. */
  readonly held: string | undefined;
  /** The numbers of revisions that Envoys may be put back on, and that the API's keys have not signed. */
  readonly unvouched: readonly number[];
  /** There if the gateway would lose most of what its Envoys have. */
  readonly loss: Loss | undefined;
}

type Change = ResourceChange['change'];

export const readWriteResult = (answer: JsonObject): WriteResult => ({
  status: textIn(answer, 'status') ?? '',
  revision: isObject(answer['revision']) ? readCommit(answer['revision']) : undefined,
  changes: objectsIn(answer, 'changes').map(readChange),
  gateways: textsIn(answer, 'gateways'),
  diagnostics: objectsIn(answer, 'diagnostics').filter(isDiagnostic),
  envoy: objectsIn(answer, 'envoy').map(readGatewayChanges),
  publications: objectsIn(answer, 'publications').map(readPublication),
  unpublished: isObject(answer['unpublished']) ? readUnpublished(answer['unpublished']) : undefined,
  stillPublished: textsIn(answer, 'stillPublished'),
});

const readUnpublished = (value: JsonObject) => ({
  gateways: textsIn(value, 'gateways'),
  reason: textIn(value, 'reason') ?? '',
});

export const readCommit = (value: JsonObject): RemoteCommit => ({
  number: numberIn(value, 'number'),
  digest: textIn(value, 'digest') ?? '',
  parent: textIn(value, 'parent'),
  author: textIn(value, 'author') ?? '',
  message: textIn(value, 'message') ?? '',
  time: textIn(value, 'time') ?? '',
});

export function readPublication(value: JsonObject): RemotePublication {
  const { revision, failed, held, loss } = value;
  return {
    gateway: textIn(value, 'gateway') ?? '',
    status: textIn(value, 'status') ?? '',
    number: isObject(revision) ? numberIn(revision, 'number') : undefined,
    digest: isObject(revision) ? textIn(revision, 'digest') : undefined,
    unvouched: objectsIn(value, 'unvouched').flatMap((each) => numberIn(each, 'number') ?? []),
    held: isObject(held) ? heldBy(held) : undefined,
    failed: isObject(failed) ? (textIn(failed, 'message') ?? '') : undefined,
    loss: isObject(loss) ? { before: numberIn(loss, 'before') ?? 0, after: numberIn(loss, 'after') ?? 0 } : undefined,
  };
}

const heldBy = (reason: JsonObject): string =>
  because({ kind: 'person', message: textIn(reason, 'message') ?? '', author: textIn(reason, 'author') ?? 'somebody' });

export const readChange = (value: JsonObject): RemoteChange => ({
  change: changeIn(value),
  kind: textIn(value, 'kind') ?? '',
  namespace: textIn(value, 'namespace') ?? '',
  name: textIn(value, 'name') ?? '',
  fields: objectsIn(value, 'fields').map(readField),
});

const readField = (value: JsonObject): FieldChange => ({
  path: textIn(value, 'path') ?? '',
  change: changeIn(value),
  before: value['before'],
  after: value['after'],
});

export const readGatewayChanges = (value: JsonObject): GatewayChanges => ({
  gateway: textIn(value, 'gateway') ?? '',
  unchanged: numberIn(value, 'unchanged'),
  resources: objectsIn(value, 'resources').map(readResource),
});

function readResource(value: JsonObject): ResourceChange {
  const previousName = textIn(value, 'previousName');
  return {
    change: changeIn(value),
    kind: textIn(value, 'kind') ?? '',
    name: textIn(value, 'name') ?? '',
    ...(previousName !== undefined && { previousName }),
    patchedBy: textsIn(value, 'patchedBy'),
    patchedBefore: textsIn(value, 'patchedBefore'),
    ...('before' in value && { before: () => value['before'] }),
    ...('after' in value && { after: () => value['after'] }),
  };
}

const CHANGES: readonly Change[] = ['added', 'changed', 'removed'];

const changeIn = (value: JsonObject): Change => CHANGES.find((known) => known === value['change']) ?? 'changed';
