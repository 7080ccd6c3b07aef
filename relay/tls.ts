/**
 * The relay's own certificate, and the authorities of its clients: read from files, and read again while it runs.
 *
 * New connections see the new files; connections that stand keep what they were made with. Files that do not fit
 * together (half of a rotation, or a mistake) are reported and not used.
 */
import { readFile } from 'node:fs/promises';
import { experimental, type ServerCredentials } from '@grpc/grpc-js';
import { checkAuthorities, checkPair, type Validity } from './secrets/check.ts';

/** Paths of PEM files. */
export interface TlsFiles {
  readonly certificateChain: string;
  readonly privateKey: string;
  /** Who signs the certificates of clients; if given, a client without such a certificate is refused. */
  readonly clientAuthorities?: string;
}

export type TlsEvent =
  | { readonly kind: 'tls-loaded'; readonly validity: Validity }
  | { readonly kind: 'tls-failed'; readonly message: string };

export interface TlsOptions {
  /** A failure that repeats is reported once. */
  readonly report: (event: TlsEvent) => void;
  /** How often the files are read again, in milliseconds; default 10,000. */
  readonly refreshMs?: number;
}

export interface TlsMaterial {
  readonly credentials: ServerCredentials;
  close(): void;
}

/** @throws Error if the files cannot be read or do not fit together at the start. */
export async function loadTls(files: TlsFiles, { report, refreshMs = 10_000 }: TlsOptions): Promise<TlsMaterial> {
  let current = await readTls(files);
  let failure: string | undefined;
  report({ kind: 'tls-loaded', validity: current.validity });
  const provider = createProvider(current);
  const refresh = async (): Promise<void> => {
    try {
      const next = await readTls(files);
      failure = undefined;
      if (isSame(next, current)) return;
      current = next;
      provider.update(next);
      report({ kind: 'tls-loaded', validity: next.validity });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== failure) report({ kind: 'tls-failed', message });
      failure = message;
    }
  };
  const timer = setInterval(() => void refresh(), refreshMs).unref();
  const authorities = files.clientAuthorities === undefined ? null : provider;
  const credentials = experimental.createCertificateProviderServerCredentials(
    provider,
    authorities,
    authorities !== null,
  );
  return { credentials, close: () => clearInterval(timer) };
}

interface TlsContent {
  readonly certificate: Buffer;
  readonly privateKey: Buffer;
  readonly caCertificate: Buffer;
  readonly validity: Validity;
}

const NO_AUTHORITIES = Buffer.alloc(0);

async function readTls({ certificateChain, privateKey, clientAuthorities }: TlsFiles): Promise<TlsContent> {
  const [certificate, key, caCertificate] = await Promise.all([
    readFile(certificateChain),
    readFile(privateKey),
    clientAuthorities === undefined ? NO_AUTHORITIES : readFile(clientAuthorities),
  ]);
  const pair = checkPair(certificate.toString(), key.toString());
  if (pair.status === 'failed')
    throw new Error(`${certificateChain} and ${privateKey} cannot be used: ${pair.message}`);
  if (clientAuthorities !== undefined) {
    const check = checkAuthorities(caCertificate.toString());
    if (check.status === 'failed') throw new Error(`${clientAuthorities} cannot be used: ${check.message}`);
  }
  return { certificate, privateKey: key, caCertificate, validity: pair.validity };
}

const isSame = (a: TlsContent, b: TlsContent): boolean =>
  a.certificate.equals(b.certificate) && a.privateKey.equals(b.privateKey) && a.caCertificate.equals(b.caCertificate);

interface UpdatableProvider extends experimental.CertificateProvider {
  update(content: TlsContent): void;
}

/** grpc-js asks for a listener's first call after the listener was added, not while: its watchers come later. */
function createProvider(first: TlsContent): UpdatableProvider {
  const identityListeners = new Set<(content: TlsContent) => void>();
  const authorityListeners = new Set<(content: TlsContent) => void>();
  let current = first;
  const add = (listeners: Set<(content: TlsContent) => void>, listener: (content: TlsContent) => void): void => {
    listeners.add(listener);
    process.nextTick(() => listener(current));
  };
  return {
    addIdentityCertificateListener: (listener) => add(identityListeners, listener),
    removeIdentityCertificateListener: (listener) => void identityListeners.delete(listener),
    addCaCertificateListener: (listener) => add(authorityListeners, listener),
    removeCaCertificateListener: (listener) => void authorityListeners.delete(listener),
    update(content) {
      current = content;
      for (const listener of [...authorityListeners, ...identityListeners]) listener(content);
    },
  };
}
