/** Requests and responses as bytes, written and read by another's code. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNode } from '../../relay/wire/node.ts';
import { WireError } from '../../relay/wire/protobuf.ts';
import { readDeltaRequest, readSotwRequest } from '../../relay/wire/request.ts';
import { nonceField, writeDeltaBody, writeSotwBody } from '../../relay/wire/response.ts';
import {
  decodeDeltaResponse,
  decodeSotwResponse,
  encodeDeltaRequest,
  encodeNode,
  encodeSotwRequest,
  type TestNode,
} from './discovery.ts';

/** Any text that UTF-8 can hold: no half of a surrogate pair. */
const text = fc.string({ unit: 'grapheme', minLength: 1 });
const names = fc.array(fc.oneof(fc.constantFrom('a', 'b', '*', '__proto__', 'ü'), text), { maxLength: 30 });

describe('a request', () => {
  test('State of the World: comes back as it was written', () => {
    const requests = fc.record({ version: text, names, typeUrl: text, nonce: text, error: fc.option(text) });
    fc.assert(
      fc.property(requests, ({ error, ...rest }) => {
        const bytes = encodeSotwRequest({ ...rest, ...(error !== null && { error }) });
        const read = readSotwRequest(bytes);
        expect({ ...read, names: new Set(read.names.names) }).toEqual({
          ...rest,
          names: new Set(rest.names),
          error,
          node: null,
        });
      }),
    );
  });

  test('delta: comes back as it was written', () => {
    const versions = fc.dictionary(text, text).map((entries) => ({ ...entries }));
    const requests = fc.record({ typeUrl: text, nonce: text, subscribe: names, unsubscribe: names, initial: versions });
    fc.assert(
      fc.property(requests, (request) => {
        const read = readDeltaRequest(encodeDeltaRequest(request));
        expect(read.typeUrl).toBe(request.typeUrl);
        expect(read.nonce).toBe(request.nonce);
        expect(new Set(read.subscribe.names)).toEqual(new Set(request.subscribe));
        expect(new Set(read.unsubscribe.names)).toEqual(new Set(request.unsubscribe));
        expect(new Map(read.initial.versions)).toEqual(new Map(Object.entries(request.initial)));
      }),
    );
  });

  test('with the names of one before, in any order, has the same set', () => {
    const many = Array.from({ length: 200 }, (_, index) => `cluster-${index}`);
    const first = readSotwRequest(encodeSotwRequest({ typeUrl: 't', names: many }));
    const again = readSotwRequest(encodeSotwRequest({ typeUrl: 't', names: many }));
    const shuffled = readSotwRequest(encodeSotwRequest({ typeUrl: 't', names: many.toReversed() }));
    const longer = readSotwRequest(encodeSotwRequest({ typeUrl: 't', names: [...many, 'one-more'] }));
    const shorter = readSotwRequest(encodeSotwRequest({ typeUrl: 't', names: many.slice(1) }));
    expect(again.names).toBe(first.names);
    expect(shuffled.names).toBe(first.names);
    expect([longer.names.names.size, shorter.names.names.size]).toEqual([201, 199]);
    expect(longer.typeUrl).toBe('t');
  });

  test('that repeats a name has it once', () => {
    const { names: read } = readSotwRequest(encodeSotwRequest({ names: ['a', 'a', 'b'] }));
    expect([...read.names].toSorted()).toEqual(['a', 'b']);
  });

  test('that says in error_detail nothing but a code is a rejection too', () => {
    const bytes = Buffer.concat([encodeSotwRequest({ typeUrl: 't' }), Buffer.from([0x32, 0x02, 0x08, 0x0d])]);
    expect(readSotwRequest(bytes).error).toBe('');
  });

  test('with fields that nobody knows is read without them', () => {
    const unknown = Buffer.from([0x38, 0x96, 0x01, 0x42, 0x01, 0x61, 0x4d, 0, 0, 0, 0, 0x51, 0, 0, 0, 0, 0, 0, 0, 0]);
    const bytes = Buffer.concat([unknown, encodeSotwRequest({ typeUrl: 't', names: ['a'] }), unknown]);
    expect(readSotwRequest(bytes)).toMatchObject({ typeUrl: 't', error: null });
  });

  test('that is cut off or garbled is refused, or read as another, but never breaks anything', () => {
    const whole = encodeDeltaRequest({
      typeUrl: 't',
      nonce: 'n',
      subscribe: ['a', 'b'],
      initial: { a: '1' },
      error: 'e',
    });
    const garbled = fc.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length));
    fc.assert(
      fc.property(garbled, ([at, byte, length]) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        for (const read of [readSotwRequest, readDeltaRequest, readNode]) {
          try {
            read(bytes.subarray(0, length));
          } catch (error) {
            expect(error).toBeInstanceOf(WireError);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['a length beyond its end', [0x22, 0x05, 0x61]],
    ['a number that does not end', [0x22, 0x80, 0x80]],
    ['a number of eleven bytes', [0x38, ...Array.from({ length: 10 }, () => 0xff), 0x01]],
    ['a group', [0x3b]],
    ['text that is not UTF-8', [0x22, 0x01, 0xff]],
    ['a name that is not UTF-8', [0x1a, 0x02, 0xc3, 0x28]],
    ['a fixed field that is cut off', [0x4d, 0, 0]],
  ])('with %s is refused', (_, bytes) => {
    expect(() => readSotwRequest(Buffer.from(bytes))).toThrow(WireError);
  });
});

describe('a node', () => {
  const node: TestNode = {
    id: 'n1',
    cluster: 'edge',
    locality: ['eu', 'eu-1', 'a'],
    metadata: { team: 'shop', canary: true, weight: 2.5, __proto__x: 'y' },
    version: [1, 40, 0],
    extensions: Array.from({ length: 500 }, (_, index) => `envoy.filters.http.filter_${index}`),
  };

  test('is read without the list of its extensions', () => {
    expect(readNode(Buffer.from(encodeNode(node)))).toEqual({
      id: 'n1',
      cluster: 'edge',
      locality: { region: 'eu', zone: 'eu-1', subZone: 'a' },
      metadata: new Map(Object.entries({ team: 'shop', canary: 'true', weight: '2.5', __proto__x: 'y' })),
      version: '1.40.0',
    });
  });

  test('may say its version in words', () => {
    expect(readNode(Buffer.from(encodeNode({ version: 'v1.2-dev' }))).version).toBe('v1.2-dev');
  });

  test('may say nothing', () => {
    const nowhere = { region: '', zone: '', subZone: '' };
    expect(readNode(Buffer.alloc(0))).toEqual({
      id: '',
      cluster: '',
      locality: nowhere,
      metadata: new Map(),
      version: '',
    });
  });
});

describe('a response', () => {
  const content = { typeUrl: 't', version: 'v', identifier: 'relay/1' };
  /** Field 2, an Any with a value whose field 1 is the name `a`. */
  const any = Buffer.from([0x12, 0x05, 0x12, 0x03, 0x0a, 0x01, 0x61]);
  /** Field 2, a Resource with name (3), version (1) and that Any (2). */
  const resource = Buffer.from([0x12, 0x0d, 0x1a, 0x01, 0x61, 0x0a, 0x01, 0x37, ...any]);

  test('State of the World', () => {
    const bytes = Buffer.concat([writeSotwBody({ ...content, resources: [any, any] }), nonceField('7-0')]);
    expect(decodeSotwResponse(bytes)).toMatchObject({
      ...content,
      nonce: '7-0',
      resources: [{ name: 'a' }, { name: 'a' }],
    });
  });

  test('delta', () => {
    const body = writeDeltaBody({ ...content, resources: [resource] }, ['gone', 'x'.repeat(300)]);
    const bytes = Buffer.concat([body, nonceField('7-0')]);
    expect(decodeDeltaResponse(bytes)).toMatchObject({
      ...content,
      nonce: '7-0',
      resources: [{ name: 'a', version: '7' }],
      removed: ['gone', 'x'.repeat(300)],
    });
  });
});
