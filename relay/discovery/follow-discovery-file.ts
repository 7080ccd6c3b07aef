/** The operator's discovery file, read again while the relay runs. One that cannot be used is told, and the last one stays. */
import { readNamedText } from '../../store/named-file.ts';
import { followFile, type FollowFileOptions } from '../follow-file.ts';
import type { DiscoveryProvider } from './provider.ts';
import { openProviders, parseDiscoveryFile, type ProvidersInput } from './providers.ts';

export interface FollowOptions extends ProvidersInput, Pick<FollowFileOptions, 'refreshMs' | 'failed'> {
  /** Hears of the providers of each file that differs from the one before; those of before are the hearer's to close. */
  readonly changed: (providers: readonly DiscoveryProvider[]) => void;
}

export interface FollowedProviders {
  readonly first: readonly DiscoveryProvider[];
  close(): void;
}

/**
 * @param file nothing: there is none
 * @throws Error with a line for each mistake, if the file cannot be used at the start.
 */
export async function followDiscoveryFile(
  file: string | undefined,
  { changed, failed, refreshMs, ...input }: FollowOptions,
): Promise<FollowedProviders> {
  if (file === undefined) return { first: await openProviders({}, input), close: () => undefined };
  const open = (text: string): Promise<readonly DiscoveryProvider[]> =>
    openProviders(parseDiscoveryFile(text, file), input);
  let isClosed = false;
  const text = await readNamedText(file);
  const first = await open(text);
  const followed = followFile(file, text, {
    refreshMs,
    async changed(next) {
      const providers = await open(next);
      if (isClosed) for (const provider of providers) provider.close?.();
      else changed(providers);
    },
    failed,
  });
  return {
    first,
    close() {
      isClosed = true;
      followed.close();
    },
  };
}
