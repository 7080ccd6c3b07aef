/** Secrets in HashiCorp Vault or OpenBao: fields of KV engines, and certificates that a PKI engine issues. */
import { X509Certificate } from 'node:crypto';
import type { SecretReference } from '../../../compiler/5-pack/bundle.ts';
import { isAllowed } from '../allowed.ts';
import { createHttpClient } from '../http-client.ts';
import { readField, resolveParts, settingOf } from '../parts.ts';
import { failed, type Failure, type Resolution, type SecretProvider } from '../provider.ts';
import { redact } from '../../../store/redacted.ts';
import { objectIn, positiveIn, type VaultAnswer } from '../vault/api.ts';
import type { VaultAuthentication } from '../vault/login.ts';
import { openSession, type VaultSession } from '../vault/session.ts';

export interface VaultProviderOptions {
  /** For example `https://vault.example.com:8200`. */
  readonly address: string;
  readonly authentication: VaultAuthentication;
  /** What documents may name: `<mount>/<path>`, and `<mount>/issue/<role>` for certificates. See `allowed.ts`. */
  readonly paths: readonly string[];
  /** To log in to, and for documents that name none. */
  readonly namespace?: string;
  /** Other namespaces that documents may name. */
  readonly namespaces?: readonly string[];
  /** A PEM file. */
  readonly certificateAuthority?: string;
  /** How often to read again what has no shorter lease, in milliseconds; default a minute. */
  readonly refreshMs?: number;
  readonly now?: () => number;
}

/** Settings are those of `VaultSecret` in schemas/secret.schema.json, with `engine`, which is `kv` or `pki`. */
export function vaultProvider(options: VaultProviderOptions): SecretProvider {
  const { address, authentication, namespace, refreshMs = 60_000, now = Date.now } = options;
  const { certificateAuthority } = options;
  const client = createHttpClient(certificateAuthority === undefined ? {} : { certificateAuthority });
  const session = openSession({ server: { address, client }, authentication, namespace });
  return {
    type: 'vault',
    refreshMs,
    async resolve(reference, signal) {
      const refusal = notAllowed(options, reference);
      if (refusal) return refusal;
      const place = { session, namespace: settingOf(reference, 'namespace') ?? namespace };
      return settingOf(reference, 'engine') === 'pki'
        ? issueCertificate(place, reference, now, signal)
        : readFields(place, reference, refreshMs, signal);
    },
    close() {
      session.close();
      client.close();
    },
  };
}

interface Place {
  readonly session: VaultSession;
  readonly namespace: string | undefined;
}

function notAllowed(
  { paths, namespaces = [], namespace }: VaultProviderOptions,
  reference: SecretReference,
): Failure | undefined {
  const mount = settingOf(reference, 'mount') ?? '';
  const isIssued = settingOf(reference, 'engine') === 'pki';
  const path = isIssued
    ? `${mount}/issue/${settingOf(reference, 'role') ?? ''}`
    : `${mount}/${settingOf(reference, 'path') ?? ''}`;
  const isPlain = path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  if (!isPlain || !isAllowed(paths, path, reference))
    return failed('misconfigured', `the relay may not ask the vault for "${path}"`);
  const wanted = settingOf(reference, 'namespace');
  if (wanted === undefined || wanted === namespace || isAllowed(namespaces, wanted, reference)) return undefined;
  return failed('misconfigured', `the relay may not ask the vault's namespace "${wanted}"`);
}

async function readFields(
  { session, namespace }: Place,
  reference: SecretReference,
  refreshMs: number,
  signal: AbortSignal,
): Promise<Resolution> {
  const { provider } = reference;
  const mount = settingOf(reference, 'mount') ?? '';
  const path = settingOf(reference, 'path') ?? '';
  const isFirst = provider['engineVersion'] === 1;
  const request = {
    method: 'GET',
    path: isFirst ? `${mount}/${path}` : `${mount}/data/${path}`,
    namespace,
    ...(typeof provider['version'] === 'number' && { query: { version: String(provider['version']) } }),
  } as const;
  const answer = await session.ask(request, signal);
  if (answer.status === 'failed') return answer;
  const data = objectIn(answer.fields, 'data');
  const fields = isFirst ? data : objectIn(data, 'data');
  const resolution = await resolveParts(reference, (part) => readField(fields, reference, part));
  const leaseMs = (positiveIn(answer.fields, 'lease_duration') ?? Infinity) * 1000;
  return resolution.status === 'failed' ? resolution : { ...resolution, refreshMs: Math.min(leaseMs, refreshMs) };
}

async function issueCertificate(
  { session, namespace }: Place,
  reference: SecretReference,
  now: () => number,
  signal: AbortSignal,
): Promise<Resolution> {
  const { provider, type } = reference;
  if (type !== 'tls-certificate') return failed('misconfigured', `a PKI engine issues no secret of type "${type}"`);
  const { alternativeNames: names, ipAddresses: addresses, lifetimeSeconds } = provider;
  const body = {
    common_name: settingOf(reference, 'commonName') ?? '',
    format: 'pem',
    ...(Array.isArray(names) && { alt_names: names.join(',') }),
    ...(Array.isArray(addresses) && { ip_sans: addresses.join(',') }),
    ...(typeof lifetimeSeconds === 'number' && { ttl: `${lifetimeSeconds}s` }),
  };
  const path = `${settingOf(reference, 'mount') ?? ''}/issue/${settingOf(reference, 'role') ?? ''}`;
  const answer = await session.ask({ method: 'POST', path, namespace, body }, signal);
  return answer.status === 'failed' ? answer : readIssued(answer, now());
}

function readIssued({ fields }: VaultAnswer, now: number): Resolution {
  const { certificate, private_key: privateKey, ca_chain: chain, issuing_ca: issuer } = objectIn(fields, 'data');
  if (typeof certificate !== 'string' || typeof privateKey !== 'string')
    return failed('invalid', 'the vault gives no certificate with a key');
  const above: readonly unknown[] = Array.isArray(chain) ? chain : [issuer];
  const material = {
    type: 'tls-certificate',
    certificateChain: [certificate, ...above.filter(isIntermediate)].map((pem) => `${pem.trim()}\n`).join(''),
    privateKey: redact(`${privateKey.trim()}\n`),
  } as const;
  const leftMs = (endOf(certificate) ?? now) - now;
  const leaseMs = (positiveIn(fields, 'lease_duration') ?? Infinity) * 1000;
  return { status: 'resolved', material, refreshMs: Math.max(1_000, (Math.min(leftMs, leaseMs) * 2) / 3) };
}

/** Clients have the root, if they trust it. */
function isIntermediate(pem: unknown): pem is string {
  const certificate = typeof pem === 'string' ? parse(pem) : undefined;
  return certificate !== undefined && certificate.subject !== certificate.issuer;
}

const endOf = (pem: string): number | undefined => {
  const certificate = parse(pem);
  return certificate && Date.parse(certificate.validTo);
};

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined; // Whether it can be used is told elsewhere.
  }
}
