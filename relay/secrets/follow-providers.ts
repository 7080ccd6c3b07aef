/** The file of secret providers, read again while the relay runs. One that cannot be used is told, and the last one stays. */
import { readNamedText } from '../../store/named-file.ts';
import { followFile } from '../follow-file.ts';
import type { SecretProvider } from './provider.ts';
import { parseProviders } from './providers-file.ts';

export type ProvidersEvent =
  | { readonly kind: 'providers-loaded'; readonly types: readonly string[] }
  | { readonly kind: 'providers-failed'; readonly message: string };

export interface FollowOptions {
  /** Hears of the providers of each file that differs from the one before; those of before are the hearer's to close. */
  readonly changed: (providers: readonly SecretProvider[]) => void;
  /** A failure that repeats is reported once. */
  readonly report: (event: ProvidersEvent) => void;
  readonly refreshMs: number;
}

export interface FollowedProviders {
  readonly first: readonly SecretProvider[];
  close(): void;
}

/** @throws Error with a line for each mistake, if the file cannot be used at the start. */
export async function followProviders(
  file: string,
  { changed, report, refreshMs }: FollowOptions,
): Promise<FollowedProviders> {
  const read = (text: string): readonly SecretProvider[] => {
    const providers = parseProviders(text, file);
    report({ kind: 'providers-loaded', types: providers.map(({ type }) => type) });
    return providers;
  };
  const text = await readNamedText(file);
  const first = read(text);
  const followed = followFile(file, text, {
    refreshMs,
    changed: (next) => changed(read(next)),
    failed: (message) => report({ kind: 'providers-failed', message }),
  });
  return { first, close: followed.close };
}
