/** API keys as a secret store has them: lines of the form `client:key`. */
import { failed, type Failure } from './provider.ts';

/** A key, and the client that it stands for. */
export interface ApiKey {
  readonly client: string;
  readonly key: string;
}

/** Reads lines; empty ones, and those that begin with `#`, do not count. A failure names lines and never a key. */
export function readApiKeys(text: string): ApiKey[] | Failure {
  const keys: ApiKey[] = [];
  const seen = new Map<string, number>();
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, client, key] = /^\s*([^:\s]+):(\S+)\s*$/.exec(line) ?? [];
    if (client === undefined || key === undefined) return failed('invalid', `line ${place + 1} is not "client:key"`);
    const first = seen.get(key);
    // Whose request it is could not be told, and Envoy refuses it.
    if (first !== undefined) return failed('invalid', `lines ${first + 1} and ${place + 1} have the same key`);
    seen.set(key, place);
    keys.push({ client, key });
  }
  return keys.length > 0 ? keys : failed('invalid', 'there is no key in it');
}
