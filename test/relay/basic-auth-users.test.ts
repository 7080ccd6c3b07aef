import { describe, expect, test } from 'vitest';
import { decode, TypeUrl } from '../../compiler/xds/index.ts';
import { readUsers } from '../../relay/secrets/basic-auth-users.ts';
import { checkMaterial } from '../../relay/secrets/check.ts';
import { encodeSecret } from '../../relay/secrets/encode.ts';
import { redact } from '../../store/redacted.ts';

const HASH = '{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=';
const OTHER = '{SHA}qUqP5cyxm6YcTAhz05Hph5gvu9M=';

describe('users', () => {
  test('are lines of names and hashes', () => {
    expect(readUsers(`# all\n\nalice:${HASH}\r\nbob smith:${OTHER}  \n`)).toEqual([
      `alice:${HASH}`,
      `bob smith:${OTHER}`,
    ]);
  });

  test.each([
    ['', 'there is no user in it'],
    ['alice', 'line 1 is not "name:{SHA}…"'],
    ['alice:', 'line 1 is not "name:{SHA}…"'],
    [`:${HASH}`, 'line 1 is not "name:{SHA}…"'],
    [
      'a\n'.replace('a', `alice:${HASH}`) + 'bob:hunter2',
      'line 2 has no SHA-1 hash, as "htpasswd -s" makes it: Envoy takes no other',
    ],
    ['alice:$apr1$hunter2', 'line 1 has no SHA-1 hash, as "htpasswd -s" makes it: Envoy takes no other'],
    ['alice:{SHA}hunter2', 'line 1 has no SHA-1 hash, as "htpasswd -s" makes it: Envoy takes no other'],
    [`alice:${HASH}\n\nalice:${OTHER}`, 'lines 1 and 3 are about the same user'],
  ])('as in %j cannot be used', (lines, message) => {
    const failure = { status: 'failed', reason: 'invalid', message };
    expect(checkMaterial({ type: 'basic-auth-users', lines: redact(lines) })).toEqual(failure);
  });

  test('become the configuration of a filter with its settings, under a version that tells nothing', () => {
    const encoded = (lines: string) =>
      encodeSecret(
        'default/a@1',
        { type: 'basic-auth-users', lines: redact(lines) },
        { realm: 'shop', usernameHeader: 'x-user' },
      );
    const { name, typeUrl, value, version } = encoded(`# all\nalice:${HASH}`);
    expect([name, typeUrl]).toEqual(['default/a@1', TypeUrl.extensionConfig]);
    expect(decode('envoy.config.core.v3.TypedExtensionConfig', value)).toEqual({
      name: 'default/a@1',
      typed_config: {
        '@type': 'type.googleapis.com/envoy.extensions.filters.http.basic_auth.v3.BasicAuth',
        users: { inline_string: `alice:${HASH}\n` },
        forward_username_header: 'x-user',
        realm: 'shop',
      },
    });
    expect(version).toMatch(/^[\w-]{16}$/);
    expect(encoded(`alice:${OTHER}`).version).not.toBe(version);
  });
});
