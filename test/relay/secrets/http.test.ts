/** Secrets that an HTTP server gives. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SecretReference } from '../../../compiler/5-pack/bundle.ts';
import type { SecretProvider } from '../../../relay/secrets/provider.ts';
import { httpProvider, type SecretServerOptions } from '../../../relay/secrets/providers/http.ts';
import { makeAuthority, type CertificateAuthority } from '../../servers/certificates.ts';
import { makeFolder, type Folder } from '../../servers/folder.ts';
import { startSecretServer, type SecretServer } from '../../servers/secret-server.ts';
import { referenceTo, resolve, textOf } from './resolving.ts';

const TOKEN = 'bearer-hunter2';

let authority: CertificateAuthority;
let server: SecretServer;
let folder: Folder;
let provider: SecretProvider | undefined;

beforeAll(async () => {
  authority = await makeAuthority();
});
beforeEach(async () => {
  server = await startSecretServer({ token: TOKEN });
  folder = await makeFolder();
});
afterEach(async () => {
  provider?.close?.();
  await server.stop();
  await folder.remove();
});

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder.path, name);
  await writeFile(path, text);
  return path;
};
const open = async (options: Partial<SecretServerOptions> = {}): Promise<SecretProvider> => {
  const tokenFile = await file('token', `${TOKEN}\n`);
  provider = httpProvider({ servers: [{ urlPrefix: `${server.origin}/enroute/`, tokenFile, ...options }] });
  return provider;
};
const at = (path: string, type: SecretReference['type'] = 'generic') =>
  referenceTo({ type: 'http', url: path.includes('://') ? path : server.origin + path }, type);

describe('an answer', () => {
  test('has the value, as text or as base64', async () => {
    server.put('/enroute/text', { value: 'v' });
    server.put('/enroute/binary', { value: Buffer.from('binary').toString('base64'), encoding: 'base64' });
    const opened = await open();
    expect(textOf(await resolve(opened, at('/enroute/text')))).toBe('v');
    expect(textOf(await resolve(opened, at('/enroute/binary')))).toBe('binary');
  });

  test('has the parts of a certificate, perhaps with its OCSP response', async () => {
    const issued = await authority.issue({ commonName: 'shop' });
    const { certificate: certificateChain, privateKey } = issued;
    const staple = await authority.staple(issued);
    server.put('/enroute/tls', { certificateChain, privateKey });
    server.put('/enroute/stapled', { certificateChain, privateKey, ocspStaple: staple.toString('base64') });
    const opened = await open();
    expect(textOf(await resolve(opened, at('/enroute/tls', 'tls-certificate')))).toBe(certificateChain + privateKey);
    const stapled = await resolve(opened, at('/enroute/stapled', 'tls-certificate'));
    expect(stapled).toMatchObject({ material: { ocspStaple: staple } });
  });

  test('says how long it may be used', async () => {
    server.put('/enroute/a', { value: 'v' }, { 'cache-control': 'private, max-age=30' });
    server.put('/enroute/b', { value: 'v' }, { 'cache-control': 'max-age=0' });
    server.put('/enroute/c', { value: 'v' });
    const opened = await open();
    const lease = async (path: string) => {
      const answer = await resolve(opened, at(path));
      return answer.status === 'resolved' ? answer.refreshMs : answer;
    };
    expect([await lease('/enroute/a'), await lease('/enroute/b'), await lease('/enroute/c')]).toEqual([
      30_000,
      1_000,
      undefined,
    ]);
  });

  test('that has not changed is not sent again', async () => {
    const reference = at('/enroute/a');
    server.put('/enroute/a', { value: 'old' }, { etag: '"1"' });
    const opened = await open();
    const answers = [await resolve(opened, reference), await resolve(opened, reference)];
    server.put('/enroute/a', { value: 'new' }, { etag: '"2"' });
    answers.push(await resolve(opened, reference));
    opened.release?.(reference);
    answers.push(await resolve(opened, reference));
    expect(answers.map(textOf)).toEqual(['old', 'old', 'new', 'new']);
    expect(server.answers.map((answer) => answer.slice(0, 3))).toEqual(['200', '304', '200', '200']);
  });

  test.each([
    ['not JSON: hunter2', 'the answer is not a JSON object'],
    ['["hunter2"]', 'the answer is not a JSON object'],
    ['{"value": {"a": "hunter2"}}', 'its field "value" is not a text'],
    ['{"value": "hunter2", "encoding": "rot13"}', 'its "encoding" is not "base64"'],
    [`{"value": "${'hunter2'.repeat(200_000)}"}`, 'gives more than 1048576 bytes'],
  ])('that is no secret is refused, and quoted nowhere', async (body, message) => {
    server.put('/enroute/a', body);
    const answer = await resolve(await open(), at('/enroute/a'));
    expect(answer).toMatchObject({ status: 'failed', reason: 'invalid', message: expect.stringContaining(message) });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  test.each([
    [404, 'not-found', undefined],
    [410, 'not-found', undefined],
    [401, 'unavailable', true],
    [403, 'unavailable', undefined],
    [429, 'unavailable', true],
    [503, 'unavailable', true],
    [302, 'unavailable', undefined],
  ])('%d is %s', async (status, reason, isOfStore) => {
    server.fail(status);
    const answer = await resolve(await open(), at('/enroute/a?token=hunter2'));
    expect(answer).toMatchObject({ status: 'failed', reason });
    expect(answer).toHaveProperty('message', expect.not.stringContaining('hunter2'));
    expect(answer.status === 'failed' && answer.isOfStore).toBe(isOfStore);
  });
});

describe('the relay asks', () => {
  test.each([
    '/other/a',
    '/enroute',
    '/enroute/../other/a',
    '/enroute/%2e%2e/other/a',
    '/enroute/..%2fother/a',
    '/enroute/a%5c..%5cother',
    '/enroutes/a',
    '/enroute/a#b',
    'http://127.0.0.1:1/enroute/a',
    'http://user:hunter2@127.0.0.1/enroute/a',
    'file:///etc/hostname',
    'no url',
  ])('nowhere but where its operator allows: %s', async (path) => {
    expect(await resolve(await open(), at(path))).toMatchObject({ reason: 'misconfigured' });
    expect(server.answers).toEqual([]);
  });

  test('each namespace at its own place', async () => {
    server.put('/enroute/shop/a', { value: 'v' });
    server.put('/enroute/other/a', { value: 'v' });
    const opened = await open({ urlPrefix: `${server.origin}/enroute/{namespace}/` });
    expect(textOf(await resolve(opened, at('/enroute/shop/a')))).toBe('v');
    expect(await resolve(opened, at('/enroute/other/a'))).toMatchObject({ reason: 'misconfigured' });
  });

  test('with the token that its file has now, and sends nothing without', async () => {
    server.put('/enroute/a', { value: 'v' });
    const tokenFile = await file('rotated', 'old');
    const opened = await open({ tokenFile });
    expect(await resolve(opened, at('/enroute/a'))).toMatchObject({ isOfStore: true });
    await writeFile(tokenFile, TOKEN);
    expect(textOf(await resolve(opened, at('/enroute/a')))).toBe('v');
    const without = await open({ tokenFile: '/nowhere' });
    expect(await resolve(without, at('/enroute/a'))).toMatchObject({ isOfStore: true });
    expect(server.answers).toHaveLength(2);
  });

  test('over TLS that it believes, with a certificate of its own, each as its file has it now', async () => {
    const issue = (commonName: string, names: readonly string[] = []) => authority.issue({ commonName, names });
    const secure = await startSecretServer({
      token: TOKEN,
      certificate: await issue('server', ['127.0.0.1']),
      clientAuthority: authority.certificate,
    });
    try {
      secure.put('/a', { value: 'v' });
      const own = await issue('relay');
      const certificateAuthority = await file('ca.crt', (await makeAuthority('other')).certificate);
      const clientCertificate = {
        certificateChain: await file('relay.crt', own.certificate),
        privateKey: await file('relay.key', own.privateKey),
      };
      const urlPrefix = `${secure.origin}/`;
      const opened = await open({ urlPrefix, certificateAuthority, clientCertificate });
      expect(await resolve(opened, at(`${secure.origin}/a`))).toMatchObject({ isOfStore: true });
      await writeFile(certificateAuthority, authority.certificate);
      expect(textOf(await resolve(opened, at(`${secure.origin}/a`)))).toBe('v');
      const bare = await open({ urlPrefix, certificateAuthority });
      expect(await resolve(bare, at(`${secure.origin}/a`))).toMatchObject({ isOfStore: true });
    } finally {
      await secure.stop();
    }
  });
});
