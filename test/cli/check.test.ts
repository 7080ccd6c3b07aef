import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enroutectl, enroutectlJson, folderWith, QUICK_START, save } from './enroutectl.ts';

const GATEWAY = `apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }
`;
const BROKEN = GATEWAY.replace('port', "adress: '::', port");

describe('check', () => {
  test('says so when nothing is wrong', async () => {
    expect(await enroutectl(['check', QUICK_START])).toEqual({
      exit: 0,
      out: 'no problems in 2 files: 1 gateway, 4 resources\n',
      err: '',
    });
  });

  test('shows a mistake where it is, by the path as it was typed', async () => {
    const cwd = await folderWith({ 'gateways/edge.yaml': BROKEN });
    const { exit, out } = await enroutectl(['check', 'gateways/'], { cwd });
    expect(exit).toBe(1);
    expect(out).toMatch(/^gateways\/edge\.yaml:4:\d+ error\[unknown-field\]/m);
    expect(out).toContain('did you mean "address"?');
  });

  test('tells programs the same', async () => {
    const cwd = await folderWith({ 'edge.yaml': BROKEN });
    const { exit, json } = await enroutectlJson(['check', '.'], { cwd });
    expect(exit).toBe(1);
    expect(json).toMatchObject({ errors: json.diagnostics.length, warnings: 0 });
    expect(json.diagnostics[0]).toMatchObject({ code: 'unknown-field', file: 'edge.yaml', line: 4, severity: 'error' });
  });

  test.each([
    ['github', /^::error file=edge\.yaml,line=4/],
    ['sarif', /"ruleId": "unknown-field"/],
  ])('speaks %s', async (format, expected) => {
    const cwd = await folderWith({ 'edge.yaml': BROKEN });
    const { exit, out } = await enroutectl(['check', 'edge.yaml', '-o', format], { cwd });
    expect(exit).toBe(1);
    expect(out).toMatch(expected);
  });

  test.each(['github', 'sarif', 'json'])('has nothing to say in %s when nothing is wrong', async (format) => {
    const { exit, out } = await enroutectl(['check', QUICK_START, '-o', format]);
    expect(exit).toBe(0);
    expect(format === 'github' ? out : JSON.parse(out)).toMatchObject(format === 'github' ? '' : {});
  });
});

describe('what is read', () => {
  const filesIn = async (cwd: string, ...paths: string[]): Promise<readonly string[]> => {
    const { json } = await enroutectlJson(['check', ...paths], { cwd });
    return [...new Set<string>(json.diagnostics.map(({ file }: { readonly file: string }) => file))];
  };

  test('is every document of a folder, at any depth, in the order of the names', async () => {
    const cwd = await folderWith({ 'g/b/c.yml': BROKEN, 'g/a.yaml': BROKEN, 'g/d.json': '{', 'g/README.md': BROKEN });
    expect(await filesIn(cwd, 'g')).toEqual(['g/a.yaml', 'g/b/c.yml', 'g/d.json']);
  });

  test('is not what is hidden, nor what was compiled before', async () => {
    const cwd = await folderWith({ 'g/edge.yaml': GATEWAY, 'g/.hidden.yaml': BROKEN, 'g/.git/x.yaml': BROKEN });
    expect((await enroutectl(['compile', 'g', '--out', 'g/out'], { cwd })).exit).toBe(0);
    expect(await filesIn(cwd, 'g')).toEqual([]);
  });

  test('is one file once, however often it is named', async () => {
    const cwd = await folderWith({ 'g/edge.yaml': GATEWAY });
    expect((await enroutectl(['check', 'g', 'g/edge.yaml', join(cwd, 'g')], { cwd })).out).toContain('in 1 file:');
  });

  test('is what a link leads to, and a link in a circle leads nowhere', async () => {
    const cwd = await folderWith({ 'data/edge.yaml': GATEWAY, 'g/keep.md': '' });
    await symlink('../data/edge.yaml', join(cwd, 'g/edge.yaml'));
    await symlink('..', join(cwd, 'g/up'));
    await symlink('nowhere.yaml', join(cwd, 'g/broken.yaml'));
    expect((await enroutectl(['check', 'g'], { cwd })).out).toContain('no problems in 1 file');
  });

  test.each([
    ['YAML', GATEWAY, 'stdin.yaml'],
    ['JSON', '{"apiVersion":"enroute.dev/v1","kind":"Gateway"}', 'stdin.json'],
  ])('may be standard input, as %s', async (_, input, name) => {
    const { out } = await enroutectl(['check', '-'], { input: input.replace('Gateway', 'Gatewax') });
    expect(out).toContain(`${name}:`);
    expect(out).toContain('did you mean "Gateway"?');
  });

  test('has to be something', async () => {
    const cwd = await folderWith({ 'g/README.md': '' });
    expect(await enroutectl(['check', 'g'], { cwd })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('no documents in g'),
    });
    await save(join(cwd, 'edge.txt'), GATEWAY);
    expect(await enroutectl(['check', 'edge.txt'], { cwd })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('edge.txt is no document'),
    });
  });
});
