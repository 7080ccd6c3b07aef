/** The file of secret providers, read again while the relay runs. One that cannot be used is told, and the last one stays. */
import { readNamedText } from '../../store/named-file.ts';
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
  let text = await readNamedText(file);
  const read = (next: string): readonly SecretProvider[] => {
    const providers = parseProviders(next, file);
    text = next;
    report({ kind: 'providers-loaded', types: providers.map(({ type }) => type) });
    return providers;
  };
  const first = read(text);
  let failure: string | undefined;
  const refresh = async (): Promise<void> => {
    try {
      const next = await readNamedText(file);
      if (next !== text) changed(read(next));
      failure = undefined;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== failure) report({ kind: 'providers-failed', message });
      failure = message;
    }
  };
  const timer = setInterval(() => void refresh(), refreshMs).unref();
  return { first, close: () => clearInterval(timer) };
}
