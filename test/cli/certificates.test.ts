/** `enroutectl certificates`, and a relay and an Envoy that run with exactly what it writes. */
import { X509Certificate } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { poll } from '../../cli/local/poll.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { temporaryFolder } from '../servers/folder.ts';
import { edit, enroutectl, quickStart, startEnroutectl, succeed } from './enroutectl.ts';

const { start } = useEnvoy();

const read = async (folder: string, name: string): Promise<X509Certificate> =>
  new X509Certificate(await readFile(join(folder, name)));

test('writes an authority, a certificate each, and the policy that binds them', async () => {
  const cwd = await temporaryFolder();
  const args = ['certificates', 'pki', '--gateway', 'shop/edge', '--node', 'edge-1', 'edge-2', '--days', '3'];
  const out = await succeed([...args, '--relay-name', 'relay.example', '10.0.0.7', '--trust-domain', 'corp.example'], {
    cwd,
  });
  expect(out).toContain('wrote pki/ca.crt pki/ca.key pki/relay.crt');
  expect(out).toContain('--tls-client-authorities pki/ca.crt --node-policy pki/node-policy.yaml');
  const folder = join(cwd, 'pki');
  const ca = await read(folder, 'ca.crt');
  for (const name of ['relay', 'edge-1', 'edge-2']) {
    const certificate = await read(folder, `${name}.crt`);
    expect(certificate.verify(ca.publicKey)).toBe(true);
    expect(Date.parse(certificate.validTo) - Date.now()).toBeLessThanOrEqual(3 * 86_400_000);
    expect((await stat(join(folder, `${name}.key`))).mode & 0o777).toBe(0o600);
  }
  expect((await stat(join(folder, 'ca.key'))).mode & 0o777).toBe(0o600);
  expect((await read(folder, 'relay.crt')).subjectAltName).toBe('DNS:relay.example, IP Address:10.0.0.7');
  expect((await read(folder, 'edge-2.crt')).subjectAltName).toBe('URI:spiffe://corp.example/envoy/shop/edge/edge-2');
  expect(out).not.toContain('PRIVATE');
});

test('overwrites nothing, and signs for more Envoys with the authority that is there', async () => {
  const cwd = await temporaryFolder();
  await succeed(['certificates', '.', '--trust-domain', 'a.example'], { cwd });
  const before = await readFile(join(cwd, 'edge-1.key'), 'utf8');
  const again = await enroutectl(['certificates', '.', '--node', 'edge-2', 'edge-1'], { cwd });
  expect(again).toMatchObject({
    exit: 2,
    err: expect.stringMatching(/edge-1\.crt is there already.*nothing is overwritten/),
  });
  await expect(stat(join(cwd, 'edge-2.key'))).rejects.toThrow('ENOENT');
  expect(await readFile(join(cwd, 'edge-1.key'), 'utf8')).toBe(before);
  await succeed(['certificates', '.', '--node', 'edge-2'], { cwd });
  const second = await read(cwd, 'edge-2.crt');
  expect(second.verify((await read(cwd, 'ca.crt')).publicKey)).toBe(true);
  expect(second.subjectAltName).toBe('URI:spiffe://a.example/envoy/default/edge/edge-2');
  for (const args of [
    ['--node', 'edge-3', '--trust-domain', 'b.example'],
    ['--node', 'edge-3', '--relay-name', 'relay.example'],
  ]) {
    expect((await enroutectl(['certificates', '.', ...args], { cwd })).exit, args.join(' ')).toBe(2);
  }
  await expect(stat(join(cwd, 'edge-3.key'))).rejects.toThrow('ENOENT');
});

test.each([
  [['--node', 'a/../b'], 'cannot stand in a SPIFFE id'],
  [['--node', 'x/y'], '"x/y" cannot stand in a SPIFFE id and in the name of a file'],
  [['--node', 'relay'], 'would be others'],
  [['--gateway', 'a/b/c'], 'cannot stand in a SPIFFE id'],
  [['--days', '0'], 'from 1 to 3650'],
  [['--trust-domain', 'A b'], 'expected lower-case letters'],
])('refuses %j', async (args, message) => {
  const cwd = await temporaryFolder();
  const { exit, err } = await enroutectl(['certificates', 'pki', ...args], { cwd });
  expect(err).toContain(message);
  expect(exit).toBe(2);
  await expect(stat(join(cwd, 'pki'))).rejects.toThrow('ENOENT');
});

test('no certificate is good for longer than its authority', async () => {
  const cwd = await temporaryFolder();
  await succeed(['certificates', '.', '--days', '1'], { cwd });
  await succeed(['certificates', '.', '--days', '30', '--node', 'late'], { cwd });
  expect((await read(cwd, 'late.crt')).validTo).toBe((await read(cwd, 'ca.crt')).validTo);
});

test('half an authority is a mistake', async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'ca.crt'), '');
  expect(await enroutectl(['certificates', '.'], { cwd })).toMatchObject({
    exit: 2,
    err: expect.stringContaining('only one of'),
  });
});

test('a relay and an Envoy run with exactly these files; an Envoy with the name of another is refused', async () => {
  const cwd = await quickStart();
  await succeed(['certificates', 'pki', '--node', 'edge-1', 'edge-2'], { cwd });
  const tls = `    tls:
      certificateChain: ${cwd}/pki/edge-1.crt
      privateKey: ${cwd}/pki/edge-1.key
      certificateAuthority: ${cwd}/pki/ca.crt
`;
  await edit(join(cwd, 'gateways/gateway.yaml'), 'spec:\n', `spec:\n  relay:\n    address: localhost\n${tls}`);
  await succeed(['publish', 'gateways', '--store', 'bucket'], { cwd });
  const log: string[] = [];
  const files = [
    '--tls-certificate',
    'pki/relay.crt',
    '--tls-key',
    'pki/relay.key',
    '--tls-client-authorities',
    'pki/ca.crt',
  ];
  const addresses = ['--listen', '127.0.0.1:0', '--admin-listen', '127.0.0.1:0', '--close-grace', '0'];
  await startEnroutectl(
    ['relay', '--store', 'bucket', ...files, '--node-policy', 'pki/node-policy.yaml', ...addresses],
    {
      cwd,
      onLine: (line) => log.push(line),
    },
  );
  const { ads, admin }: { readonly ads: string; readonly admin: string } = JSON.parse(
    await poll({ what: 'that the relay runs', timeoutMs: 30_000 }, async () =>
      log.find((line) => line.includes('the relay is running')),
    ),
  );
  const bootstrapOf = async (node: string): Promise<object> => {
    const args = ['bootstrap', 'edge', 'gateways', '--node-id', node, '--relay', ads];
    const bootstrap: { readonly admin: object } = JSON.parse(await succeed(args, { cwd }));
    return { ...bootstrap, admin: { address: { socket_address: { address: '127.0.0.1', port_value: 0 } } } };
  };
  await start({ bootstrap: await bootstrapOf('edge-1'), until: 'live' });
  // It has the files of edge-1, too, and says that it is edge-2.
  await start({ bootstrap: await bootstrapOf('edge-2'), until: 'admin' });
  const refused = await poll({ what: 'that one is refused', timeoutMs: 30_000 }, async () => {
    const { refusals, nodes } = JSON.parse(await (await fetch(`http://${admin}/status`)).text());
    return refusals.length > 0 && nodes[0]?.state === 'complete' ? { refusals, nodes } : undefined;
  });
  expect(refused).toMatchObject({
    nodes: [{ id: 'edge-1', gateway: 'default/edge' }],
    refusals: [{ node: 'edge-2', denied: 'node', code: 'PERMISSION_DENIED' }],
  });
  const { exit, out } = await enroutectl(['status', '--relay', admin], { cwd });
  expect(exit).toBe(0);
  expect(out).toMatch(/refused .*edge-2.*PERMISSION_DENIED.*may not speak for node "edge-2"/);
}, 60_000);

test('a policy that cannot be used is told in sentences, and one without client authorities as well', async () => {
  const cwd = await quickStart();
  await succeed(['certificates', 'pki'], { cwd });
  await writeFile(join(cwd, 'policy.yaml'), 'rules:\n  - uri: spiffe://a/{id}\n');
  const base = [
    'relay',
    '--store',
    'bucket',
    '--admin-listen',
    '127.0.0.1:0',
    '--listen',
    '127.0.0.1:0',
    '--node-policy',
    'policy.yaml',
  ];
  const tls = ['--tls-certificate', 'pki/relay.crt', '--tls-key', 'pki/relay.key'];
  const without = await enroutectl([...base, ...tls], { cwd });
  expect(without).toMatchObject({
    exit: 2,
    err: expect.stringMatching(/--node-policy: .*\(--tls-client-authorities\)/),
  });
  const bad = await enroutectl([...base, ...tls, '--tls-client-authorities', 'pki/ca.crt'], { cwd });
  expect(bad).toMatchObject({ exit: 2, err: expect.stringMatching(/policy\.yaml:2:10: .*\{id\} is none of/) });
});
