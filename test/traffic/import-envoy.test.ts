/** A configuration, and what is imported of it and compiled, answer the same requests the same way. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { startEnvoy } from '../../cli/local/run-envoy.ts';
import { writeFiles } from '../../compiler/adapt/index.ts';
import { compile } from '../../compiler/index.ts';
import { ENVOY_CASES, importCase, type Call, type EnvoyCase } from '../adapt/envoy-cases.ts';
import { assemble } from '../compiler/static-assembly.ts';
import { makeAuthority, type Certificate } from '../servers/certificates.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { makeFolder } from '../servers/folder.ts';
import { openConnection, request } from '../servers/http-client.ts';
import { startTcpUpstream } from '../servers/tcp-upstream.ts';
import { startUpstream } from '../servers/upstream.ts';
import { reservePort } from '../servers/ports.ts';
import { shared } from './shared.ts';

const servers = shared(async () => {
  const authority = await makeAuthority();
  const folder = await makeFolder();
  const certificate = await authority.issue({ commonName: 'shop', names: ['*.example.com', 'a.example.com'] });
  await writeFile(join(folder.path, 'shop.crt'), certificate.certificate);
  await writeFile(join(folder.path, 'shop.key'), certificate.privateKey);
  const all = [
    await startUpstream({ name: 'one' }),
    await startUpstream({ name: 'two' }),
    await startUpstream({ name: 'three', protocol: 'http2' }),
    await startTcpUpstream({ name: 'four' }),
    await startTcpUpstream({ name: 'five', certificate }),
  ];
  return {
    /** The upstreams of a configuration listen on 9001 and so on. */
    ports: new Map(all.map(({ port }, index) => [9001 + index, port])),
    folder: folder.path,
    material: { authority: authority.certificate, ...certificate },
    stop: async () => {
      for (const one of all) await one.stop();
      await folder.remove();
    },
  };
});

const LISTENERS = /port_value: (5432|7000|8000|8001|8443)\b/g;
const UPSTREAMS = /port_value: (900\d)\b/g;

/** The configuration with ports that are free and files that are there, and which port took the place of which. */
async function onFreePorts({ file }: EnvoyCase, certificate: Certificate) {
  const ports = new Map<number, number>();
  for (const [, port] of file.text.matchAll(LISTENERS)) ports.set(Number(port), await reservePort());
  const text = file.text
    .replaceAll(UPSTREAMS, (_, port: string) => `port_value: ${servers().ports.get(Number(port))}`)
    .replaceAll(LISTENERS, (_, port: string) => `port_value: ${ports.get(Number(port))}`)
    .replaceAll('port_value: 9902', 'port_value: 0')
    .replaceAll('/etc/certs', servers().folder)
    .replace("'CERTIFICATE'", JSON.stringify(certificate.certificate))
    .replace("'PRIVATE KEY'", JSON.stringify(certificate.privateKey));
  return { text, ports };
}

/** What a client gets, and what an upstream saw of it; not what differs from one request to the next. */
async function answerTo(call: Call, ports: ReadonlyMap<number, number>): Promise<unknown> {
  const port = ports.get(call.port);
  if (port === undefined) throw new Error(`no listener has the port ${call.port}`);
  const target = { port, ...(call.serverName !== undefined && { tls: { serverName: call.serverName } }) };
  try {
    return call.method === 'TCP' ? await converse(target) : await requested(call, target);
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message.replaceAll(/\d+/g, 'N') : String(error)}`;
  }
}

type Target = Parameters<typeof openConnection>[0];

async function requested({ method, path, host, headers, body }: Call, target: Target) {
  const response = await request({ ...target, method, path, host, headers, ...(body !== undefined && { body }) });
  const { date: _, 'x-envoy-upstream-service-time': __, location, ...rest } = Object.fromEntries(response.headers);
  return {
    status: response.status,
    headers: { ...rest, ...(location !== undefined && { location: location.replace(/:\d+/, '') }) },
    body: response.body.replaceAll(new RegExp(UNIQUE, 'g'), 'unique').replaceAll(/"content-length":"\d+"/g, ''),
  };
}

/** Identities of requests. */
const UNIQUE = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

async function converse(target: Target): Promise<string> {
  const socket = await openConnection(target);
  try {
    socket.setEncoding('utf8');
    socket.write('ping');
    let heard = '';
    for await (const text of socket) {
      heard += String(text);
      if (heard.includes('ping')) break;
    }
    return heard;
  } finally {
    socket.destroy();
  }
}

const { binary } = useEnvoy();

describe.each(ENVOY_CASES.filter(({ calls }) => calls.length > 0))('$name', (one) => {
  const both = shared(async () => {
    const { material } = servers();
    const before = await onFreePorts(one, material);
    const after = await onFreePorts(one, material);
    const { documents } = importCase({ path: 'envoy.yaml', text: after.text });
    const { bundles, diagnostics } = compile(writeFiles(documents));
    const [bundle] = bundles;
    if (!bundle) throw new Error(JSON.stringify(diagnostics));
    const original = await startEnvoy({ binary: binary(), bootstrap: parse(before.text, { merge: true }) });
    const imported = await startEnvoy({ binary: binary(), bootstrap: assemble(bundle, material) });
    return {
      before: before.ports,
      after: after.ports,
      stop: async () => {
        await original.stop();
        await imported.stop();
      },
    };
  });

  test.each(one.calls)('$line', async (call) => {
    const answer = await answerTo(call, both().after);
    expect(answer).toEqual(await answerTo(call, both().before));
  });
});
