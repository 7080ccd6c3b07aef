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
  const safe = withoutKeys(named, (certificate) => `{secret:${secrets.certificate(certificate, at.name, at.source)}}`);
  return { '@type': TYPE_URL_PREFIX + type, ...safe };
}

type Certificate = Parameters<Secrets['certificate']>[0];

/** A message in which certificates with a key in it are got over SDS instead. */
export function withoutKeys(message: JsonObject, secretOf: (certificate: Certificate) => string): JsonObject {
  const { tls_certificates: certificates, ...rest } = message;
  const inner = Object.fromEntries(
    Object.entries(rest).map(([key, value]): [string, JsonValue] => [key, withoutKeysIn(value, secretOf)]),
  );
  if (certificates === undefined || !isJsonList(certificates)) return inner;
  const [inline, others] = [certificates.filter(hasKey), certificates.filter((one) => !hasKey(one))];
  if (inline.length === 0) return { ...inner, tls_certificates: certificates };
  return {
    ...inner,
    ...(others.length > 0 && { tls_certificates: others }),
    tls_certificate_sds_secret_configs: inline.map((one) => secretOf(isJsonObject(one) ? one : {})),
  };
}

const withoutKeysIn = (value: JsonValue, secretOf: (certificate: Certificate) => string): JsonValue => {
  if (isJsonList(value)) return value.map((item) => withoutKeysIn(item, secretOf));
  return isJsonObject(value) ? withoutKeys(value, secretOf) : value;
};

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
