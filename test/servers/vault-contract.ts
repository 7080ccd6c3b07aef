/**
 * What the API documentation of Vault and OpenBao says of KV engines of both versions, PKI engines, tokens, and the login
 * methods of Kubernetes and AppRole, as a server. It is none of the two: no registry has a binary of either.
 *
 * Source: https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2, .../secret/kv/kv-v1, .../secret/pki,
 * .../auth/token, .../auth/kubernetes and .../auth/approle
 */
import { randomUUID } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { makeAuthority, type Certificate, type CertificateAuthority } from './certificates.ts';

export interface VaultOptions {
  /** Speaks HTTPS with this certificate. */
  readonly certificate?: Certificate;
  /** Of tokens that a login gives, in seconds; default an hour. */
  readonly tokenSeconds?: number;
}

export interface Vault {
  readonly address: string;
  /** Who issues what the PKI engine gives. */
  readonly authority: CertificateAuthority;
  /** Writes a secret, as a new version: `secret/shop` for engines of version 2, `kv1/shop` for the one of version 1. */
  readonly write: (path: string, fields: Readonly<Record<string, unknown>>, namespace?: string) => void;
  /** Makes a token, and says for how long it is good; without: for ever. */
  readonly token: (seconds?: number) => string;
  readonly revokeTokens: () => void;
  /** What was asked, as `GET secret/data/shop`. */
  readonly requests: readonly string[];
  /** How many requests were under way at once, at most. */
  readonly mostAtOnce: () => number;
  /** Every token that was ever given out, every key that was issued. */
  readonly secrets: readonly string[];
  seal(): void;
  unseal(): void;
  /** How long each answer takes, in milliseconds. */
  delay(milliseconds: number): void;
  readonly stop: () => Promise<void>;
}

/** What the logins take. */
export const KUBERNETES_JWT =
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6ZWRnZTpyZWxheSJ9.c2lnbmF0dXJl';
export const APP_ROLE = { roleId: 'role-59d6d1ca', secretId: 'secret-84896a0c' };

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly namespace: string;
  readonly token: string;
  readonly body: Readonly<Record<string, string | undefined>>;
}

const denied: Answer = { status: 403, body: { errors: ['permission denied'] } };
const nothing: Answer = { status: 404, body: { errors: [] } };
const refused = (words: string): Answer => ({ status: 400, body: { errors: [words] } });

export async function startVault({ certificate, tokenSeconds = 3600 }: VaultOptions = {}): Promise<Vault> {
  const root = await makeAuthority('Vault root');
  const authority = await root.delegate('Vault issuer');
  const tokens = new Map<string, { ends: number; seconds: number }>();
  const versions = new Map<string, Readonly<Record<string, unknown>>[]>();
  const requests: string[] = [];
  const secrets: string[] = [];
  let isSealed = false;
  let delayMs = 0;
  let running = 0;
  let most = 0;

  const token = (seconds = 0): string => {
    const text = `hvs.${randomUUID()}`;
    tokens.set(text, { ends: seconds === 0 ? Infinity : Date.now() + seconds * 1000, seconds });
    secrets.push(text);
    return text;
  };
  const login = (): Answer => ({
    status: 200,
    body: { auth: { client_token: token(tokenSeconds), lease_duration: tokenSeconds, renewable: true } },
  });
  const ownToken = ({ token: text, path }: Call): Answer => {
    const known = tokens.get(text);
    if (!known) return denied;
    if (path.endsWith('lookup-self')) {
      const ttl = known.seconds === 0 ? 0 : Math.ceil((known.ends - Date.now()) / 1000);
      return { status: 200, body: { data: { ttl, renewable: known.seconds > 0 } } };
    }
    known.ends = Date.now() + known.seconds * 1000;
    return { status: 200, body: { auth: { client_token: text, lease_duration: known.seconds, renewable: true } } };
  };
  const readKv = (call: Call): Answer => {
    const isFirst = call.path.startsWith('kv1/');
    const kept = versions.get(`${call.namespace} ${isFirst ? call.path : call.path.replace('/data/', '/')}`);
    const version = Number(call.query.get('version') ?? kept?.length ?? 0);
    const data = kept?.[version - 1];
    if (!data) return nothing;
    const leaseless = { lease_id: '', renewable: false };
    return isFirst
      ? { status: 200, body: { ...leaseless, lease_duration: 2_764_800, data: kept.at(-1) } }
      : { status: 200, body: { ...leaseless, lease_duration: 0, data: { data, metadata: { version } } } };
  };
  const issue = async ({ path, body }: Call): Promise<Answer> => {
    if (!path.endsWith('/issue/shop')) return refused(`unknown role: ${path.split('/').at(-1) ?? ''}`);
    const { common_name: commonName = '', alt_names: names = '', ip_sans: addresses = '', ttl = '72h' } = body;
    if (!commonName.endsWith('shop.test')) return refused(`common name ${commonName} not allowed by this role`);
    const seconds = ttl.endsWith('h') ? Number.parseInt(ttl, 10) * 3600 : Number.parseInt(ttl, 10);
    const issued = await authority.issue({
      commonName,
      names: [commonName, ...[names, addresses].flatMap((list) => list.split(',').filter(Boolean))],
      notBefore: new Date(Date.now() - 30_000),
      notAfter: new Date(Date.now() + seconds * 1000),
    });
    secrets.push(issued.privateKey.split('\n')[1] ?? '');
    const [leaf = ''] = issued.certificate.split(/(?<=-----END CERTIFICATE-----\n)/);
    const data = {
      certificate: leaf.trim(),
      issuing_ca: authority.certificate.trim(),
      ca_chain: [authority.certificate.trim(), root.certificate.trim()],
      private_key: issued.privateKey.trim(),
      private_key_type: 'ec',
      expiration: Math.floor(Date.now() / 1000) + seconds,
    };
    return { status: 200, body: { lease_duration: 0, renewable: false, data } };
  };
  const answerTo = async (call: Call): Promise<Answer> => {
    const { method, path, body } = call;
    if (isSealed) return { status: 503, body: { errors: ['Vault is sealed'] } };
    if (path === 'auth/kubernetes/login')
      return body['role'] === 'enroute' && body['jwt'] === KUBERNETES_JWT ? login() : denied;
    if (path === 'auth/approle/login') {
      const isKnown = body['role_id'] === APP_ROLE.roleId && body['secret_id'] === APP_ROLE.secretId;
      return isKnown ? login() : refused('invalid role or secret ID');
    }
    if ((tokens.get(call.token)?.ends ?? 0) <= Date.now()) return denied;
    if (path.startsWith('auth/token/')) return ownToken(call);
    if (path.includes('forbidden')) return denied;
    if (method === 'POST' && path.includes('/issue/')) return issue(call);
    return method === 'GET' ? readKv(call) : nothing;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    most = Math.max(most, ++running);
    const call = await read(request);
    requests.push(`${call.method} ${call.path}`);
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const { status, body } = await answerTo(call);
    running--;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => void handle(request, response);
  const server = certificate
    ? createHttpsServer({ cert: certificate.certificate, key: certificate.privateKey }, listener)
    : createHttpServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    authority: root,
    write: (path, fields, namespace = '') => {
      const key = `${namespace} ${path}`;
      versions.set(key, [...(versions.get(key) ?? []), fields]);
    },
    token,
    revokeTokens: () => tokens.clear(),
    requests,
    secrets,
    mostAtOnce: () => most,
    seal: () => void (isSealed = true),
    unseal: () => void (isSealed = false),
    delay: (milliseconds) => void (delayMs = milliseconds),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const url = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(url.pathname.replace(/^\/v1\//, '')),
    query: url.searchParams,
    namespace: String(request.headers['x-vault-namespace'] ?? ''),
    token: String(request.headers['x-vault-token'] ?? ''),
    body: text === '' ? {} : (JSON.parse(text) as Call['body']),
  };
}
