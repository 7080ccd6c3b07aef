/** Listeners, clusters and all else that documents hold as Envoy has it. */
import { isJsonList, isJsonObject } from '../../4-lower/json-value.ts';
import { TYPE_URL_PREFIX, type JsonObject, type JsonValue, type MessageName } from '../../xds/index.ts';
import type { Source } from '../source.ts';
import { asJson } from './base.ts';
import { renameClusters } from './cluster-names.ts';
import type { UpstreamOf } from './routes.ts';
import type { Secrets } from './secrets.ts';

export interface RawContext {
  readonly upstreamOf: UpstreamOf;
  readonly secrets: Secrets;
}

/** A message with its type, Upstreams named by placeholders, and without private keys. */
export function rawResource(
  type: MessageName,
  message: object,
  at: { readonly source: Source; readonly name: string },
  { upstreamOf, secrets }: RawContext,
): JsonObject & { readonly '@type': string } {
  const named = renameClusters(asJson(message), (cluster) => {
    const upstream = upstreamOf(cluster);
    return upstream === undefined ? undefined : `{cluster:${upstream}}`;
  });
  return { '@type': TYPE_URL_PREFIX + type, ...withReferences(named, at, secrets) };
}

/** A message in which keys, and what Envoy got over SDS, are Secrets of ours. */
export function withReferences(
  message: JsonObject,
  at: { readonly source: Source; readonly name: string },
  secrets: Secrets,
): JsonObject {
  const child = (key: string, value: JsonValue): JsonValue => {
    const type = SERVED.get(key);
    if (type !== undefined)
      return mapObjects(value, ({ name }) => `{secret:${secrets.served({ name: String(name) }, type, at.source)}}`);
    if (isJsonList(value)) return value.map((item) => child('', item));
    return isJsonObject(value) ? withReferences(value, at, secrets) : value;
  };
  const { tls_certificates: certificates, ...rest } = message;
  const inner = Object.fromEntries(
    Object.entries(rest).map(([key, value]): [string, JsonValue] => [key, child(key, value)]),
  );
  if (certificates === undefined || !isJsonList(certificates)) return inner;
  const inline = certificates.filter(hasKey);
  const others = certificates.filter((one) => !hasKey(one));
  const made = inline.map((one) => `{secret:${secrets.certificate(isJsonObject(one) ? one : {}, at.name, at.source)}}`);
  return {
    ...inner,
    ...(others.length > 0 && { tls_certificates: others }),
    ...(made.length > 0 && { tls_certificate_sds_secret_configs: made }),
  };
}

/** Fields that say which secret is got over SDS. */
const SERVED: ReadonlyMap<string, 'tls-certificate' | 'certificate-authority'> = new Map([
  ['tls_certificate_sds_secret_configs', 'tls-certificate'],
  ['validation_context_sds_secret_config', 'certificate-authority'],
]);

const mapObjects = (value: JsonValue, replace: (object: JsonObject) => JsonValue): JsonValue =>
  isJsonList(value) ? value.map((item) => mapObjects(item, replace)) : isJsonObject(value) ? replace(value) : value;

/** The administration interface blots keys out, and they are inline all the same. */
const hasKey = (certificate: JsonValue): boolean => {
  const key = isJsonObject(certificate) ? certificate['private_key'] : undefined;
  return key !== undefined && isJsonObject(key) && key['filename'] === undefined;
};

/** Every text in a value, at any depth. */
export function textsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) textsIn(child, found);
  return found;
}

/** What a patch has to declare for the placeholders in it. */
export function declared(values: readonly unknown[], kind: 'cluster' | 'secret'): Readonly<Record<string, string>> {
  const begin = `{${kind}:`;
  const names = values
    .flatMap((value) => [...textsIn(value)])
    .filter((text) => text.startsWith(begin) && text.endsWith('}'))
    .map((text) => text.slice(begin.length, -1));
  return Object.fromEntries([...new Set(names)].toSorted().map((name) => [name, name]));
}
