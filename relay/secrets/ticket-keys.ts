/** Keys for TLS session tickets as a secret store has them: lines of base64, the newest key first. */
import { failed, type Failure } from './provider.ts';

/** What Envoy wants of a key: envoy/extensions/transport_sockets/tls/v3/common.proto, TlsSessionTicketKeys. */
const KEY_BYTES = 80;

/** Reads lines; empty ones, and those that begin with `#`, do not count. A failure names lines and never a key. */
export function readTicketKeys(text: string): readonly Buffer[] | Failure {
  const keys: Buffer[] = [];
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (!/^\s*[A-Za-z0-9+/]+={0,2}\s*$/.test(line)) return failed('invalid', `line ${place + 1} is not base64`);
    const key = Buffer.from(line, 'base64');
    if (key.length !== KEY_BYTES)
      return failed(
        'invalid',
        `the key in line ${place + 1} has ${key.length} bytes, and Envoy takes ${KEY_BYTES} only`,
      );
    keys.push(key);
  }
  return keys.length > 0 ? keys : failed('invalid', 'there is no key in it');
}
