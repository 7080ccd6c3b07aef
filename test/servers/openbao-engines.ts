/** What a test may switch on in an OpenBao: a PKI engine, namespaces, and ways to log in. */
import { RELAY_POLICY, textIn, type OpenBao } from './openbao.ts';
import type { Kubernetes } from './kubernetes.ts';

/** How long tokens of a login are good: at first, and at most, in seconds. */
export interface Lifetime {
  readonly seconds: number;
  readonly longestSeconds: number;
}

const AN_HOUR: Lifetime = { seconds: 3600, longestSeconds: 3600 };

/**
 * Makes a root, an issuer below it that issues at `pki`, and the role `shop` for `shop.test` and what is below that.
 * Returns the certificate of the root, PEM.
 */
export async function enablePki({ send }: OpenBao): Promise<string> {
  const keys = { key_type: 'ec', key_bits: 256 };
  for (const mount of ['pki-root', 'pki']) await send('POST', `sys/mounts/${mount}`, { type: 'pki' });
  const root = await send('POST', 'pki-root/root/generate/internal', { ...keys, common_name: 'Root', ttl: '720h' });
  const certificate = textIn(root, 'data', 'certificate');
  const wanted = await send('POST', 'pki/intermediate/generate/internal', { ...keys, common_name: 'Issuer' });
  const csr = textIn(wanted, 'data', 'csr');
  const signed = await send('POST', 'pki-root/root/sign-intermediate', { csr, common_name: 'Issuer', ttl: '700h' });
  const issuer = textIn(signed, 'data', 'certificate');
  await send('POST', 'pki/intermediate/set-signed', { certificate: `${issuer}\n${certificate}` });
  const names = { allowed_domains: 'shop.test', allow_bare_domains: true, allow_subdomains: true };
  await send('POST', 'pki/roles/shop', { ...keys, ...names, max_ttl: '72h' });
  return certificate;
}

/** A namespace with a KV engine of version 2, whose tokens may read it, and that of the namespaces `below`. */
export async function makeNamespace({ send }: OpenBao, name: string, below: readonly string[] = []): Promise<void> {
  const places = [name, ...below.map((each) => `${name}/${each}`)];
  await send('POST', `sys/namespaces/${name}`);
  for (const each of below) await send('POST', `sys/namespaces/${each}`, undefined, name);
  for (const place of places) await send('POST', 'sys/mounts/secret', { type: 'kv', options: { version: '2' } }, place);
  const rules = ['', ...below.map((each) => `${each}/`)].map(
    (each) => `path "${each}secret/data/*" { capabilities = ["read"] }`,
  );
  await send('PUT', `sys/policies/acl/${RELAY_POLICY}`, { policy: rules.join('\n') }, name);
}

/** Lets whoever has these log in at `approle`. */
export async function enableAppRole({ send }: OpenBao, { seconds, longestSeconds }: Lifetime = AN_HOUR) {
  await send('POST', 'sys/auth/approle', { type: 'approle' });
  const times = { token_ttl: `${seconds}s`, token_max_ttl: `${longestSeconds}s` };
  await send('POST', 'auth/approle/role/relay', { token_policies: RELAY_POLICY, ...times });
  return {
    roleId: textIn(await send('GET', 'auth/approle/role/relay/role-id'), 'data', 'role_id'),
    secretId: textIn(await send('POST', 'auth/approle/role/relay/secret-id', {}), 'data', 'secret_id'),
  };
}

/**
 * Lets the service account `default/relay` of a cluster, which is asked each time, log in at `kubernetes` as `enroute`.
 * Returns a function that gives a token of a service account of that name, which it makes if need be.
 */
export async function enableKubernetes({ send }: OpenBao, cluster: Kubernetes) {
  await send('POST', 'sys/auth/kubernetes', { type: 'kubernetes' });
  await send('POST', 'auth/kubernetes/config', {
    kubernetes_host: cluster.server,
    kubernetes_ca_cert: cluster.certificateAuthority,
    token_reviewer_jwt: cluster.token,
    disable_local_ca_jwt: true,
  });
  await send('POST', 'auth/kubernetes/role/enroute', {
    bound_service_account_names: 'relay',
    bound_service_account_namespaces: 'default',
    token_policies: RELAY_POLICY,
    token_ttl: '1h',
  });
  return (name: string): Promise<string> => serviceAccountToken(cluster, name);
}

async function serviceAccountToken(cluster: Kubernetes, name: string): Promise<string> {
  const accounts = '/api/v1/namespaces/default/serviceaccounts';
  await cluster.send('POST', accounts, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } });
  const wanted = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
  const { status, body } = await cluster.send('POST', `${accounts}/${name}/token`, wanted);
  const token = textIn(body as Parameters<typeof textIn>[0], 'status', 'token');
  if (token === '') throw new Error(`Kubernetes answers ${status}, and gives no token`);
  return token;
}
