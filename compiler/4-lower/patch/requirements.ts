/** What a message that a document holds needs of other resources, as far as its fields say so. */
import type { Requirement } from '../../5-pack/bundle.ts';
import { TypeUrl, type JsonObject, type JsonValue } from '../../xds/index.ts';
import { isJsonList, isJsonObject } from '../json-value.ts';

/** Secrets that it gets over SDS, routes over RDS, endpoints over EDS; each once, in the order in which they stand. */
export function requirementsOf(message: object): readonly Requirement[] {
  const found = new Map<string, Requirement>();
  for (const object of objectsIn(message as JsonObject))
    for (const one of requirementsAt(object)) found.set(`${one.typeUrl} ${one.name}`, one);
  return [...found.values()];
}

function requirementsAt({ name, sds_config, rds, type, eds_cluster_config }: JsonObject): readonly Requirement[] {
  const requirements: Requirement[] = [];
  if (isField(sds_config) && typeof name === 'string') requirements.push({ typeUrl: TypeUrl.secret, name });
  if (isField(rds) && typeof rds['route_config_name'] === 'string')
    requirements.push({ typeUrl: TypeUrl.route, name: rds['route_config_name'] });
  if (type === 'EDS') {
    const service = isField(eds_cluster_config) ? eds_cluster_config['service_name'] : undefined;
    const endpoints = service ?? name;
    if (typeof endpoints === 'string') requirements.push({ typeUrl: TypeUrl.endpoint, name: endpoints });
  }
  return requirements;
}

const isField = (value: JsonValue | undefined): value is JsonObject => value !== undefined && isJsonObject(value);

function* objectsIn(value: JsonValue): Iterable<JsonObject> {
  if (isJsonObject(value)) {
    yield value;
    for (const child of Object.values(value)) if (child !== undefined) yield* objectsIn(child);
  } else if (isJsonList(value)) {
    for (const item of value) yield* objectsIn(item);
  }
}
