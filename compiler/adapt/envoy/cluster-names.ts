/** Names of clusters in messages, and what takes their place. */
import { isJsonList, isJsonObject } from '../../4-lower/json-value.ts';
import type { JsonObject, JsonValue } from '../../xds/index.ts';

/** A message in which clusters have other names, wherever one is named. */
export const renameClusters = (message: JsonObject, rename: (name: string) => string | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(message).map(([key, value]): [string, JsonValue] => [key, renamed(key, value, rename)]),
  );

function renamed(key: string, value: JsonValue, rename: (name: string) => string | undefined): JsonValue {
  if (typeof value === 'string') return NAMING.has(key) ? (rename(value) ?? value) : value;
  if (isJsonList(value)) return value.map((item) => renamed(key, item, rename));
  if (!isJsonObject(value)) return value;
  const inner = renameClusters(value, rename);
  if (key !== 'weighted_clusters' || !isList(inner['clusters'])) return inner;
  const clusters = inner['clusters'].map((one) =>
    isJsonObject(one) && typeof one['name'] === 'string' ? { ...one, name: rename(one['name']) ?? one['name'] } : one,
  );
  return { ...inner, clusters };
}

/** Fields of Envoy's API that hold the name of a cluster. */
const NAMING: ReadonlySet<string> = new Set(['cluster', 'cluster_name', 'clusters', 'collector_cluster']);

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] =>
  value !== undefined && isJsonList(value);

/** Every text in a message that could be the name of a cluster. */
export function clustersIn(value: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  renameClusters(value, (name) => void found.add(name));
  return found;
}
