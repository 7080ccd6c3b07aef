/** Secrets of a real Kubernetes API. */
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { request as sendHttps } from 'node:https';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SecretReference } from '../../../compiler/5-pack/bundle.ts';
import type { SecretProvider } from '../../../relay/secrets/provider.ts';
import { kubernetesProvider, type KubernetesProviderOptions } from '../../../relay/secrets/providers/kubernetes.ts';
import { createSecrets, type Secrets } from '../../../relay/secrets/secrets.ts';
import { makeAuthority } from '../../servers/certificates.ts';
import { makeFolder, type Folder } from '../../servers/folder.ts';
import { KUBERNETES_INSTALLATION_MS, startKubernetes, type Kubernetes } from '../../servers/kubernetes.ts';
import { close, listen } from '../../servers/ports.ts';
import { referenceTo, resolve, textOf } from './resolving.ts';

let cluster: Kubernetes;
let provider: SecretProvider | undefined;
let secrets: Secrets | undefined;

beforeAll(async () => {
  cluster = await startKubernetes();
  for (const name of ['shop', 'shared']) await cluster.send('POST', '/api/v1/namespaces', { metadata: { name } });
}, KUBERNETES_INSTALLATION_MS);
afterAll(() => cluster.remove());
afterEach(() => {
  secrets?.close();
  provider?.close?.();
  secrets = undefined;
});

const open = (options: KubernetesProviderOptions = {}): SecretProvider => {
  provider = kubernetesProvider({ kubeconfig: cluster.kubeconfig, ...options });
  return provider;
};
const at = (name: string, rest: object = {}, type: SecretReference['type'] = 'generic') =>
  referenceTo({ type: 'kubernetes', namespace: 'shop', name, ...rest }, type);

const put = async (name: string, data: Readonly<Record<string, string>>, namespace = 'shop', type = 'Opaque') => {
  const encoded = Object.entries(data).map(([key, text]) => [key, Buffer.from(text).toString('base64')]);
  const { status, body } = await cluster.send(
    'PATCH',
    `/api/v1/namespaces/${namespace}/secrets/${name}?fieldManager=test&force=true`,
    { apiVersion: 'v1', kind: 'Secret', metadata: { name }, type, data: Object.fromEntries(encoded) },
  );
  if (status >= 300) throw new Error(`Kubernetes answers ${status}: ${JSON.stringify(body)}`);
};

describe('a Secret of Kubernetes', () => {
  test('of type kubernetes.io/tls needs no more than its name', async () => {
    const { certificate, privateKey } = await (await makeAuthority()).issue({ commonName: 'shop' });
    await put('tls', { 'tls.crt': certificate, 'tls.key': privateKey }, 'shop', 'kubernetes.io/tls');
    expect(textOf(await resolve(open(), at('tls', {}, 'tls-certificate')))).toBe(certificate + privateKey);
  });

  test('has its value under the usual key, or one that is named', async () => {
    await put('values', { value: 'v', 'ca.crt': 'authority', users: 'u' });
    const opened = open();
    expect(textOf(await resolve(opened, at('values')))).toBe('v');
    expect(textOf(await resolve(opened, at('values', { value: 'users' })))).toBe('u');
    expect(textOf(await resolve(opened, at('values', {}, 'certificate-authority')))).toBe('authority');
    expect(textOf(await resolve(opened, at('values', { value: 'none' })))).toBe('not-found: it has no key "none"');
    expect(textOf(await resolve(opened, at('none')))).toBe('not-found: Kubernetes has no Secret "shop/none"');
  });

  test('of another namespace is read where the operator allows it', async () => {
    await put('values', { value: 'theirs' }, 'shared');
    const reference = at('values', { namespace: 'shared' });
    expect(await resolve(open(), reference)).toMatchObject({ reason: 'misconfigured' });
    provider?.close?.();
    expect(textOf(await resolve(open({ namespaces: ['shared'] }), reference))).toBe('theirs');
  });

  test('that changes is read at once, and no other; one that is gone keeps its value', async () => {
    await put('watched', { value: 'old' });
    await put('beside', { value: 'v' });
    const opened = open();
    let asked = 0;
    const counting: SecretProvider = {
      ...opened,
      resolve: (reference, signal) => {
        asked++;
        return opened.resolve(reference, signal);
      },
    };
    let changes = 0;
    const opening = createSecrets({ providers: [counting], report: () => undefined, changed: () => void changes++ });
    secrets = opening;
    const references = [at('watched'), { ...at('beside'), name: 'shop/b' }];
    await opening.require('default/edge', references);
    const versionOf = () => opening.resources(references)[0]?.version;
    const before = versionOf();
    await put('unrelated', { value: 'v' });
    await put('watched', { value: 'new' });
    await expect.poll(versionOf, { timeout: 10_000 }).not.toBe(before);
    expect(changes).toBe(3);
    // The list may come before the first answers, and then they are asked for once more.
    expect(asked).toBeLessThanOrEqual(5);

    await cluster.send('DELETE', '/api/v1/namespaces/shop/secrets/watched');
    await expect.poll(() => opening.status()[0]?.state, { timeout: 10_000 }).toBe('stale');
    expect(opening.status()[0]?.problem?.reason).toBe('not-found');
    await put('watched', { value: 'back' });
    await expect.poll(() => opening.status()[0]?.state, { timeout: 10_000 }).toBe('served');
  });
});

test('of a namespace come names and versions only, unless a Secret is named', async () => {
  await put('unnamed', { value: 'v' });
  const answers: string[] = [];
  const proxy = await startProxy(cluster, (text) => answers.push(text));
  const { kubeconfig } = await writeConfig(cluster.token, proxy.origin);
  const opening = createSecrets({
    providers: [open({ kubeconfig })],
    report: () => undefined,
    changed: () => undefined,
  });
  secrets = opening;
  await opening.require('default/edge', [at('values')]);
  await expect.poll(() => answers.join(''), { timeout: 10_000 }).toContain('"name":"unnamed"');
  await put('unnamed', { value: 'changed' });
  await expect.poll(() => answers.join(''), { timeout: 10_000 }).toContain('"type":"MODIFIED"');
  expect(answers.filter((text) => text.includes('"data"') && text.includes('"name":"unnamed"'))).toEqual([]);
  await proxy.stop();
});

describe('a cluster', () => {
  test('that lets the relay read nothing says so', async () => {
    const path = '/api/v1/namespaces/shop/serviceaccounts';
    await cluster.send('POST', path, { metadata: { name: 'relay' } });
    const { body } = await cluster.send('POST', `${path}/relay/token`, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: {},
    });
    const token = JSON.stringify(body).match(/"token":"([^"]+)"/)?.[1] ?? '';
    const { kubeconfig } = await writeConfig(token);
    const answer = await resolve(open({ kubeconfig }), at('values'));
    expect(textOf(answer)).toBe('unavailable: Kubernetes does not let the relay read the Secret "shop/values"');
  });

  test('that is away, or that there is none of, is a failure of the store', async () => {
    const { kubeconfig } = await writeConfig('hunter2', 'https://127.0.0.1:1');
    const away = await resolve(open({ kubeconfig }), at('values'));
    expect(away).toMatchObject({ reason: 'unavailable', isOfStore: true });
    provider?.close?.();
    const none = kubernetesProvider({ environment: {} });
    expect(await resolve(none, at('values'))).toMatchObject({ reason: 'misconfigured', isOfStore: true });
  });
});

const folders: Folder[] = [];
afterAll(() => Promise.all(folders.map(({ remove }) => remove())));

async function writeConfig(token: string, server = cluster.server) {
  const folder = await makeFolder();
  folders.push(folder);
  const kubeconfig = join(folder.path, 'kubeconfig');
  const authority = Buffer.from(cluster.certificateAuthority).toString('base64');
  const config = {
    clusters: [{ name: 'c', cluster: { server, 'certificate-authority-data': authority } }],
    users: [{ name: 'u', user: { token } }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  };
  await writeFile(kubeconfig, JSON.stringify(config));
  return { kubeconfig };
}

/** Plain HTTP to the cluster, and what comes back. */
async function startProxy({ server, token, certificateAuthority }: Kubernetes, heard: (text: string) => void) {
  const proxy = createServer((request, response) => {
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    const options = { headers, ca: certificateAuthority, agent: false } as const;
    const sent = sendHttps(`${server}${request.url ?? ''}`, options, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.on('data', (chunk: Buffer) => {
        heard(chunk.toString());
        response.write(chunk);
      });
      answer.on('end', () => response.end());
    });
    sent.on('error', () => response.destroy());
    response.on('close', () => sent.destroy());
    sent.end();
  });
  const port = await listen(proxy);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      proxy.closeAllConnections();
      await close(proxy);
    },
  };
}
