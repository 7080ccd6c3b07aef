/** Endpoints from files on the relay's machine, read again when they change. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isWithin } from '../../secrets/providers/file.ts';
import { readAnswer } from '../endpoints-file.ts';
import { poll } from '../polling.ts';
import { failed, type Answer, type DiscoveryProvider } from '../provider.ts';
import { settingOf } from '../setting.ts';

export interface FileProviderOptions {
  /** Only files in these folders may be named by a document: it could otherwise make the relay read any file. */
  readonly folders: readonly string[];
  /** How often files are looked at, in milliseconds; default 400. */
  readonly lookMs?: number;
}

/** Settings are `{ type: 'file', path }`. */
export const fileProvider = ({ folders, lookMs = 400 }: FileProviderOptions): DiscoveryProvider => ({
  type: 'file',
  follow(reference, tell, signal) {
    const path = resolve(settingOf(reference, 'path') ?? '/');
    if (!folders.some((folder) => isWithin(folder, path)))
      return tell(
        failed('misconfigured', `"${path}" may not be read: it is in none of the relay's folders of endpoints`),
      );
    follow(path, { tell, signal, lookMs });
  },
});

interface Following {
  readonly tell: (answer: Answer) => void;
  readonly signal: AbortSignal;
  readonly lookMs: number;
}

function follow(path: string, { tell, signal, lookMs }: Following): void {
  let told: string | undefined;
  let half: string | undefined;
  const ask = async (): Promise<number> => {
    const { state, answer } = await look(path, told);
    if (!answer || signal.aborted) return lookMs;
    // One that is written in place may have been read half: what is wrong counts if it stays so.
    const isHalf = answer.status === 'failed' && told !== undefined && half !== state;
    half = state;
    if (isHalf) return lookMs;
    told = state;
    tell(answer);
    return lookMs;
  };
  poll({ signal, tell, ask });
}

/** What the file is like now, and its content if that is not as before. */
async function look(
  path: string,
  before: string | undefined,
): Promise<{ readonly state: string; readonly answer?: Answer }> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    const state = `${mtimeMs} ${size} ${ino}`;
    return state === before ? { state } : { state, answer: readAnswer(path, await readFile(path, 'utf8')) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === before) return { state: code };
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    const answer = isMissing
      ? failed('not-found', `"${path}" does not exist`)
      : failed('unavailable', `"${path}" cannot be read: ${code}`);
    return { state: code, answer };
  }
}
