/** Our codec against protobuf-es, over made-up messages of every type that Envoy knows. */
import {
  fromBinary,
  fromJson,
  toBinary,
  toJson,
  type DescMessage,
  type FileRegistry,
  type JsonValue as EsJsonValue,
} from '@bufbuild/protobuf';
import { beforeAll, expect, test } from 'vitest';
import {
  canonical,
  decode,
  encode,
  isMessageName,
  type JsonObject,
  type MessageName,
} from '../../compiler/xds/index.ts';
import { messageNames } from '../../compiler/xds/registry.ts';
import { ENVOY_API_TIMEOUT_MS, readEnvoyApi } from './envoy-api.ts';
import { createRandom } from './random.ts';
import { createMessageMaker } from './random-message.ts';

const MESSAGES_PER_TYPE = 4;

let registry: FileRegistry;
beforeAll(async () => {
  registry = await readEnvoyApi();
}, ENVOY_API_TIMEOUT_MS);

test.each([1, 2, 3])('messages of every type, seed %i', (seed) => {
  const maker = createMessageMaker(createRandom(seed), registry);
  let compared = 0;
  for (const name of messageNames()) {
    const desc = registry.getMessage(name);
    if (!desc || !isMessageName(name)) continue;
    for (let count = 0; count < MESSAGES_PER_TYPE; count++, compared++) {
      compare(name, desc, maker.message(desc));
    }
  }
  expect(compared).toBeGreaterThan(3900);
});

/** Each side reads what the other wrote, both come to the same JSON, and from the same JSON to the same bytes. */
function compare(name: MessageName, desc: DescMessage, message: JsonObject): void {
  const theirs = fromJson(desc, toEs(message), { registry });
  const json = toJson(desc, theirs, { registry, useProtoFieldName: true });
  const bytes = encode(name, message as never);
  expect(canonical(name, message as never), name).toEqual(json);
  expect(decode(name, toBinary(desc, theirs)), name).toEqual(json);
  expect(toJson(desc, fromBinary(desc, bytes), { registry, useProtoFieldName: true }), name).toEqual(json);
  const sorted = toEs(canonical(name, message as never));
  expect(Buffer.from(toBinary(desc, fromJson(desc, sorted, { registry }))).equals(bytes), name).toBe(true);
}

/** protobuf-es has a JSON type of its own, in which nothing is read-only. */
const toEs = (json: object): EsJsonValue => json as EsJsonValue;
