/** One change of an EnvoyPatch document, applied to one message. */
import type { EnvoyChange, EnvoyPatchOperation } from '../../2-validate/generated/types.ts';
import { pointerSegment, pointerSegments } from '../../diagnostics/location.ts';
import { canonical, violations, type JsonObject, type JsonValue, type Messages } from '../../xds/index.ts';
import { isJsonList, isJsonObject, jsonObject, jsonValue } from '../json-value.ts';
import { filled, filledValue, pointerOf, refuseSecrets, type Fill, type ReportAt } from '../raw/message.ts';
import { applyOperation } from './json-patch.ts';
import { mergePatch } from './merge.ts';

export type PatchedType =
  | 'envoy.config.bootstrap.v3.Bootstrap'
  | 'envoy.config.cluster.v3.Cluster'
  | 'envoy.config.endpoint.v3.ClusterLoadAssignment'
  | 'envoy.config.listener.v3.FilterChain'
  | 'envoy.config.listener.v3.Listener'
  | 'envoy.config.route.v3.Route'
  | 'envoy.config.route.v3.RouteConfiguration'
  | 'envoy.config.route.v3.VirtualHost'
  | 'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager';

/** What placeholders of a document stand for, and how its mistakes are reported. */
export interface DocumentContext {
  readonly fill: Fill;
  readonly report: ReportAt;
}

export interface ChangeContext extends DocumentContext {
  /** JSON pointer to the change in its document. */
  readonly pointer: string;
}

/**
 * The message with a change, as it was if something is wrong with the change: that is reported where it stands.
 *
 * Operations work on the message in its canonical form, which is what people see of it.
 */
export function applyChange<K extends PatchedType>(
  type: K,
  message: Messages[K],
  change: EnvoyChange,
  context: ChangeContext,
): Messages[K] {
  const { merge, operations = [] } = change;
  const merged = merge ? applyMerge(type, asJson(message), jsonObject(merge), context) : asJson(message);
  if (!merged) return message;
  const changed = operations.length > 0 ? applyOperations(type, merged, operations, context) : merged;
  if (!changed || isRenamed(type, message, changed, change, context)) return message;
  return asMessage(changed);
}

/** A message is plain JSON. */
const asJson = (message: object): JsonObject => message as JsonObject;

/** What was just held against the rules of a type is of that type. */
const asMessage = <K extends PatchedType>(value: object): Messages[K] => value as Messages[K];

function applyMerge(
  type: PatchedType,
  message: JsonObject,
  merge: JsonObject,
  { pointer, fill, report }: ChangeContext,
): JsonObject | undefined {
  const here = `${pointer}/merge`;
  refuseSecrets(merge, here, report);
  const merged = mergePatch(message, filled(merge, here, fill));
  const found = newViolations(type, message, merged);
  for (const { path, message: problem } of found)
    report('envoy-rule', placeWithin(merge, here, pointerOf(path)), { resource: nameOf(type), path, problem });
  return found.length > 0 ? undefined : merged;
}

/** What a patch is to blame for: what was wrong before is not. */
function newViolations(type: PatchedType, before: JsonObject, after: JsonObject) {
  const found = violations(type, after);
  if (found.length === 0) return found;
  const old = new Set(violations(type, before).map(({ path, message }) => `${path} ${message}`));
  return found.filter(({ path, message }) => !old.has(`${path} ${message}`));
}

/** The innermost value of a document that a path leads to. */
function placeWithin(value: JsonValue, pointer: string, path: string): string {
  const [segment, ...rest] = pointerSegments(path);
  if (segment === undefined) return pointer;
  const child = isJsonList(value)
    ? value[Number(segment)]
    : isJsonObject(value) && Object.hasOwn(value, segment)
      ? value[segment]
      : undefined;
  if (child === undefined) return pointer;
  return placeWithin(child, pointer + pointerSegment(segment), rest.map(pointerSegment).join(''));
}

/** An operation that was applied, and where. */
interface Done {
  readonly path: string;
  readonly value: JsonValue | undefined;
  readonly pointer: string;
}

function applyOperations(
  type: PatchedType,
  message: JsonObject,
  operations: readonly EnvoyPatchOperation[],
  context: ChangeContext,
): JsonObject | undefined {
  const before = asJson(canonical(type, asMessage(message)));
  const done: Done[] = [];
  let now: JsonValue = before;
  for (const [place, operation] of operations.entries()) {
    const pointer = `${context.pointer}/operations/${place}`;
    const outcome = applyOne(now, operation, { ...context, pointer });
    if (!outcome) return undefined;
    done.push({ path: outcome.path, value: outcome.given, pointer });
    now = outcome.value;
  }
  if (!isJsonObject(now)) {
    reportRule(type, { path: '', problem: 'must be an object' }, done, context);
    return undefined;
  }
  const found = newViolations(type, before, now);
  for (const { path, message: problem } of found) reportRule(type, { path, problem }, done, context);
  return found.length > 0 ? undefined : now;
}

function applyOne(target: JsonValue, operation: EnvoyPatchOperation, { pointer, fill, report }: ChangeContext) {
  const written = operation.value === undefined ? undefined : jsonValue(operation.value);
  if (written !== undefined) refuseSecrets(written, `${pointer}/value`, report);
  const given = written === undefined ? undefined : filledValue(written, `${pointer}/value`, fill);
  const outcome = applyOperation(target, { ...operation, ...(given !== undefined && { value: given }) });
  switch (outcome.status) {
    case 'applied':
      return { ...outcome, given: written };
    case 'no-path': {
      const { field, found, known } = outcome;
      report('no-such-path', `${pointer}/${field}`, { path: operation[field] ?? '', found, known });
      return undefined;
    }
    case 'other-value':
      report('failed-test', `${pointer}/value`, { path: operation.path, value: outcome.value });
      return undefined;
  }
}

/** Blames the last operation that had to do with a path. */
function reportRule(
  type: PatchedType,
  { path, problem }: { readonly path: string; readonly problem: string },
  done: readonly Done[],
  { pointer, report }: ChangeContext,
): void {
  const target = pointerOf(path);
  const blamed =
    done.findLast((one) => isWithin(target, one.path)) ?? done.findLast((one) => isWithin(one.path, target));
  const where = blamed ? placeInOperation(blamed, target) : `${pointer}/operations`;
  report('envoy-rule', where, { resource: nameOf(type), path, problem });
}

const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);

const placeInOperation = ({ path, value, pointer }: Done, target: string): string =>
  value === undefined || !isWithin(target, path)
    ? `${pointer}/path`
    : placeWithin(value, `${pointer}/value`, target.slice(path.length));

const nameOf = (type: PatchedType): string => `the patched ${type.slice(type.lastIndexOf('.') + 1)}`;

/** The field that other resources, the relay and people know a message by. */
const NAMES: Partial<Readonly<Record<PatchedType, string>>> = {
  'envoy.config.cluster.v3.Cluster': 'name',
  'envoy.config.endpoint.v3.ClusterLoadAssignment': 'cluster_name',
  'envoy.config.listener.v3.FilterChain': 'name',
  'envoy.config.listener.v3.Listener': 'name',
  'envoy.config.route.v3.Route': 'name',
  'envoy.config.route.v3.RouteConfiguration': 'name',
  'envoy.config.route.v3.VirtualHost': 'name',
};

function isRenamed(
  type: PatchedType,
  before: object,
  after: JsonObject,
  { merge, operations = [] }: EnvoyChange,
  { pointer, report }: ChangeContext,
): boolean {
  const field = NAMES[type];
  const name = field === undefined ? undefined : asJson(before)[field];
  // The only filter chain of a listener may have no name, and may get one.
  if (field === undefined || name === undefined || after[field] === name) return false;
  const operation = operations.findLastIndex(
    ({ path, from }) => path === '' || path === `/${field}` || from === `/${field}`,
  );
  const where = merge && Object.hasOwn(merge, field) ? `/merge/${field}` : `/operations/${Math.max(operation, 0)}/path`;
  report('renamed-resource', pointer + where, {
    type: type.slice(type.lastIndexOf('.') + 1),
    name: String(name ?? ''),
  });
  return true;
}
