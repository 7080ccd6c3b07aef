/**
 * The relay's own certificate, and the authorities of its clients: read from files, and read again while it runs.
 *
 * New connections see the new files; connections that stand keep what they were made with. Files that do not fit
 * together (half of a rotation, or a mistake) are reported and not used.
 */
import { readNamedFile } from '../store/named-file.ts';
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

/** What a server shows its clients, and asks of them. */
export interface TlsContent {
  /** PEM: the certificate and its chain. */
  readonly certificate: Buffer;
  /** PEM */
  readonly privateKey: Buffer;
  /** PEM: who vouches for clients; nothing if they are not asked for a certificate. */
  readonly clientAuthorities: Buffer | null;
}

export interface TlsSource {
  current(): TlsContent;
  /** Tells of each change, until the result is called. */
  follow(changed: (content: TlsContent) => void): () => void;
}

export interface TlsMaterial extends TlsSource {
  close(): void;
}

/** @throws Error if the files cannot be read or do not fit together at the start. */
export async function loadTls(files: TlsFiles, { report, refreshMs = 10_000 }: TlsOptions): Promise<TlsMaterial> {
  let current = await readTls(files);
  let failure: string | undefined;
  const followers = new Set<(content: TlsContent) => void>();
  report({ kind: 'tls-loaded', validity: current.validity });
  const refresh = async (): Promise<void> => {
    try {
      const next = await readTls(files);
      failure = undefined;
      if (isSame(next, current)) return;
      current = next;
      for (const follower of followers) follower(next);
      report({ kind: 'tls-loaded', validity: next.validity });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== failure) report({ kind: 'tls-failed', message });
      failure = message;
    }
  };
  const timer = setInterval(() => void refresh(), refreshMs).unref();
  return {
    current: () => current,
    follow(changed) {
      followers.add(changed);
      return () => void followers.delete(changed);
    },
    close: () => clearInterval(timer),
  };
}

interface CheckedContent extends TlsContent {
  readonly validity: Validity;
}

async function readTls(files: TlsFiles): Promise<CheckedContent> {
  const [certificate, privateKey, clientAuthorities] = await Promise.all([
    readNamedFile(files.certificateChain),
    readNamedFile(files.privateKey),
    files.clientAuthorities === undefined ? null : readNamedFile(files.clientAuthorities),
  ]);
  const pair = checkPair(certificate.toString(), privateKey.toString());
  if (pair.status === 'failed')
    throw new Error(`${files.certificateChain} and ${files.privateKey} cannot be used: ${pair.message}`);
  if (clientAuthorities) {
    const check = checkAuthorities(clientAuthorities.toString());
    if (check.status === 'failed') throw new Error(`${files.clientAuthorities} cannot be used: ${check.message}`);
  }
  return { certificate, privateKey, clientAuthorities, validity: pair.validity };
}

function isSame(a: TlsContent, b: TlsContent): boolean {
  const haveSameAuthorities = (a.clientAuthorities ?? NONE).equals(b.clientAuthorities ?? NONE);
  return a.certificate.equals(b.certificate) && a.privateKey.equals(b.privateKey) && haveSameAuthorities;
}

const NONE = Buffer.alloc(0);
