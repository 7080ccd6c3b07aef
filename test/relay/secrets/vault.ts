/** An OpenBao for the tests of a file, and providers that ask it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { SecretProvider } from '../../../relay/secrets/provider.ts';
import { vaultProvider, type VaultProviderOptions } from '../../../relay/secrets/providers/vault.ts';
import { makeFolder, type Folder } from '../../servers/folder.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { startOpenBao, type OpenBao } from '../../servers/openbao.ts';
import { referenceTo } from './resolving.ts';

export interface UsedVault {
  readonly server: () => OpenBao;
  /** What the running test has asked, as `GET /v1/secret/data/shop`. */
  readonly requests: () => readonly string[];
  /** Writes a file that is gone after all tests, and returns its path. */
  readonly file: (name: string, text: string) => Promise<string>;
  /** A provider that may ask for anything, with a token of its own; closed when the test ends. */
  readonly open: (options?: Partial<VaultProviderOptions>) => Promise<SecretProvider>;
}

export function useVault(): UsedVault {
  let server: OpenBao;
  let folder: Folder;
  let before = 0;
  let opened: SecretProvider[] = [];
  beforeAll(async () => {
    server = await startOpenBao();
    folder = await makeFolder();
  }, INSTALLATION_MS);
  afterEach(() => {
    for (const provider of opened) provider.close?.();
    opened = [];
    before = server.requests.length;
  });
  afterAll(async () => {
    await server.stop();
    await folder.remove();
  });
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder.path, name);
    await writeFile(path, text);
    return path;
  };
  return {
    server: () => server,
    requests: () => server.requests.slice(before),
    file,
    open: async (options = {}) => {
      const authentication = options.authentication ?? { tokenFile: await file('token', `${await server.token()}\n`) };
      const provider = vaultProvider({ address: server.address, paths: ['*'], ...options, authentication });
      opened.push(provider);
      return provider;
    },
  };
}

export const kv = (path: string, rest: object = {}) =>
  referenceTo({ type: 'vault', engine: 'kv', mount: 'secret', engineVersion: 2, path, ...rest });

export const kv1 = (path: string) => kv(path, { mount: 'kv1', engineVersion: 1 });
