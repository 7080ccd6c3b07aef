/**
 * Users as a secret store has them: lines `name:{SHA}…`, as `htpasswd -s` makes them.
 *
 * Envoy refuses a whole response for a line that it cannot read, for another kind of hash and for a user that is there twice:
 * https://github.com/envoyproxy/envoy/blob/v1.40.0/source/extensions/filters/http/basic_auth/config.cc
 */
import { failed, type Failure } from './provider.ts';

/** Gives the lines of users, without empty ones and those that begin with `#`. A failure names lines, and no user or hash. */
export function readUsers(text: string): readonly string[] | Failure {
  const users = new Map<string, number>();
  const lines: string[] = [];
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, name, hash] = /^([^:]+):(.+?)\s*$/.exec(line) ?? [];
    if (name === undefined || hash === undefined) return failed('invalid', `line ${place + 1} is not "name:{SHA}…"`);
    // A SHA-1 hash is 20 bytes long.
    if (!/^\{SHA\}[A-Za-z0-9+/]{27}=$/.test(hash))
      return failed('invalid', `line ${place + 1} has no SHA-1 hash, as "htpasswd -s" makes it: Envoy takes no other`);
    const first = users.get(name);
    if (first !== undefined) return failed('invalid', `lines ${first + 1} and ${place + 1} are about the same user`);
    users.set(name, place);
    lines.push(`${name}:${hash}`);
  }
  return lines.length > 0 ? lines : failed('invalid', 'there is no user in it');
}
