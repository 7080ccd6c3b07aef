import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { validate } from '../../cli/local/run-envoy.ts';
import { makeAuthority } from '../servers/certificates.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { edit, enroutectl, quickStart, succeed } from './enroutectl.ts';

const { binary } = useEnvoy();

test('of documents is what their Gateway says, and Envoy takes it', async () => {
  const cwd = await quickStart();
  const text = await succeed(['bootstrap', 'edge', 'gateways', '--node-id', 'edge-1'], { cwd });
  expect(JSON.parse(text)).toMatchObject({ node: { cluster: 'edge', id: 'edge-1' } });
  await writeFile(join(cwd, 'bootstrap.json'), text);
  expect(await validate(binary(), join(cwd, 'bootstrap.json'))).toMatchObject({ ok: true });
});

test.each([
  ['10.0.0.7:19000', 'STATIC', '10.0.0.7'],
  ['relay.test:19000', 'STRICT_DNS', 'relay.test'],
  ['[::1]:19000', 'STATIC', '::1'],
])('takes %s for the relay', async (relay, type, address) => {
  const cwd = await quickStart();
  const text = await succeed(
    ['bootstrap', 'edge', 'gateways', '--node-id', 'a', '--relay', relay, '--output', 'yaml'],
    { cwd },
  );
  const [cluster] = parse(text).static_resources.clusters;
  const [{ lb_endpoints: endpoints }] = cluster.load_assignment.endpoints;
  expect(cluster.type).toBe(type);
  expect(endpoints[0].endpoint.address.socket_address).toEqual({ address, port_value: 19000 });
  await writeFile(join(cwd, 'bootstrap.yaml'), text);
  expect(await validate(binary(), join(cwd, 'bootstrap.yaml'))).toMatchObject({ ok: true });
});

test('of a bucket is that of the documents, but for what only they say', async () => {
  const cwd = await quickStart();
  await edit(join(cwd, 'gateways/gateway.yaml'), 'spec:', 'spec:\n  nodes: { labels: { role: edge } }');
  await succeed(['publish', 'gateways', '--store', 'bucket'], { cwd });
  const fromBucket = await succeed(['bootstrap', 'edge', '--store', 'bucket', '--node-id', 'a'], { cwd });
  const fromDocuments = await succeed(['bootstrap', 'edge', 'gateways', '--node-id', 'a'], { cwd });
  expect(JSON.parse(fromBucket)).toEqual(JSON.parse(fromDocuments));
  expect(JSON.parse(fromBucket).node.metadata).toEqual({ role: 'edge' });
});

test('of an API is that of its documents', async () => {
  const cwd = await quickStart();
  const env = { ENROUTE_CONFIG: join(cwd, 'contexts.yaml') };
  await edit(join(cwd, 'gateways/gateway.yaml'), 'spec:', 'spec:\n  nodes: { labels: { role: edge } }');
  await succeed(['context', 'set', 'here', '--store', 'bucket'], { cwd, env });
  await succeed(['apply', 'gateways', '--yes'], { cwd, env });
  const args = ['bootstrap', 'edge', '--node-id', 'edge-1'];
  expect(await succeed(args, { cwd, env })).toBe(await succeed([...args, 'gateways'], { cwd, env }));
  expect(await enroutectl(['bootstrap', 'ege'], { cwd, env })).toMatchObject({
    exit: 2,
    err: expect.stringContaining('there is no Gateway default/ege\n  help: did you mean "edge"?'),
  });
});

test('is written with the files by which Envoy reads certificates again', async () => {
  const cwd = await quickStart();
  const files = { certificateChain: join(cwd, 'envoy.crt'), privateKey: join(cwd, 'envoy.key') };
  const tls = { ...files, certificateAuthority: join(cwd, 'ca.crt'), sdsFolder: join(cwd, 'etc') };
  await edit(join(cwd, 'gateways/gateway.yaml'), 'spec:', `spec:\n  relay: { tls: ${JSON.stringify(tls)} }`);
  const said = await succeed(['bootstrap', 'edge', 'gateways', '--node-id', 'edge-1', '--out', 'etc'], { cwd });
  expect(said).toBe('wrote etc/bootstrap.json etc/relay-certificate.json etc/relay-authority.json\n');
  const authority = await makeAuthority();
  const own = await authority.issue({ commonName: 'envoy' });
  await writeFile(tls.certificateAuthority, authority.certificate);
  await writeFile(tls.certificateChain, own.certificate);
  await writeFile(tls.privateKey, own.privateKey);
  expect(await validate(binary(), join(cwd, 'etc/bootstrap.json'))).toMatchObject({ ok: true });
  // They are part of what is compiled, and of what a change changes.
  await succeed(['compile', 'gateways', '--out', 'compiled'], { cwd });
  await succeed(['diff', 'compiled', 'gateways'], { cwd });
  await edit(join(cwd, 'gateways/gateway.yaml'), 'envoy.crt', 'other.crt');
  const { exit, out } = await enroutectl(['diff', 'compiled', 'gateways'], { cwd });
  expect(exit).toBe(1);
  expect(out).toContain('relay-certificate.json');
});

test.each([
  [['egde', '--store', 'bucket'], 'did you mean "default/edge"?'],
  [['egde', 'gateways'], 'they have default/edge'],
])('of %j fails with a sentence', async (args, words) => {
  const cwd = await quickStart();
  await succeed(['publish', 'gateways', '--store', 'bucket'], { cwd });
  const { exit, err } = await enroutectl(['bootstrap', ...args], { cwd });
  expect(exit).toBe(2);
  expect(err).toContain(words);
});
