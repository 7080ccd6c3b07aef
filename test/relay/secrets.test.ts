import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SecretReference } from '../../compiler/5-pack/bundle.ts';
import { decode } from '../../compiler/xds/index.ts';
import type { SecretChange } from '../../relay/secrets/entry.ts';
import { failed, type Resolution, type SecretProvider } from '../../relay/secrets/provider.ts';
import { fileProvider } from '../../relay/secrets/providers/file.ts';
import { redact } from '../../store/redacted.ts';
import { createSecrets, type Secrets } from '../../relay/secrets/secrets.ts';
import { makeAuthority, type Certificate } from '../servers/certificates.ts';
import { eventually } from './eventually.ts';

const SECRET = 'envoy.extensions.transport_sockets.tls.v3.Secret';
const EDGE = 'default/edge';

const generic = (name: string, type = 'scripted'): SecretReference => ({
  name,
  type: 'generic',
  provider: { type, key: name },
});

const value = (text: string): Resolution => ({
  status: 'resolved',
  material: { type: 'generic', value: redact(new TextEncoder().encode(text)) },
});

/** A provider that gives what a test wants next, and asks again at once. */
function scripted(first: Resolution) {
  const script = { next: first, asked: 0 };
  const provider: SecretProvider = {
    type: 'scripted',
    refreshMs: 5,
    async resolve() {
      script.asked++;
      return script.next;
    },
  };
  return { provider, script };
}

describe('secrets', () => {
  let secrets: Secrets;
  let changes: (readonly [string, SecretChange])[];
  let changed: string[];

  const open = (provider: SecretProvider, timeoutMs?: number): Secrets => {
    changes = [];
    changed = [];
    secrets = createSecrets({
      providers: [provider],
      report: ({ name }, change) => changes.push([name, change]),
      changed: (gateway) => changed.push(gateway),
      ...(timeoutMs !== undefined && { timeoutMs }),
    });
    return secrets;
  };
  afterEach(() => secrets.close());

  const values = (references: readonly SecretReference[] = [generic('default/a')]) =>
    secrets.resources(references).map((resource) => {
      const { generic_secret } = decode(SECRET, resource.value);
      return [resource.name, Buffer.from(generic_secret?.secret?.inline_bytes ?? '', 'base64').toString()];
    });

  test('come from other providers when these change; until then the last values stay', async () => {
    const close = vi.fn();
    open({ ...scripted(value('old')).provider, close }, 50);
    await secrets.require(EDGE, [generic('default/a')]);
    const { provider, script } = scripted({ status: 'failed', reason: 'unavailable', message: 'it is away' });
    secrets.setProviders([provider]);
    await eventually(() => expect(script.asked).toBeGreaterThan(1));
    expect(values()).toEqual([['default/a', 'old']]);
    script.next = value('new');
    await eventually(() => expect(values()).toEqual([['default/a', 'new']]));
    await eventually(() => expect(close).toHaveBeenCalledOnce());
  });

  test('are at hand once they are required', async () => {
    open(scripted(value('v')).provider);
    await secrets.require(EDGE, [generic('default/b'), generic('default/a')]);
    expect(values([generic('default/a'), generic('default/none'), generic('default/b')])).toEqual([
      ['default/a', 'v'],
      ['default/b', 'v'],
    ]);
  });

  test('have new versions with new values, and only then', async () => {
    const { provider, script } = scripted(value('one'));
    open(provider);
    await secrets.require(EDGE, [generic('default/a')]);
    const [first] = secrets.resources([generic('default/a')]);
    const asked = script.asked;
    await eventually(() => expect(script.asked).toBeGreaterThan(asked + 2));
    expect(changed).toEqual([EDGE]);
    script.next = value('two');
    await eventually(() => expect(values()).toEqual([['default/a', 'two']]));
    expect(changed).toEqual([EDGE, EDGE]);
    expect(secrets.resources([generic('default/a')])[0]?.version).not.toBe(first?.version);
  });

  test('keep the last value while their provider fails, and say so once', async () => {
    const { provider, script } = scripted(value('one'));
    open(provider);
    await secrets.require(EDGE, [generic('default/a')]);
    script.next = failed('unavailable', 'the vault is sealed');
    await eventually(() => expect(secrets.status()[0]?.state).toBe('stale'));
    const asked = script.asked;
    await eventually(() => expect(script.asked).toBeGreaterThan(asked + 2));
    expect(values()).toEqual([['default/a', 'one']]);
    expect(changes.map(([, { kind }]) => kind)).toEqual(['resolved', 'failed']);
    expect(secrets.status()).toEqual([
      expect.objectContaining({
        name: 'default/a',
        problem: { reason: 'unavailable', message: 'the vault is sealed' },
      }),
    ]);

    script.next = value('one');
    await eventually(() => expect(secrets.status()[0]?.state).toBe('served'));
    expect(changes.map(([, { kind }]) => kind)).toEqual(['resolved', 'failed', 'resolved']);
    expect(changed).toEqual([EDGE]);
  });

  test('that have no value are left out', async () => {
    open(scripted(failed('not-found', 'no such secret')).provider);
    await secrets.require(EDGE, [generic('default/a'), generic('default/b', 'vault')]);
    expect(values([generic('default/a'), generic('default/b', 'vault')])).toEqual([]);
    expect(secrets.status().map(({ state, problem }) => [state, problem?.reason])).toEqual([
      ['missing', 'not-found'],
      ['missing', 'misconfigured'],
    ]);
  });

  test('do not wait for a provider that never answers', async () => {
    open({ type: 'scripted', resolve: () => new Promise(() => undefined) }, 50);
    await secrets.require(EDGE, [generic('default/a')]);
    expect(secrets.status()[0]?.problem).toMatchObject({
      reason: 'unavailable',
      message: expect.stringContaining('50 ms'),
    });
  });

  test('tell nothing of what a provider throws but its kind', async () => {
    open({ type: 'scripted', resolve: () => Promise.reject(new TypeError('hunter2 is not a token')) });
    await secrets.require(EDGE, [generic('default/a')]);
    expect(JSON.stringify([secrets.status(), changes])).toContain('TypeError');
    expect(JSON.stringify([secrets.status(), changes])).not.toContain('hunter2');
  });

  test('of another type than the document says are refused', async () => {
    open(scripted(value('v')).provider);
    await secrets.require(EDGE, [{ ...generic('default/a'), type: 'certificate-authority' }]);
    expect(secrets.status()[0]?.problem?.reason).toBe('invalid');
  });

  test('are asked for once, whatever the number of gateways, and no longer than one needs them', async () => {
    const { provider, script } = scripted(value('v'));
    open(provider);
    await secrets.require(EDGE, [generic('default/a')]);
    await secrets.require('default/internal', [generic('default/a')]);
    expect(secrets.status()).toMatchObject([{ gateways: [EDGE, 'default/internal'] }]);
    await secrets.require(EDGE, []);
    expect(values()).toEqual([['default/a', 'v']]);
    await secrets.require('default/internal', []);
    expect(values()).toEqual([]);
    expect(secrets.status()).toEqual([]);
    const asked = script.asked;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(script.asked).toBeLessThanOrEqual(asked + 1);
  });

  test('have versions that tell nothing of a short value', async () => {
    open(scripted(value('0000')).provider);
    await secrets.require(EDGE, [generic('default/a')]);
    const { createHash } = await import('node:crypto');
    const digest = createHash('sha256').update('0000').digest('base64url');
    expect(digest).not.toContain(secrets.resources([generic('default/a')])[0]?.version);
  });

  describe('in files', () => {
    let folder: string;
    let old: Certificate;
    let renewed: Certificate;
    const reference: SecretReference = {
      name: 'default/shop-tls',
      type: 'tls-certificate',
      provider: { type: 'file', certificateChain: 'shop.crt', privateKey: 'shop.key' },
    };

    beforeAll(async () => {
      const authority = await makeAuthority();
      old = await authority.issue({ commonName: 'shop', notAfter: new Date(Date.now() + 600_000) });
      renewed = await authority.issue({ commonName: 'shop', notAfter: new Date('2050-01-01T00:00:00Z') });
    });
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'enroute-secrets-'));
      await writeFile(join(folder, 'shop.crt'), old.certificate);
      await writeFile(join(folder, 'shop.key'), old.privateKey);
      open(fileProvider({ folders: [folder], refreshMs: 5 }));
      await secrets.require(EDGE, [reference]);
    });
    afterEach(() => rm(folder, { recursive: true }));

    const served = () => decode(SECRET, secrets.resources([reference])[0]?.value ?? new Uint8Array());

    test('reach Envoy as a TLS certificate', () => {
      expect(served()).toEqual({
        name: 'default/shop-tls',
        tls_certificate: {
          certificate_chain: { inline_string: old.certificate },
          private_key: { inline_string: old.privateKey },
        },
      });
    });

    test('are reported when they are about to expire, and when they have been renewed', async () => {
      expect(changes.map(([, change]) => (change.kind === 'expiry' ? change.expiry : change.kind))).toEqual([
        'resolved',
        'about to expire',
      ]);
      await writeFile(join(folder, 'shop.key'), renewed.privateKey);
      await writeFile(join(folder, 'shop.crt'), renewed.certificate);
      await eventually(() => expect(secrets.status()[0]?.expires).toBe('2050-01-01T00:00:00.000Z'));
      expect(changes.at(-1)?.[1]).toMatchObject({ kind: 'expiry', expiry: 'valid' });
      expect(served().tls_certificate?.private_key?.inline_string).toBe(renewed.privateKey);
    });

    test('that are half renewed are not served', async () => {
      await writeFile(join(folder, 'shop.crt'), renewed.certificate);
      await eventually(() => expect(secrets.status()[0]?.state).toBe('stale'));
      expect(secrets.status()[0]?.problem?.message).toContain('does not belong');
      expect(served().tls_certificate?.certificate_chain?.inline_string).toBe(old.certificate);
    });
  });
});
