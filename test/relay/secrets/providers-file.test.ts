/** The file that says which stores of secrets a relay has. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';
import { followProviders, type ProvidersEvent } from '../../../relay/secrets/follow-providers.ts';
import { parseProviders } from '../../../relay/secrets/providers-file.ts';
import { makeFolder } from '../../servers/folder.ts';
import { INSTALLATION_MS } from '../../servers/installed.ts';
import { startOpenBao } from '../../servers/openbao.ts';
import { eventually } from '../eventually.ts';
import { referenceTo, resolve, textOf } from './resolving.ts';

const FULL = `
awsSecretsManager: { secrets: ['enroute/*'], region: eu-west-1, refreshEvery: 10m }
vault:
  address: https://vault.example.com:8200
  paths: ['secret/{namespace}/*']
  authentication: { kubernetes: { role: enroute } }
http:
  servers: [{ urlPrefix: 'https://secrets.example.com/{namespace}/', tokenFile: /etc/token }]
  refreshEvery: 30s
`;

/** What is said of a file, line by line. */
const mistakes = (text: string): readonly string[] => {
  try {
    for (const provider of parseProviders(text, 'stores.yaml')) provider.close?.();
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [String(error)];
  }
};

describe('the file of secret providers', () => {
  test('gives a provider for each store, and says how often it is asked', () => {
    const providers = parseProviders(FULL, 'stores.yaml');
    expect(providers.map(({ type, refreshMs }) => [type, refreshMs])).toEqual([
      ['awsSecretsManager', 600_000],
      ['vault', 60_000],
      ['http', 30_000],
    ]);
    for (const provider of providers) provider.close?.();
  });

  test('is read again when it changes; one that cannot be used is told once and changes nothing', async () => {
    const folder = await makeFolder();
    const file = join(folder.path, 'stores.yaml');
    await writeFile(file, '{}');
    const events: ProvidersEvent[] = [];
    const changes: (readonly string[])[] = [];
    const followed = await followProviders(file, {
      changed(providers) {
        changes.push(providers.map(({ type }) => type));
        for (const provider of providers) provider.close?.();
      },
      report: (event) => events.push(event),
      refreshMs: 10,
    });
    expect(followed.first).toEqual([]);
    await writeFile(file, 'vaults: {}');
    await eventually(() => expect(events.at(-1)?.kind).toBe('providers-failed'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await writeFile(file, FULL);
    await eventually(() => expect(changes).toEqual([['awsSecretsManager', 'vault', 'http']]));
    expect(events.map(({ kind }) => kind)).toEqual(['providers-loaded', 'providers-failed', 'providers-loaded']);
    followed.close();
    await folder.remove();
  });

  test('may be empty', () => expect(parseProviders('{}', 'stores.yaml')).toEqual([]));

  test(
    'says what documents may name, and where the relay finds it',
    async () => {
      const folder = await makeFolder();
      const vault = await startOpenBao();
      const tokenFile = join(folder.path, 'token');
      await writeFile(tokenFile, await vault.token());
      await vault.write('secret/shop/a', { value: 'v' });
      const text = `vault: { address: '${vault.address}/', paths: ['secret/{namespace}/*'], authentication: { tokenFile: ${tokenFile} } }`;
      const [provider] = parseProviders(text, 'stores.yaml');
      if (!provider) throw new Error('there is no provider');
      const settings = { type: 'vault', engine: 'kv', mount: 'secret', engineVersion: 2, path: 'shop/a' };
      expect(textOf(await resolve(provider, referenceTo(settings)))).toBe('v');
      expect(await resolve(provider, referenceTo(settings, 'generic', 'other/a'))).toMatchObject({
        reason: 'misconfigured',
      });
      provider.close?.();
      await vault.stop();
      await folder.remove();
    },
    INSTALLATION_MS,
  );

  test.each([
    ['vaults: {}', 'stores.yaml:1:1: unknown field "vaults"; did you mean "vault"?'],
    ['vault: { address: "https://v", paths: ["*"] }', /missing.*|"authentication"/],
    ['vault: { address: "https://v", paths: ["*"], authentication: {} }', /tokenFile/],
    ['vault: { address: "https://u:p@v", paths: ["*"], authentication: { tokenFile: /t } }', /a URL without a user/],
    ['vault: { address: "https://v", paths: ["a*b"], authentication: { tokenFile: /t } }', /a\*b/],
    ['vault: { address: "https://v", paths: [], authentication: { tokenFile: /t } }', /paths|at least/],
    ['vault: { address: "https://v", paths: ["*"], authentication: { tokenFile: t } }', /"t"/],
    ['http: { servers: [{ urlPrefix: "https://a/b" }] }', /urlPrefix|https:\/\/a\/b/],
    ['http: { servers: [{ urlPrefix: "https://u:p@a/" }] }', /a URL without a user/],
    ['http: { servers: [], refreshEvery: 0s }', /stores\.yaml:1/],
    ['awsSecretsManager: {}', /"secrets"/],
  ])('that is wrong is told, with the place: %s', (text, sentence) => {
    const [first = ''] = mistakes(text);
    if (typeof sentence === 'string') expect(first).toBe(sentence);
    else expect(first).toMatch(sentence);
    expect(first).toMatch(/^stores\.yaml:1:\d+: /);
  });
});

describe('docs/secrets.md', () => {
  const page = () => readFile(join(import.meta.dirname, '../../../docs/secrets.md'), 'utf8');

  test('shows a file of secret providers that can be read', async () => {
    const [, text = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(await page()) ?? [];
    const providers = parseProviders(text, 'stores.yaml');
    expect(providers.map(({ type }) => type)).toEqual(['awsSecretsManager', 'vault', 'kubernetes', 'http']);
    for (const provider of providers) provider.close?.();
  });

  test('shows examples of every store that can be compiled', async () => {
    const rows = [...(await page()).matchAll(/^\| `[^|]*\| `(\w+: \{[^|]*\})` +\|/gm)].map(
      ([, example = '']) => example,
    );
    expect(rows).toHaveLength(7);
    for (const example of rows) {
      const type = /certificateChain|pki|shop-tls/.test(example) ? 'tls-certificate' : 'generic';
      const text = `apiVersion: enroute.dev/v1\nkind: Secret\nmetadata: { name: a }\nspec: { type: ${type}, ${example} }\n`;
      const { diagnostics } = compile([{ path: 'a.yaml', text }]);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});
