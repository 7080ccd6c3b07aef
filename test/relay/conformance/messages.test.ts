/** What stands in each response, byte by byte. */
import { describe, expect, test } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import { openSession } from '../../../relay/session-state.ts';
import { step } from '../../../relay/session.ts';
import { createSnapshot } from '../../../relay/snapshot.ts';
import { readDeltaRequest, readSotwRequest } from '../../../relay/wire/request.ts';
import { encodeDeltaRequest, encodeSotwRequest, messageOf, readFields } from '../discovery.ts';
import { clusterName, createFixture } from '../probe/fixture.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  [TypeUrl.cluster]: [],
  [TypeUrl.endpoint]: [clusterName(0), clusterName(1)],
  [TypeUrl.listener]: [],
  [TypeUrl.route]: ['rc-0'],
  [TypeUrl.secret]: ['s'],
};

/** Encoded responses by the type that was asked for. */
function responses(protocol: 'sotw' | 'delta'): ReadonlyMap<string, Buffer> {
  const secret = { name: 's', version: '1', value: Buffer.from([0x0a, 0x01, 0x73]) };
  const bundle = createFixture()({ clusters: 3 });
  const snapshot = createSnapshot({ bundle, secrets: [secret], identifier: 'relay', push: 1 });
  const opened = step(openSession(protocol, 'allowed'), { kind: 'snapshot', snapshot })[0];
  const sent = new Map<string, Buffer>();
  // Each type is the first of a stream of its own, so that it waits for no other.
  for (const [typeUrl, names] of Object.entries(NAMES)) {
    const [, effects] = step(
      opened,
      protocol === 'sotw'
        ? { kind: 'sotw-request', request: readSotwRequest(encodeSotwRequest({ typeUrl, names })) }
        : { kind: 'delta-request', request: readDeltaRequest(encodeDeltaRequest({ typeUrl, subscribe: names })) },
    );
    for (const effect of effects) if (effect.kind === 'send') sent.set(typeUrl, messageOf(effect));
  }
  return sent;
}

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

describe('a response', () => {
  test.each(['sotw', 'delta'] as const)('%s: has a version, a nonce and the type that was asked for', (protocol) => {
    const sent = responses(protocol);
    expect([...sent.keys()]).toEqual(Object.keys(NAMES));
    for (const [typeUrl, bytes] of sent) {
      const fields = readFields(bytes);
      expect([1, 4, 5].map((field) => fields.get(field)?.length)).toEqual([1, 1, 1]);
      expect(text(fields.get(4)?.[0])).toBe(typeUrl);
      expect([text(fields.get(1)?.[0]), text(fields.get(5)?.[0])]).not.toContain('');
    }
  });

  test('State of the World: resources are Anys of its type, not wrapped for a time to live', () => {
    for (const [typeUrl, bytes] of responses('sotw')) {
      const anys = readFields(bytes).get(2) ?? [];
      expect(anys.length).toBeGreaterThan(0);
      for (const any of anys) expect(text(readFields(any).get(1)?.[0])).toBe(typeUrl);
    }
  });

  test('delta: resources have a name, a version and an Any of its type, and no time to live', () => {
    for (const [typeUrl, bytes] of responses('delta')) {
      const resources = (readFields(bytes).get(2) ?? []).map(readFields);
      expect(resources.length).toBeGreaterThan(0);
      for (const resource of resources) {
        expect([...resource.keys()].toSorted()).toEqual([1, 2, 3]);
        expect(text(readFields(resource.get(2)?.[0] ?? new Uint8Array()).get(1)?.[0])).toBe(typeUrl);
      }
    }
  });
});
