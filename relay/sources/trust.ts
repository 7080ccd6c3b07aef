/** Whom a relay believes, put together of the operator's key files and the clock. */
import type { Log } from '../log.ts';
import type { RelayMetrics } from '../metrics.ts';
import type { RelaySettings } from '../options.ts';
import { createAdmission, type Admission } from './admission.ts';
import { loadVerifyKeys, type VerifyKeysEvent } from './verify-keys.ts';

export interface Trust {
  readonly admission: Admission;
  /** The ids of the public keys. */
  keyIds(): readonly string[];
  close(): void;
}

/**
 * Nothing if the operator gave no public keys.
 * @throws Error if a key file cannot be used.
 */
export async function openTrust(
  { verifyKeyFiles, reloadIntervalMs, log }: Pick<RelaySettings, 'verifyKeyFiles' | 'reloadIntervalMs' | 'log'>,
  metrics: Pick<RelayMetrics, 'onVerifyKeysFailure'>,
): Promise<Trust | undefined> {
  if (verifyKeyFiles === undefined) return undefined;
  const { keys, close } = await loadVerifyKeys(verifyKeyFiles, {
    refreshMs: reloadIntervalMs,
    report(event) {
      logKeysEvent(log, event);
      if (event.kind === 'keys-failed') metrics.onVerifyKeysFailure();
    },
  });
  return { admission: createAdmission(keys, Date.now), keyIds: () => keys().map(({ id }) => id), close };
}

function logKeysEvent(log: Log, event: VerifyKeysEvent): void {
  if (event.kind === 'keys-loaded')
    return log.info({ keys: event.keys }, 'only bundles and pushed endpoints that these keys signed are served');
  log.error({ reason: event.message }, 'the public keys cannot be read anew; the last ones stay');
}
