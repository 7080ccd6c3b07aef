/** A thousand secrets of one store: none is forgotten, and the store is not run down. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBatching } from '../../../relay/secrets/batch.ts';
import { vaultProvider } from '../../../relay/secrets/providers/vault.ts';
import { createSecrets, type Secrets } from '../../../relay/secrets/secrets.ts';
import { makeFolder, type Folder } from '../../servers/folder.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { startOpenBao, type OpenBao } from '../../servers/openbao.ts';
import { referenceTo } from './resolving.ts';

const THOUSAND = Array.from({ length: 1_000 }, (_, index) => `secret-${index}`);

describe('a thousand secrets in a vault', () => {
  let vault: OpenBao;
  let folder: Folder;
  let secrets: Secrets;
  let told: string[];
  const references = THOUSAND.map((path) =>
    referenceTo({ type: 'vault', engine: 'kv', mount: 'secret', engineVersion: 2, path }, 'generic', `shop/${path}`),
  );
  const states = () => new Set(secrets.status().map(({ state }) => state));

  beforeAll(async () => {
    vault = await startOpenBao();
    folder = await makeFolder();
    await writeFile(join(folder.path, 'token'), await vault.token());
    for (const path of THOUSAND) await vault.write(`secret/${path}`, { value: path });
  }, INSTALLATION_MS);
  afterAll(async () => {
    await vault.stop();
    await folder.remove();
  });
  beforeEach(() => {
    const { address } = vault;
    const tokenFile = join(folder.path, 'token');
    const provider = vaultProvider({ address, paths: ['*'], authentication: { tokenFile }, refreshMs: 300 });
    told = [];
    secrets = createSecrets({
      providers: [provider],
      report: (_, change) => void (change.kind === 'failed' && !change.isTold && told.push(change.message)),
      storeChanged: ({ failure }) => void told.push(failure ? 'the store fails' : 'the store answers'),
      changed: () => undefined,
    });
  });
  afterEach(() => {
    secrets.close();
    vault.delay(0);
  });

  test('are asked for a few at a time', async () => {
    vault.delay(2);
    await secrets.require('default/edge', references);
    expect(secrets.resources(references)).toHaveLength(1_000);
    expect(vault.mostAtOnce()).toBeLessThanOrEqual(8);
  });

  test('are all kept while it is sealed, hardly ask for anything, and all come back', async () => {
    await secrets.require('default/edge', references);
    await vault.seal();
    await expect.poll(states, { timeout: 20_000 }).toEqual(new Set(['stale']));
    const before = vault.requests.length;
    await sleep(1_000);
    // Without a pause it would be asked thousands of times.
    expect(vault.requests.length - before).toBeLessThan(10);
    expect(secrets.resources(references)).toHaveLength(1_000);
    await vault.unseal();
    await expect.poll(states, { timeout: 60_000 }).toEqual(new Set(['served']));
    // Not of each secret, but of those that found it out.
    expect(told.filter((message) => message.includes('sealed')).length).toBeLessThan(20);
    const changes = told.filter((message) => message.startsWith('the store'));
    expect([changes[0], changes.at(-1)]).toEqual(['the store fails', 'the store answers']);
    // What was under way while it was being sealed may be answered after what came later.
    expect(changes.length).toBeLessThanOrEqual(4);
  });

  test('that are needed no more while they are asked for do not make the store a failed one', async () => {
    // So that it is logged in.
    await secrets.require('default/edge', references.slice(0, 1));
    vault.delay(600_000);
    const before = vault.requests.length;
    const first = secrets.require('default/edge', references);
    await expect.poll(() => vault.requests.length - before).toBeGreaterThan(0);
    await secrets.require('default/edge', []);
    await first;
    vault.delay(0);
    await secrets.require('default/edge', references);
    expect(states()).toEqual(new Set(['served']));
    expect(told).toEqual([]);
  });

  test('that hangs keep nobody waiting in turn', async () => {
    secrets.close();
    const provider = vaultProvider({
      address: vault.address,
      paths: ['*'],
      authentication: { tokenFile: join(folder.path, 'token') },
    });
    const options = { providers: [provider], report: () => undefined, changed: () => undefined, timeoutMs: 100 };
    secrets = createSecrets(options);
    vault.delay(600_000);
    const before = vault.requests.length;
    await secrets.require('default/edge', references);
    expect(states()).toEqual(new Set(['missing']));
    expect(vault.requests.length - before).toBeLessThan(50);
  });
});

describe('questions in batches', () => {
  test('are put together, so many at once, and each answered by its own answer', async () => {
    const batches: number[] = [];
    let running = 0;
    let most = 0;
    const ask = createBatching({
      most: 20,
      parallel: 4,
      gatherMs: 1,
      load: async (keys) => {
        batches.push(keys.length);
        most = Math.max(most, ++running);
        await sleep(1);
        running--;
        return keys.map((key) => `of ${key}`);
      },
    });
    const asked = [...THOUSAND, ...THOUSAND].map(ask);
    expect(await Promise.all(asked)).toEqual([...THOUSAND, ...THOUSAND].map((key) => `of ${key}`));
    expect([batches.length, most]).toEqual([50, 4]);
    expect(await ask('later')).toBe('of later');
  });
});
