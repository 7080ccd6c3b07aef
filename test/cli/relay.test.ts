/** The relay as a process of its own, with its options. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import type { RunningProcess } from '../../cli/local/process.ts';
import { readWebhookSecrets, signWebhook } from '../../store/webhooks.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { enroutectl, quickStart, startEnroutectl, succeed } from './enroutectl.ts';

interface Relay {
  readonly process: RunningProcess;
  readonly ads: string;
  readonly admin: string;
  readonly log: readonly string[];
}

/** Starts it on free ports; where they are, its log says. */
async function startRelay(cwd: string, ...more: readonly string[]): Promise<Relay> {
  const log: string[] = [];
  const args = ['relay', '--listen', '127.0.0.1:0', '--admin-listen', '127.0.0.1:0', '--close-grace', '0', ...more];
  const process = await startEnroutectl(args, {
    cwd,
    env: { ENROUTE_STORE: 'bucket' },
    onLine: (line) => log.push(line),
  });
  const said = await poll({ what: 'that the relay runs', timeoutMs: 30_000 }, async () =>
    log.find((line) => line.includes('the relay is running')),
  );
  const { ads, admin }: { readonly ads: string; readonly admin: string } = JSON.parse(said);
  return { process, ads, admin, log };
}

const published = async (): Promise<string> => {
  const cwd = await quickStart();
  await succeed(['publish', 'gateways', '--store', 'bucket'], { cwd });
  return cwd;
};

const untilReady = (admin: string) =>
  poll({ what: 'that the relay is ready' }, async () => (await fetch(`http://${admin}/readyz`)).ok || undefined);

test.each(['SIGTERM', 'SIGINT'] as const)('serves the bucket until %s, and ends in order', async (signal) => {
  const cwd = await published();
  const relay = await startRelay(cwd, '--identifier', 'relay-1', '--cache', 'cache');
  await untilReady(relay.admin);
  const status = await succeed(['status', '--relay', relay.admin]);
  expect(status).toMatch(/^relay relay-1 .*\n\nGATEWAY.*\ndefault\/edge /);
  await poll({ what: 'that the bundle is cached' }, async () => (await readdir(join(cwd, 'cache')).catch(() => []))[0]);
  process.kill(relay.process.pid, signal);
  expect(await relay.process.exited).toBe(0);
  expect(relay.log.at(-1)).toContain('the relay is closed');
});

test('takes a notification only if a secret of the file has signed it', async () => {
  const cwd = await published();
  const [old, next] = ['o', 'n'].map((letter) => `whsec_${btoa(letter.repeat(32))}`);
  await writeFile(join(cwd, 'secrets'), `${old}\n${next}\n`);
  const { admin, log } = await startRelay(cwd, '--notify-secret-file', 'secrets');
  const notify = async (headers: HeadersInit): Promise<number> =>
    (await fetch(`http://${admin}/notify`, { method: 'POST', headers, body: '{}' })).status;
  expect(await notify({})).toBe(401);
  for (const secret of [old, next]) {
    const message = { id: `msg_${secret}`, body: '{}' };
    expect(await notify(await signWebhook(message, readWebhookSecrets(secret ?? ''), Date.now()))).toBe(202);
  }
  expect(log.join('\n')).not.toContain('whsec_');
});

test.each([
  ['', 'there is no secret in it'],
  ['a-plain-password', 'a secret of webhooks is "whsec_" and base64 of 24 to 64 bytes'],
])('refuses a file of secrets that has %j, and does not repeat it', async (text, reason) => {
  const cwd = await published();
  await writeFile(join(cwd, 'secrets'), text);
  const refused = await enroutectl(['relay', '--store', 'bucket', '--notify-secret-file', 'secrets'], { cwd });
  expect(refused).toMatchObject({ exit: 2, err: expect.stringContaining(`secrets: ${reason}`) });
  expect(refused.err).not.toContain('plain-password');
});

test('serves only the gateways that are named, with a certificate', async () => {
  const cwd = await published();
  const authority = await makeAuthority();
  const { certificate, privateKey } = await authority.issue({ commonName: 'relay' });
  await writeFile(join(cwd, 'ca.crt'), authority.certificate);
  await writeFile(join(cwd, 'relay.crt'), certificate);
  await writeFile(join(cwd, 'relay.key'), privateKey);
  const files = ['--tls-certificate', 'relay.crt', '--tls-key', 'relay.key', '--tls-client-authorities', 'ca.crt'];
  const addresses = ['--listen', '127.0.0.1:0', '--admin-listen', '127.0.0.1:0'];
  const refused = await enroutectl(['relay', '--store', 'bucket', ...addresses, ...files], { cwd });
  expect(refused).toMatchObject({
    exit: 2,
    err: expect.stringMatching(/--node-policy: .*secrets.*enroutectl certificates.*\(--insecure-any-node\)/),
  });
  const { admin, log } = await startRelay(cwd, ...files, '--insecure-any-node', '--gateway', 'other');
  expect(log.join('\n')).toMatch(/there is no node policy: any client certificate is any node/);
  await poll({ what: 'that the certificate is loaded' }, async () =>
    log.find((line) => line.includes('certificate is loaded')),
  );
  const status = await fetch(`http://${admin}/status`);
  expect(await status.json()).toMatchObject({ gateways: [{ gateway: 'default/other', bundle: null }] });
});

test.each([
  ['no TLS', []],
  ['a certificate of its own only', ['--tls-certificate', 'relay.crt', '--tls-key', 'relay.key']],
])('listens on this machine only with %s', async (_, args) => {
  const cwd = await published();
  const addresses = ['--listen', '0.0.0.0:0', '--admin-listen', '127.0.0.1:0'];
  const { exit, err } = await enroutectl(['relay', '--store', 'bucket', ...addresses, ...args], { cwd });
  expect(exit).toBe(2);
  expect(err).toMatch(
    /--listen: .*"0\.0\.0\.0" can be reached from others; .*\(--tls-client-authorities\).*\(--insecure-listen\)/,
  );
});

test('a certificate that cannot be read is told in a sentence', async () => {
  const cwd = await published();
  const log: string[] = [];
  const args = ['relay', '--store', 'bucket', '--tls-certificate', 'nowhere.crt', '--tls-key', 'nowhere.key'];
  const relay = await startEnroutectl([...args, '--admin-listen', '127.0.0.1:0'], {
    cwd,
    onLine: (line) => log.push(line),
  });
  expect(await relay.exited).toBe(2);
  expect(log.join('\n')).toMatch(/error: the relay cannot run: .*nowhere\.crt/);
  expect(log.join('\n')).not.toContain('    at ');
});

test('a file of secret providers that is wrong is told in a sentence, with the place', async () => {
  const cwd = await published();
  await writeFile(join(cwd, 'stores.yaml'), 'vault:\n  adress: https://vault.example.com\n');
  const log: string[] = [];
  const args = ['relay', '--store', 'bucket', '--secret-providers', 'stores.yaml', '--listen', '127.0.0.1:0'];
  const relay = await startEnroutectl([...args, '--admin-listen', '127.0.0.1:0'], {
    cwd,
    onLine: (line) => log.push(line),
  });
  expect(await relay.exited).toBe(2);
  expect(log.join('\n')).toMatch(/stores\.yaml:2:3: unknown field "adress"; did you mean "address"\?/);
  expect(log.join('\n')).not.toContain('    at ');
});

test.each([
  ['--secret-providers', 'providers.yaml'],
  ['--discovery', 'discovery.yaml'],
  ['--verify-key', 'key.pub'],
  ['--metrics-token-file', 'token', '--metrics-url', 'http://prometheus'],
])('%s that is not there is told in words', async (option, file, ...more) => {
  const cwd = await published();
  const { exit, err } = await enroutectl(['relay', '--store', 'bucket', option, file, ...more], { cwd });
  expect(err).toContain(`${join(cwd, file)}: there is no such file`);
  expect(err).not.toContain('ENOENT');
  expect(exit).toBe(2);
});

test('a password in the URL of the metrics is refused, and not shown', async () => {
  const args = ['relay', '--store', 'bucket', '--metrics-url', 'http://ann:hunter2@prometheus:9090'];
  const { exit, err } = await enroutectl(args, { cwd: await published() });
  expect(err).toContain('a user and a password do not belong into a URL');
  expect(err).toContain('--metrics-token-file');
  expect(err).not.toContain('hunter2');
  expect(exit).toBe(2);
});
