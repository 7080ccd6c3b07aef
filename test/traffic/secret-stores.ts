/** Every store of secrets that a relay may know, and the file that tells a relay of them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeAuthority, type Certificate, type CertificateAuthority } from '../servers/certificates.ts';
import { makeFolder } from '../servers/folder.ts';
import { startKubernetes } from '../servers/kubernetes.ts';
import { startMoto } from '../servers/moto.ts';
import { enableKubernetes, enablePki } from '../servers/openbao-engines.ts';
import { startOpenBao, type OpenBao } from '../servers/openbao.ts';
import { startSecretServer } from '../servers/secret-server.ts';

export interface SecretStores {
  readonly vault: OpenBao;
  /** Who issues what its PKI engine gives, PEM. */
  readonly issuer: string;
  readonly authority: CertificateAuthority;
  /** The file of `--secret-providers`. */
  readonly providersFile: string;
  /** Of the HTTP server, for {@link sourceOf}. */
  readonly origin: string;
  /** What the AWS SDK finds in the environment. */
  readonly awsEnvironment: Readonly<Record<string, string>>;
  /** Writes a secret of the parts into a store, under its own name. */
  readonly put: (store: Store, parts: Readonly<Record<string, string>>) => Promise<void>;
  /** All that was ever put, as the pieces of it that would be found where they do not belong. */
  readonly planted: readonly string[];
  readonly stop: () => Promise<void>;
}

export const STORES = ['aws', 'vault', 'kubernetes', 'http'] as const;
export type Store = (typeof STORES)[number];

const TLS_KEYS = { certificateChain: 'tls.crt', privateKey: 'tls.key' };

const BEARER = 'bearer-5f2d8c5e1b';

export async function startSecretStores(): Promise<SecretStores> {
  const folder = await makeFolder();
  const [authority, vault, moto, cluster] = await Promise.all([
    makeAuthority(),
    startOpenBao(),
    startMoto(),
    startKubernetes(),
  ]);
  const server = await startSecretServer({
    token: BEARER,
    certificate: await authority.issue({ commonName: 'secrets', names: ['127.0.0.1'] }),
  });
  const jwt = await (await enableKubernetes(vault, cluster))('relay');
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder.path, name);
    await writeFile(path, text);
    return path;
  };
  const planted: string[] = [BEARER, jwt, moto.credentials.secretAccessKey, cluster.token];
  const put = async (store: Store, parts: Readonly<Record<string, string>>): Promise<void> => {
    planted.push(...Object.entries(parts).flatMap(([name, text]) => piecesOf(name, text)));
    const [name] = Object.keys(parts).includes('privateKey') ? ['tls'] : ['value'];
    switch (store) {
      case 'aws':
        return putInAws(moto.secrets, `edge/${name}`, JSON.stringify(parts));
      case 'vault':
        return vault.write(`secret/edge/${name}`, parts);
      case 'http':
        return server.put(`/edge/${name}`, parts, { 'cache-control': 'max-age=1', etag: `"${planted.length}"` });
      case 'kubernetes': {
        const named = parts['value'] === undefined ? TLS_KEYS : { value: 'value' };
        const encoded = Object.entries(named).map(([part, key]) => [
          key,
          Buffer.from(parts[part] ?? '').toString('base64'),
        ]);
        const body = { apiVersion: 'v1', kind: 'Secret', metadata: { name }, data: Object.fromEntries(encoded) };
        const path = `/api/v1/namespaces/default/secrets/${name}?fieldManager=test&force=true`;
        const { status } = await cluster.send('PATCH', path, body);
        if (status >= 300) throw new Error(`Kubernetes answers ${status}`);
      }
    }
  };
  const providers = {
    awsSecretsManager: { secrets: ['edge/*'], region: moto.region, endpoint: moto.endpoint, refreshEvery: '1s' },
    vault: {
      address: vault.address,
      paths: ['secret/edge/*', 'pki/issue/shop'],
      authentication: { kubernetes: { role: 'enroute', tokenFile: await file('jwt', jwt) } },
      refreshEvery: '1s',
    },
    kubernetes: { kubeconfig: cluster.kubeconfig },
    http: {
      servers: [
        {
          urlPrefix: `${server.origin}/edge/`,
          tokenFile: await file('bearer', BEARER),
          certificateAuthority: await file('ca.crt', authority.certificate),
        },
      ],
    },
  };
  const { accessKeyId, secretAccessKey } = moto.credentials;
  return {
    vault,
    issuer: await enablePki(vault),
    authority,
    providersFile: await file('stores.yaml', JSON.stringify(providers)),
    origin: server.origin,
    awsEnvironment: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    put,
    planted,
    stop: async () => {
      await Promise.all([vault.stop(), moto.stop(), cluster.remove(), server.stop()]);
      await folder.remove();
    },
  };
}

/** Where the Secret documents find what {@link SecretStores.put} puts. */
export const sourceOf = (store: Store, name: 'tls' | 'value', origin = ''): string =>
  ({
    aws: `awsSecretsManager: { secret: edge/${name}${name === 'value' ? ', value: value' : ''} }`,
    vault: `vault: { kv: { path: edge/${name} } }`,
    kubernetes: `kubernetes: { name: ${name} }`,
    http: `http: { url: '${origin}/edge/${name}' }`,
  })[store];

/** Each line of a key by itself, as it might stand in JSON; certificates are public. */
const piecesOf = (name: string, text: string): readonly string[] =>
  name === 'certificateChain' ? [] : text.split('\n').filter((line) => line.length > 7 && !line.startsWith('-----'));

async function putInAws(
  secrets: Awaited<ReturnType<typeof startMoto>>['secrets'],
  name: string,
  text: string,
): Promise<void> {
  const { SecretList = [] } = await secrets.listSecrets({});
  if (SecretList.some(({ Name }) => Name === name))
    await secrets.putSecretValue({ SecretId: name, SecretString: text });
  else await secrets.createSecret({ Name: name, SecretString: text });
}

export const partsOf = ({ certificate, privateKey }: Certificate) => ({ certificateChain: certificate, privateKey });
