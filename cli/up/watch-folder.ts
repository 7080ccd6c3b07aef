/** Tells when a folder has changed and come to rest: an editor that writes a file in place leaves it half for a while. */
import { watch } from 'node:fs';

/** How long nothing may happen before a change counts as whole, in milliseconds. */
const QUIET_MS = 60;

/** Calls back after each burst of changes below a folder, until the signal aborts. */
export function watchFolder(folder: string, changed: () => void, signal: AbortSignal): void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true, signal }, () => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET_MS);
  });
  watcher.on('error', changed); // A folder that was removed is read again, and then said to be missing.
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
