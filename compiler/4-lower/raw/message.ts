/** Messages of Envoy's API that a document holds as they are. */
import { isBase64 } from '../../2-validate/formats/base64.ts';
import { PRIVATE_KEY } from '../../2-validate/formats/certificate.ts';
import { pointerSegment } from '../../diagnostics/location.ts';
import type { FilterContext } from '../../filters/filter-module.ts';
import {
  isMessageName,
  TYPE_URL_PREFIX,
  violations,
  type Any,
  type JsonObject,
  type JsonValue,
} from '../../xds/index.ts';
import { isJsonList } from '../json-value.ts';

/** What stands in a message for something that only lowering knows: `{cluster:x}` → the name of a cluster. */
export type Fill = (text: string, pointer: string) => JsonValue | undefined;

/** Reports at a pointer of the document. */
export type ReportAt = FilterContext['report'];

export interface RawMessageSite {
  /** Full names of the messages that may stand here. */
  readonly allowed: readonly string[];
  /** JSON pointer to the message. */
  readonly pointer: string;
  readonly fill: Fill;
}

/** Fills in a message and holds it against Envoy's API; what breaks a rule is reported where it stands. */
export function rawMessage(
  { '@type': typeUrl, ...fields }: Any & JsonObject,
  { allowed, pointer, fill }: RawMessageSite,
  report: ReportAt,
): Any {
  const type = typeUrl.startsWith(TYPE_URL_PREFIX) ? typeUrl.slice(TYPE_URL_PREFIX.length) : '';
  if (!allowed.includes(type) || !isMessageName(type)) {
    const urls = allowed.map((name) => TYPE_URL_PREFIX + name);
    report('invalid-value', `${pointer}/@type`, { value: typeUrl, allowed: urls });
    return { '@type': typeUrl };
  }
  refuseSecrets(fields, pointer, report);
  const message = filled(fields, pointer, fill);
  for (const { path, message: problem } of violations(type, message))
    report('envoy-rule', pointer + pointerOf(path), { resource: type, path, problem });
  for (const place of emptyConfigurations(message, ''))
    report('envoy-rule', pointer + place, { resource: type, path: place, problem: 'has no "@type"' });
  return { '@type': typeUrl, ...message };
}

/** An extension without a configuration is no message of its rules: Envoy has none by that name, and refuses it. */
function* emptyConfigurations(value: JsonValue, pointer: string): Iterable<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const place = pointer + pointerSegment(key);
    if (key === 'typed_config' && isEmptyObject(child)) yield place;
    else yield* emptyConfigurations(child, place);
  }
}

const isEmptyObject = (value: JsonValue): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Whoever reads the documents would have the key. */
export function refuseSecrets(value: JsonValue, pointer: string, report: ReportAt): void {
  for (const [place, text] of textsIn(value, pointer)) if (hasPrivateKey(text)) report('secret-in-document', place, {});
}

/** As text, or as the bytes that `inline_bytes` has in base64. */
const hasPrivateKey = (text: string): boolean =>
  PRIVATE_KEY.test(text) || (text.startsWith(PEM) && isBase64(text) && PRIVATE_KEY.test(atob(text)));

/** The base64 of `-----BEGIN`, as far as whole characters hold it. */
const PEM = 'LS0tLS1CRUdJT';

function* textsIn(value: JsonValue, pointer: string): Iterable<readonly [pointer: string, text: string]> {
  if (typeof value === 'string') yield [pointer, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* textsIn(child, pointer + pointerSegment(key));
}

/** An object with what stands in it for something else filled in. */
export const filled = (object: JsonObject, pointer: string, fill: Fill): JsonObject =>
  Object.fromEntries(
    Object.entries(object).map(([key, child]) => [key, filledValue(child, pointer + pointerSegment(key), fill)]),
  );

export function filledValue(value: JsonValue, pointer: string, fill: Fill): JsonValue {
  if (typeof value === 'string') return fill(value, pointer) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (isJsonList(value)) return value.map((item, place) => filledValue(item, `${pointer}/${place}`, fill));
  return filled(value, pointer, fill);
}

/** `a.b[0].c["d e"]`, as violations have it → `/a/b/0/c/d e`. */
export const pointerOf = (path: string): string =>
  [...path.matchAll(STEP)]
    .map(([, name, index, key]) => pointerSegment(name ?? index ?? String(JSON.parse(key ?? '""'))))
    .join('');

const STEP = /\.?([^.[\]"]+)(?=[.[]|$)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g;
