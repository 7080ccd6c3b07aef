/** The public keys that a relay trusts: read from files, and read again while it runs, so that keys rotate. */
import { readNamedText } from '../../store/named-file.ts';
import { readVerifyKeys, type VerifyKey } from '../../store/signing/keys.ts';

export type VerifyKeysEvent =
  | { readonly kind: 'keys-loaded'; readonly keys: readonly string[] }
  /** The keys of before stay. */
  | { readonly kind: 'keys-failed'; readonly message: string };

export interface VerifyKeysOptions {
  /** A failure that repeats is reported once. */
  readonly report: (event: VerifyKeysEvent) => void;
  /** How often the files are read again, in milliseconds; default 10,000. */
  readonly refreshMs?: number;
}

export interface LoadedVerifyKeys {
  /** The same list until the keys change; never empty. */
  keys(): readonly VerifyKey[];
  close(): void;
}

/**
 * @param files Paths of PEM files, each with one public key or several.
 * @throws Error if one cannot be read, or holds no key that can be used, at the start.
 */
export async function loadVerifyKeys(
  files: readonly string[],
  { report, refreshMs = 10_000 }: VerifyKeysOptions,
): Promise<LoadedVerifyKeys> {
  let current = await readAll(files);
  let failure: string | undefined;
  const loaded = (): void => report({ kind: 'keys-loaded', keys: current.map(({ id }) => id) });
  loaded();
  const refresh = async (): Promise<void> => {
    try {
      const next = await readAll(files);
      failure = undefined;
      if (namesOf(next) === namesOf(current)) return;
      current = next;
      loaded();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== failure) report({ kind: 'keys-failed', message });
      failure = message;
    }
  };
  const timer = setInterval(() => void refresh(), refreshMs).unref();
  return { keys: () => current, close: () => clearInterval(timer) };
}

async function readAll(files: readonly string[]): Promise<readonly VerifyKey[]> {
  return (await Promise.all(files.map(readOne))).flat();
}

async function readOne(file: string): Promise<readonly VerifyKey[]> {
  const pem = await readNamedText(file);
  try {
    return await readVerifyKeys(pem);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const namesOf = (keys: readonly VerifyKey[]): string => keys.map(({ id }) => id).join();
