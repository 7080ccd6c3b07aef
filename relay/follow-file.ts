/** A file that its operator may change while the relay runs. */
import { setTimeout as pause } from 'node:timers/promises';
import { readNamedText } from '../store/named-file.ts';

export interface FollowFileOptions {
  /** How long from one look to the next, in milliseconds. */
  readonly refreshMs: number;
  /**
   * Hears of a text that differs from the last one that could be used.
   * @throws Error if it cannot be used, or rejects with one; then the last one stays.
   */
  readonly changed: (text: string) => void | Promise<void>;
  /** Hears why the file cannot be read or used; once, as long as the reason is the same. */
  readonly failed: (message: string) => void;
}

export interface FollowedFile {
  close(): void;
}

/** @param used the text that is in use so far */
export function followFile(
  file: string,
  used: string,
  { refreshMs, changed, failed }: FollowFileOptions,
): FollowedFile {
  let last = used;
  let failure: string | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    try {
      const text = await readSettled(file, last);
      if (isClosed) return;
      if (text !== last) await changed(text);
      last = text;
      failure = undefined;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== failure) failed(message);
      failure = message;
    }
  };
  const wait = (): void => {
    if (!isClosed) timer = setTimeout(() => void look().then(wait), refreshMs).unref();
  };
  wait();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** Who writes a file empties it first, and half of one may be good YAML: a new text counts once it has stood for a moment. */
async function readSettled(file: string, last: string): Promise<string> {
  let text = await readNamedText(file);
  while (text !== last) {
    await pause(SETTLE_MS, undefined, { ref: false });
    const again = await readNamedText(file);
    if (again === text) return text;
    text = again;
  }
  return text;
}

const SETTLE_MS = 100;
