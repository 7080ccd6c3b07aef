import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { collectGarbage } from '../../store/garbage.ts';
import { parsePointer, readHead } from '../../store/head.ts';
import { history } from '../../store/history.ts';
import { chunkKey, manifestKey, pointerKey, revisionKey, signatureKey } from '../../store/keys.ts';
import { loadBundle } from '../../store/load.ts';
import { createMemoryStore } from '../../store/memory.ts';
import { publish } from '../../store/publish.ts';
import { rollback } from '../../store/rollback.ts';
import { generateKeyPair, KeyError, readSignKey, readVerifyKeys, type SignKey } from '../../store/signing/keys.ts';
import { isSigned, signPointer, verifyPointer } from '../../store/signing/sign.ts';
import type { Store } from '../../store/store.ts';
import { byTest, edition, GATEWAY } from './bundles.ts';
import { describeEachStore } from './stores.ts';

const newKey = async (): Promise<SignKey> => readSignKey((await generateKeyPair()).privatePem);
const [ann, bob] = [await newKey(), await newKey()];
const signedBy = (...signKeys: SignKey[]) => byTest('signed', { signKeys });

const headOf = async (store: Store) => (await readHead(store, GATEWAY)) ?? expect.fail('there is no head');
const verified = async (store: Store, ...keys: SignKey[]) => {
  const { pointer, bytes } = await headOf(store);
  return (await verifyPointer(pointer, bytes, keys)).status;
};

const statement = {
  gateway: GATEWAY,
  revision: 'a'.repeat(64),
  bundle: 'b'.repeat(64),
  number: 7,
  time: '2026-01-02T03:04:05.000Z',
};

describe('keys', () => {
  test('have one name on both sides, and a private key never comes out again', async () => {
    const { privatePem, publicPem, id } = await generateKeyPair();
    const key = await readSignKey(`a comment\n${privatePem}`);
    expect([key.id, ...(await readVerifyKeys(publicPem)).map((each) => each.id)]).toEqual([id, id]);
    await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow();
  });

  test("are OpenSSL's", async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const pointer = await signPointer(statement, [await readSignKey(privateKey)]);
    const verified = await verifyPointer(pointer, canonicalBytes(pointer), await readVerifyKeys(publicKey));
    expect(verified.status).toBe('trusted');
  });

  test('several public keys may be in one text', async () => {
    const pairs = [await generateKeyPair(), await generateKeyPair()];
    const keys = await readVerifyKeys(pairs.map(({ publicPem }) => publicPem).join(''));
    expect(keys.map(({ id }) => id)).toEqual(pairs.map(({ id }) => id));
  });

  test.each([
    ['nothing', '', /no private key/, /no public key/],
    ['no base64', '-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----', /no Ed25519/, /private key, which/],
    ['encrypted', '-----BEGIN ENCRYPTED PRIVATE KEY-----\n', /encrypted/, /private key, which/],
    ['broken', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', /no private key/, /none of Ed25519/],
  ])('%s is no key', async (_, pem, noPrivate, noPublic) => {
    await expect(readSignKey(pem)).rejects.toThrow(noPrivate);
    await expect(readVerifyKeys(pem)).rejects.toThrow(noPublic);
    await expect(readSignKey(pem)).rejects.toThrow(KeyError);
  });
});

describe('a signed pointer', () => {
  test('is trusted by whoever knows any of its keys', async () => {
    const pointer = await signPointer(statement, [ann, bob]);
    const verify = async (...keys: SignKey[]) => (await verifyPointer(pointer, canonicalBytes(pointer), keys)).status;
    expect([await verify(ann), await verify(bob), await verify(ann, bob)]).toEqual(['trusted', 'trusted', 'trusted']);
    expect([await verify(await newKey()), await verify()]).toEqual(['unknown-keys', 'unknown-keys']);
  });

  test('is trusted no more when any bit of it is flipped', async () => {
    const bytes = canonicalBytes(await signPointer(statement, [ann]));
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = bytes.slice();
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const pointer = parsePointer(altered);
      const status = pointer && (await verifyPointer(pointer, altered, [ann, bob])).status;
      expect([status, bit]).not.toEqual(['trusted', bit]);
    }
  });

  test('says nothing about anything else', async () => {
    const pointer = await signPointer(statement, [ann]);
    const other = fc.record(
      {
        gateway: fc.string(),
        bundle: fc.stringMatching(/^[0-9a-f]{64}$/),
        revision: fc.stringMatching(/^[0-9a-f]{64}$/),
        number: fc.nat(),
        time: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      },
      { requiredKeys: [] },
    );
    const isTrusted = async (change: Partial<typeof statement>) => {
      const altered = { ...pointer, ...change };
      return (await verifyPointer(altered, canonicalBytes(altered), [ann])).status === 'trusted';
    };
    await fc.assert(
      fc.asyncProperty(other, async (change) => {
        const isSame = Object.keys(change).length === 0;
        expect(await isTrusted(change)).toBe(isSame);
      }),
    );
  });
});

describeEachStore('publishing with keys', (open) => {
  test('signs each revision, and keeps the signatures for as long as the revisions', async () => {
    const store = await open();
    await publish(store, edition(1), signedBy(ann));
    await publish(store, edition(2), signedBy(ann));
    expect(await verified(store, ann)).toBe('trusted');
    const [second, first] = await history(store, GATEWAY);
    expect((await headOf(store)).pointer).toMatchObject({ number: 2, time: second?.time, revision: second?.digest });
    const has = async (revision = '') => (await store.get(signatureKey(revision))).status;
    expect([await has(first?.digest), await has(second?.digest)]).toEqual(['found', 'found']);
    await collectGarbage(store, { keep: 1, graceMs: 0, now: Date.now() + 3_600_000 });
    expect([await has(first?.digest), await has(second?.digest)]).toEqual(['absent', 'found']);
    expect((await store.get(revisionKey(first?.digest ?? ''))).status).toBe('absent');
  });
});

describe('publishing with keys', () => {
  test('a flipped bit of the manifest leaves nothing to serve', async () => {
    const store = createMemoryStore();
    await publish(store, edition(1), signedBy(ann));
    const { bundle } = (await headOf(store)).pointer;
    const { manifestBytes } = edition(1);
    await fc.assert(
      fc.asyncProperty(fc.nat(manifestBytes.length * 8 - 1), async (bit) => {
        const altered = manifestBytes.slice();
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await store.put(manifestKey(bundle), altered);
        expect(await loadBundle(store, bundle)).toMatchObject({ status: 'failed' });
      }),
    );
  });

  test('the same bundle stays, unless its head lacks a signature, or a new one is wanted', async () => {
    const store = createMemoryStore();
    const again = async (...[options]: Parameters<typeof byTest>[1][]) =>
      (await publish(store, edition(1), byTest('again', options))).status;
    expect(await again()).toBe('published');
    expect(await again()).toBe('unchanged');
    expect(await again({ signKeys: [ann] })).toBe('published');
    expect(await again({ signKeys: [ann] })).toBe('unchanged');
    expect(await again({ signKeys: [ann, bob] })).toBe('published');
    expect([await verified(store, ann), await verified(store, bob)]).toEqual(['trusted', 'trusted']);
    expect(await again({ signKeys: [bob] })).toBe('unchanged');
    expect(await again({ signKeys: [bob], unchanged: 'again' })).toBe('published');
    expect(await verified(store, ann)).toBe('unknown-keys');
  });

  test('publishing again repairs what was altered', async () => {
    const store = createMemoryStore();
    const bundle = edition(1);
    await publish(store, bundle, signedBy(ann));
    for (const chunk of bundle.chunks.keys()) await store.put(chunkKey(chunk), new Uint8Array());
    await store.put(manifestKey(bundle.id), new Uint8Array());
    expect(await loadBundle(store, bundle.id)).toMatchObject({ status: 'failed' });
    await publish(store, bundle, byTest('repair', { signKeys: [ann], unchanged: 'again' }));
    expect(await loadBundle(store, bundle.id)).toMatchObject({ status: 'loaded' });
  });

  test('time rises even if clocks differ, and follows nobody into the future', async () => {
    const store = createMemoryStore();
    const timeAt = async (number: number, time: string) => {
      await publish(store, edition(number), byTest('timed', { signKeys: [ann], time }));
      const { pointer } = await headOf(store);
      return isSigned(pointer) ? pointer.time : undefined;
    };
    expect(await timeAt(1, '2026-01-01T00:04:00Z')).toBe('2026-01-01T00:04:00.000Z');
    expect(await timeAt(2, '2026-01-01T00:00:00Z')).toBe('2026-01-01T00:04:00.001Z');
    expect(await timeAt(3, '2025-01-01T00:00:00Z')).toBe('2025-01-01T00:00:00.000Z');
  });

  test('a rollback signs only what a trusted key has signed before', async () => {
    const store = createMemoryStore();
    await publish(store, edition(1), byTest('unsigned'));
    await publish(store, edition(2), signedBy(ann));
    await publish(store, edition(3), signedBy(bob));
    const back = async (to: number, ...verifyKeys: SignKey[]) =>
      (await rollback(store, GATEWAY, { ...signedBy(bob), to, verifyKeys })).status;
    expect(await back(1, ann)).toBe('untrusted-revision');
    expect(await back(2)).toBe('untrusted-revision');
    expect(await back(2, ann)).toBe('published');
    expect(await verified(store, bob)).toBe('trusted');
    expect(await back(3)).toBe('published');
  });

  test('the signature of one revision is none of another', async () => {
    const store = createMemoryStore();
    await publish(store, edition(1), byTest('unsigned'));
    await publish(store, edition(2), signedBy(ann));
    const [second, first] = await history(store, GATEWAY);
    const signature = await store.get(signatureKey(second?.digest ?? ''));
    if (signature.status === 'found') await store.put(signatureKey(first?.digest ?? ''), signature.bytes);
    expect((await rollback(store, GATEWAY, { ...signedBy(ann), to: 1 })).status).toBe('untrusted-revision');
  });

  test('a pointer whose signatures are malformed is none', async () => {
    const good = await signPointer(statement, [ann]);
    const [signature = expect.fail()] = good.signatures;
    expect(parsePointer(canonicalBytes(good))).toEqual(good);
    for (const change of [
      { signatures: [] },
      { signatures: [{ ...signature, key: '../..' }] },
      { signatures: [{ ...signature, signature: signature.signature.toUpperCase() }] },
      { signatures: Array.from({ length: 17 }, () => signature) },
      { time: '2026-01-02' },
      { number: 1.5 },
    ]) {
      expect(parsePointer(canonicalBytes({ ...good, ...change }))).toBeUndefined();
    }
    expect(pointerKey(GATEWAY)).toBe('pointers/default/edge.json');
  });
});
