/**
 * The relay's own certificate, and the authorities of its clients: read from files, and read again while it runs.
 *
 * New connections see the new files; connections that stand keep what they were made with. Files that do not fit
 * together (half of a rotation, or a mistake) are reported and not used.
 */
import { readNamedFile } from '../store/named-file.ts';
import { checkAuthorities, checkPair, type Validity } from './secrets/check.ts';
import { expiryOf, uselessNow, type Expiry } from './secrets/expiry.ts';

/** Paths of PEM files. */
export interface TlsFiles {
  readonly certificateChain: string;
  readonly privateKey: string;
  /** Who signs the certificates of clients; if given, a client without such a certificate is refused. */
  readonly clientAuthorities?: string;
}

export type TlsEvent =
  | { readonly kind: 'tls-loaded'; readonly validity: Validity }
  | { readonly kind: 'tls-failed'; readonly message: string }
  /** Not told of what is valid from the start. */
  | { readonly kind: 'tls-expiry'; readonly what: TlsPart; readonly expiry: Expiry; readonly validity: Validity };

/** The relay's certificate and its chain, or those that vouch for its clients. */
export type TlsPart = 'certificate' | 'clientAuthorities';

export interface TlsStatus {
  readonly validity: Readonly<Partial<Record<TlsPart, Validity>>>;
  /** Why what lies on the disk now is not used; nothing if it is. */
  readonly failure: string | undefined;
}

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
  status(): TlsStatus;
  close(): void;
}

/** @throws Error if the files cannot be read or do not fit together at the start. */
export async function loadTls(files: TlsFiles, { report, refreshMs = 10_000 }: TlsOptions): Promise<TlsMaterial> {
  let current = await readTls(files);
  let failure: string | undefined;
  const followers = new Set<(content: TlsContent) => void>();
  const told = new Map<TlsPart, Expiry>();
  const tellExpiry = (): void => {
    for (const [what, validity] of validities(current)) {
      const expiry = expiryOf(validity, Date.now());
      if (expiry !== (told.get(what) ?? 'valid')) report({ kind: 'tls-expiry', what, expiry, validity });
      told.set(what, expiry);
    }
  };
  report({ kind: 'tls-loaded', validity: current.validity });
  tellExpiry();
  const refresh = async (): Promise<void> => {
    try {
      const next = await readTls(files);
      const useless = uselessNow(current.validity, next.validity, Date.now());
      if (useless !== undefined) throw new Error(useless);
      failure = undefined;
      if (isSame(next, current)) return;
      current = next;
      for (const follower of followers) follower(next);
      report({ kind: 'tls-loaded', validity: next.validity });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== failure) report({ kind: 'tls-failed', message });
      failure = message;
    } finally {
      tellExpiry();
    }
  };
  const timer = setInterval(() => void refresh(), refreshMs).unref();
  return {
    current: () => current,
    follow(changed) {
      followers.add(changed);
      return () => void followers.delete(changed);
    },
    status: () => ({ validity: Object.fromEntries(validities(current)), failure }),
    close: () => clearInterval(timer),
  };
}

interface CheckedContent extends TlsContent {
  readonly validity: Validity;
  readonly authoritiesValidity: Validity | undefined;
}

const validities = ({
  validity,
  authoritiesValidity,
}: CheckedContent): readonly (readonly [part: TlsPart, validity: Validity])[] => [
  ['certificate', validity],
  ...(authoritiesValidity ? [['clientAuthorities', authoritiesValidity] as const] : []),
];

async function readTls(files: TlsFiles): Promise<CheckedContent> {
  const [certificate, privateKey, clientAuthorities] = await Promise.all([
    readNamedFile(files.certificateChain),
    readNamedFile(files.privateKey),
    files.clientAuthorities === undefined ? null : readNamedFile(files.clientAuthorities),
  ]);
  const pair = checkPair(certificate.toString(), privateKey.toString());
  if (pair.status === 'failed')
    throw new Error(`${files.certificateChain} and ${files.privateKey} cannot be used: ${pair.message}`);
  const authorities = clientAuthorities ? checkAuthorities(clientAuthorities.toString()) : undefined;
  if (authorities?.status === 'failed')
    throw new Error(`${files.clientAuthorities} cannot be used: ${authorities.message}`);
  const { validity } = pair;
  return { certificate, privateKey, clientAuthorities, validity, authoritiesValidity: authorities?.validity };
}

function isSame(a: TlsContent, b: TlsContent): boolean {
  const haveSameAuthorities = (a.clientAuthorities ?? NONE).equals(b.clientAuthorities ?? NONE);
  return a.certificate.equals(b.certificate) && a.privateKey.equals(b.privateKey) && haveSameAuthorities;
}

const NONE = Buffer.alloc(0);
