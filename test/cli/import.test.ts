import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edit, enroutectl, enroutectlJson, folderWith, ROOT, save, succeed } from './enroutectl.ts';

const SHOP = `openapi: 3.1.0
info: { title: Shop }
servers: [{ url: 'http://shop.example.com' }]
paths:
  /cart/{id}: { get: { operationId: getCart } }
`;
const LOSSY = SHOP.replace('paths:', 'x-kong-name: shop\npaths:');
const SECURED = `${SHOP}security: [{ key: [] }]
components: { securitySchemes: { key: { type: apiKey, in: header, name: x-key } } }
`;

describe('import openapi', () => {
  test('writes documents to standard output, and what is to be said to standard error', async () => {
    const cwd = await folderWith({ 'shop.yaml': SECURED });
    const { exit, out, err } = await enroutectl(['import', 'openapi', 'shop.yaml'], { cwd });
    expect(exit).toBe(0);
    expect(out.match(/^kind: .*/gm)).toEqual([
      'kind: Gateway',
      'kind: Secret',
      'kind: Upstream',
      'kind: Filter',
      'kind: VirtualHost',
    ]);
    expect(err).toMatch(/^To fill in before you publish:\n {2}shop\.yaml:7:13 keys, passwords and tokens travel/);
    expect(err).toContain('shop.yaml:7:34 the keys of "key" are yours to give');
    expect(err).toContain('\n5 documents made, which compile; 2 remarks\n');
    expect(await enroutectl(['check', '-'], { input: out })).toMatchObject({ exit: 0 });
  });

  test('writes a folder, and leaves alone what is as it would be', async () => {
    const cwd = await folderWith({ 'shop.yaml': SHOP });
    const again = () => enroutectl(['import', 'openapi', 'shop.yaml', '--out', 'gateways'], { cwd });
    expect((await again()).err).toBe('gateways: 3 files written\n3 documents made, which compile; 0 remarks\n');
    expect((await again()).err).toContain('gateways: 0 files written');
    expect(await succeed(['check', 'gateways'], { cwd })).toContain('no problems in 3 files');
    expect(await readFile(join(cwd, 'gateways/virtual-hosts/shop.yaml'), 'utf8')).toContain('template: /cart/{id}');
  });

  test('does not replace what somebody has edited, unless told to', async () => {
    const cwd = await folderWith({ 'shop.yaml': SHOP });
    const words = ['import', 'openapi', 'shop.yaml', '--out', 'g'];
    await enroutectl(words, { cwd });
    await edit(join(cwd, 'g/upstreams.yaml'), 'port: 80', 'port: 8080');
    await save(join(cwd, 'shop.yaml'), SHOP.replace('/cart', '/basket'));
    const { exit, err } = await enroutectl(words, { cwd });
    expect(exit).toBe(5);
    expect(err).toContain('g holds other documents in upstreams.yaml, virtual-hosts/shop.yaml');
    expect(await readFile(join(cwd, 'g/virtual-hosts/shop.yaml'), 'utf8')).toContain('/cart/{id}');
    expect((await enroutectl([...words, '--overwrite'], { cwd })).exit).toBe(0);
    expect(await readFile(join(cwd, 'g/upstreams.yaml'), 'utf8')).not.toContain('8080');
  });

  test('tells programs all of it', async () => {
    const cwd = await folderWith({ 'shop.yaml': LOSSY });
    const { exit, json } = await enroutectlJson(['import', 'openapi', 'shop.yaml'], { cwd });
    expect(exit).toBe(0);
    expect(json).toMatchObject({ status: 'imported', diagnostics: [], problems: [] });
    expect(json.files.map(({ path }: { readonly path: string }) => path)).toEqual([
      'gateways.yaml',
      'upstreams.yaml',
      'virtual-hosts/shop.yaml',
    ]);
    expect(json.remarks).toMatchObject([
      { kind: 'lost', file: 'shop.yaml', line: 4, column: 1, pointer: '/x-kong-name' },
    ]);
  });

  test.each([
    ['without losses', SHOP, 0],
    ['with something to fill in', SECURED, 0],
    ['with losses', LOSSY, 1],
  ])('--strict, %s', async (_, text, exit) => {
    const cwd = await folderWith({ 'shop.yaml': text });
    expect((await enroutectl(['import', 'openapi', 'shop.yaml', '--strict'], { cwd })).exit).toBe(exit);
  });

  test('attaches to a Gateway that is there already, in a namespace', async () => {
    const cwd = await folderWith({ 'shop.yaml': SHOP });
    const out = await enroutectl(
      ['import', 'openapi', 'shop.yaml', '--gateway', 'infra/public', '--namespace', 'shop', '--name', 'cart'],
      { cwd },
    );
    expect(out.exit).toBe(0);
    expect(out.out).not.toContain('kind: Gateway');
    expect(out.out).toContain('gateways: [infra/public]');
    expect(out.out.match(/namespace: .*/g)).toEqual(['namespace: shop', 'namespace: shop']);
    expect(out.out.match(/^ {2}name: .*/gm)).toEqual(['  name: cart', '  name: cart']);
  });

  test('sends requests elsewhere, under another path, for some hosts', async () => {
    const cwd = await folderWith({ 'shop.yaml': SHOP });
    const options = ['--server', 'https://10.0.0.7:8443/v2', '--base-path', 'shop/', '--hostname', 'a.test', 'b.test'];
    const { exit, out } = await enroutectl(['import', 'openapi', 'shop.yaml', ...options], { cwd });
    expect(exit).toBe(0);
    expect(out).toContain('template: /shop/cart/{id}');
    expect(out).toContain('template: /v2/cart/{id}');
    expect(out).toContain('hostnames: [a.test, b.test]');
    expect(out).toContain('address: 10.0.0.7\n      port: 8443');
  });

  test('says where a description cannot be read', async () => {
    const { exit, out, err } = await enroutectl(['import', 'openapi', '-'], { input: 'openapi: [3\n' });
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toMatch(/^stdin\.yaml:1:10 error\[invalid-yaml\]/);
    expect(err).toContain('nothing was imported');
  });

  test('says when there is nothing in it', async () => {
    const { exit, out, err } = await enroutectl(['import', 'openapi', '-'], { input: 'kind: Gateway\n' });
    expect({ exit, out, err }).toEqual({ exit: 1, out: '', err: 'nothing was found to import\n' });
  });

  test('shows documents that do not compile, for what users say in extensions', async () => {
    const input = SHOP.replace('operationId:', 'x-enroute-timeout: soon, operationId:');
    const { exit, out, err } = await enroutectl(['import', 'openapi', '-'], { input });
    expect(exit).toBe(1);
    expect(out).toContain('timeout: soon');
    expect(err).toContain('virtual-hosts/shop.yaml:19:18 error[invalid-format]');
    expect(err).toContain('3 documents made, which do not compile yet');
  });
});

test.each([
  [['import'], 'Usage: enroutectl import'],
  [['import', 'raml', 'x'], "unknown command 'raml'"],
  [['import', 'openapi', 'nowhere.yaml'], 'nowhere.yaml: there is no such file or folder'],
  [['import', 'openapi', 'docs/quick-start', '--server', 'http://a b'], '--server: "http://a b" is no address'],
])('%j is told in a sentence', async (args, words) => {
  const { exit, err } = await enroutectl(args, { cwd: ROOT });
  expect(err).toContain(words);
  expect(exit).toBe(2);
});
