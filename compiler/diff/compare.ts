/** What changes from one configuration of gateways to another, by resource. */
import { canonicalJson } from '../canonical-json.ts';
import { compare } from '../compare.ts';
import type { GatewayName } from '../index.ts';
import type { GatewaySnapshot, ResourceSnapshot } from './snapshot.ts';

export interface GatewayChanges {
  readonly gateway: GatewayName;
  readonly resources: readonly ResourceChange[];
  readonly unchanged: number;
}

/** One resource that is not as it was. */
export interface ResourceChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: string;
  readonly name: string;
  /** What it was called before, where its name says what is in it: `default/demo@1a2b3c4d`. */
  readonly previousName?: string;
  /** EnvoyPatch documents that change or add it now; absent if none does, or when removed. */
  readonly patchedBy?: readonly string[];
  /** The same before; absent if none did, or when added. */
  readonly patchedBefore?: readonly string[];
  /** Absent when added. */
  readonly before?: () => unknown;
  /** Absent when removed. */
  readonly after?: () => unknown;
}

/** Gateways by name; within each, resources in the order in which they are sent. Gateways without a change are among them. */
export function compareGateways(
  before: readonly GatewaySnapshot[],
  after: readonly GatewaySnapshot[],
): readonly GatewayChanges[] {
  const old = new Map(before.map((snapshot) => [snapshot.gateway, snapshot]));
  const now = new Map(after.map((snapshot) => [snapshot.gateway, snapshot]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort(compare)
    .map((gateway) => compareGateway(gateway, old.get(gateway)?.resources ?? [], now.get(gateway)?.resources ?? []));
}

function compareGateway(
  gateway: GatewayName,
  before: readonly ResourceSnapshot[],
  after: readonly ResourceSnapshot[],
): GatewayChanges {
  const comparable = comparableKinds(before, after);
  const old = new Map(before.filter(comparable).map((resource) => [keyOf(resource), resource]));
  const now = new Map(after.filter(comparable).map((resource) => [keyOf(resource), resource]));
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => changeOf(old.get(key), now.get(key)));
  const unchanged = [...now.keys()].filter((key) => old.has(key)).length - changes.filter(isChanged).length;
  return { gateway, resources: pairRenamed(changes).toSorted(byKind(before, after)), unchanged };
}

const isChanged = ({ change }: ResourceChange): boolean => change === 'changed';

const keyOf = ({ kind, name }: Pick<ResourceSnapshot, 'kind' | 'name'>): string => `${kind} ${name}`;

/** A bucket holds no bootstraps, so that one can only be compared where both sides have it. */
function comparableKinds(before: readonly ResourceSnapshot[], after: readonly ResourceSnapshot[]) {
  const has = (resources: readonly ResourceSnapshot[]) => resources.some(({ kind }) => kind === 'bootstrap');
  const areComparable = has(before) && has(after);
  return ({ kind }: ResourceSnapshot): boolean => kind !== 'bootstrap' || areComparable;
}

function changeOf(
  before: ResourceSnapshot | undefined,
  after: ResourceSnapshot | undefined,
): readonly ResourceChange[] {
  if (before && after) {
    if (isSame(before, after)) return [];
    return [
      { change: 'changed', ...namesOf(after), before: before.value, after: after.value, ...patchesOf(before, after) },
    ];
  }
  if (after) return [{ change: 'added', ...namesOf(after), after: after.value, ...patchesOf(undefined, after) }];
  return before
    ? [{ change: 'removed', ...namesOf(before), before: before.value, ...patchesOf(before, undefined) }]
    : [];
}

const namesOf = ({ kind, name }: ResourceSnapshot) => ({ kind, name });

const patchesOf = (before: ResourceSnapshot | undefined, after: ResourceSnapshot | undefined) => ({
  ...(after?.patchedBy && { patchedBy: after.patchedBy }),
  ...(before?.patchedBy && { patchedBefore: before.patchedBy }),
});

const isSame = (before: ResourceSnapshot, after: ResourceSnapshot): boolean =>
  before.version !== undefined && after.version !== undefined
    ? before.version === after.version
    : canonicalJson(before.value()) === canonicalJson(after.value());

/** A cluster whose settings change gets another name; people see one cluster that changes. */
function pairRenamed(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  const removed = groupByBase(changes.filter(({ change }) => change === 'removed'));
  const added = groupByBase(changes.filter(({ change }) => change === 'added'));
  return changes.flatMap((change) => {
    const base = baseOf(change);
    const [old, ...otherOld] = (base !== undefined && removed.get(base)) || [];
    const [now, ...otherNow] = (base !== undefined && added.get(base)) || [];
    if (!old?.before || !now?.after || otherOld.length > 0 || otherNow.length > 0) return [change];
    if (change === old) return [];
    const { patchedBefore } = old;
    const before = { previousName: old.name, before: old.before, ...(patchedBefore && { patchedBefore }) };
    return [{ ...now, change: 'changed' as const, ...before, after: now.after }];
  });
}

function groupByBase(changes: readonly ResourceChange[]): ReadonlyMap<string, readonly ResourceChange[]> {
  const groups = new Map<string, ResourceChange[]>();
  for (const change of changes) {
    const base = baseOf(change);
    if (base !== undefined) groups.set(base, [...(groups.get(base) ?? []), change]);
  }
  return groups;
}

/** What stays of a name that ends in a hash of the content. */
const baseOf = ({ kind, name }: ResourceChange): string | undefined => {
  const base = /^(.+)@[0-9a-f]{8}$/.exec(name)?.[1];
  return base === undefined ? undefined : `${kind} ${base}`;
};

function byKind(before: readonly ResourceSnapshot[], after: readonly ResourceSnapshot[]) {
  const kinds = [...new Set([...after, ...before].map(({ kind }) => kind))];
  return (a: ResourceChange, b: ResourceChange): number =>
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(a.name, b.name);
}
