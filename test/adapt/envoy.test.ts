/** What is made of each configuration, and that it compiles. */
import { existsSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adapt, writeFiles } from '../../compiler/adapt/index.ts';
import { envoyAdapter } from '../../compiler/adapt/envoy/adapter.ts';
import { toResult } from '../../cli/import/result.ts';
import { compile } from '../../compiler/index.ts';
import { ENVOY_CASES, importCase } from './envoy-cases.ts';

describe.each(ENVOY_CASES)('$name', ({ file, out }) => {
  const { documents, remarks, diagnostics } = importCase(file);
  const files = writeFiles(documents);
  const said = remarks.map(({ kind, line, message }) => `${kind} ${line}: ${message}\n`).join('');
  const texts = [...files, { path: 'remarks.txt', text: said }];

  test('is read', () => expect(diagnostics).toEqual([]));
  test('becomes the files in out/', async () => {
    for (const { path, text } of texts) await expect(text).toMatchFileSnapshot(`${out}/${path}`);
  });
  test('has no stale files in out/', () => {
    const there = existsSync(out) ? readdirSync(out, { recursive: true, withFileTypes: true }) : [];
    const paths = there.filter((one) => one.isFile()).map((one) => relative(out, `${one.parentPath}/${one.name}`));
    expect(paths.sort()).toEqual(texts.map(({ path }) => path).sort());
  });
  test('compiles', () => expect(compile(files).diagnostics).toEqual([]));
  test('is made alike again', () => expect(importCase(file)).toEqual({ documents, remarks, diagnostics }));
});

const imported = (value: object) =>
  adapt(envoyAdapter, [{ path: 'envoy.json', text: JSON.stringify(value) }], {
    gateway: { mode: 'create', name: 'edge' },
  });

const resources = (listeners: readonly object[], clusters: readonly object[] = []) => ({
  static_resources: { listeners, clusters },
});

test('what is no configuration of Envoy is said to be none', () => {
  const { documents, remarks } = imported({ kind: 'Deployment' });
  expect(documents).toEqual([]);
  expect(remarks.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
    'lost: this is no configuration of Envoy',
  ]);
});

test('what Envoy would not take is left out, and named where it stands', () => {
  const cluster = { name: 'a', connectTimeout: '1s' };
  const { remarks } = imported(resources([], [cluster]));
  expect(remarks.map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual([
    '/static_resources/clusters/0/connectTimeout: the Cluster a is left out: "connectTimeout" is not a field of envoy.config.cluster.v3.Cluster',
  ]);
});

test('a private key is copied nowhere', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n';
  const raw = ENVOY_CASES.find(({ name }) => name === 'raw');
  const text = raw?.file.text.replace("'PRIVATE KEY'", JSON.stringify(key)) ?? '';
  const { documents, remarks } = importCase({ path: 'envoy.yaml', text });
  expect(JSON.stringify([documents, remarks])).not.toContain('MIIB');
  expect(compile(writeFiles(documents)).diagnostics).toEqual([]);
});

test('what Envoy got over SDS, or had in itself, becomes Secrets', () => {
  const TYPE = 'type.googleapis.com/envoy.extensions';
  const router = { '@type': `${TYPE}.filters.http.router.v3.Router` };
  const manager = {
    '@type': `${TYPE}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
    stat_prefix: 'x',
    route_config: {
      virtual_hosts: [
        { name: 'a', domains: ['*'], routes: [{ match: { prefix: '/' }, redirect: { path_redirect: '/a' } }] },
      ],
    },
    http_filters: [{ name: 'router', typed_config: router }],
  };
  const tls = {
    '@type': `${TYPE}.transport_sockets.tls.v3.DownstreamTlsContext`,
    require_client_certificate: true,
    common_tls_context: {
      tls_certificate_sds_secret_configs: [{ name: 'server' }],
      validation_context_sds_secret_config: { name: 'clients' },
    },
  };
  const chain = {
    filters: [{ name: 'manager', typed_config: manager }],
    transport_socket: { name: 'tls', typed_config: tls },
  };
  const address = { socket_address: { address: '127.0.0.1', port_value: 8443 } };
  const { documents } = imported(resources([{ name: 'https', address, filter_chains: [chain] }]));
  const secrets = documents.flatMap(({ kind, metadata, spec }) => (kind === 'Secret' ? [[metadata.name, spec]] : []));
  expect(secrets).toEqual([
    ['clients', { type: 'certificate-authority', file: { value: 'clients.pem' } }],
    ['server', { type: 'tls-certificate', file: { certificateChain: 'server.crt', privateKey: 'server.key' } }],
  ]);
  const { bundles, diagnostics } = compile(writeFiles(documents));
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(bundles[0]?.resources.map(({ message }) => message))).toContain(
    '"validation_context_sds_secret_config":{"name":"default/clients"',
  );
});

test('a configuration whose listeners are all Envoy’s own compiles too', () => {
  const address = { socket_address: { address: '127.0.0.1', port_value: 7000 } };
  const filter = {
    name: 'echo',
    typed_config: { '@type': 'type.googleapis.com/envoy.extensions.filters.network.echo.v3.Echo' },
  };
  const { documents } = imported(resources([{ name: 'echo', address, filter_chains: [{ filters: [filter] }] }]));
  const { bundles, diagnostics } = compile(writeFiles(documents));
  expect(diagnostics.map(({ code }) => code)).toEqual(['empty-listener']);
  expect(bundles[0]?.resources.map(({ name }) => name)).toEqual(['echo']);
});

test.each(ENVOY_CASES)('$name attaches to a Gateway that is there', ({ file }) => {
  for (const gateway of ['public', 'infra/public']) {
    const { files, problems, status, remarks } = attachedTo(gateway, file);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect({ errors, status }).toEqual({ errors: [], status: files.length > 0 ? 'imported' : 'empty' });
    expect(remarks.some(({ kind }) => kind === 'lost')).toBe(true);
  }
});

const attachedTo = (name: string, file: { readonly path: string; readonly text: string }) => {
  const options = { gateway: { mode: 'attach', name } } as const;
  return toResult(adapt(envoyAdapter, [file], options), options);
};
