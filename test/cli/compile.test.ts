import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edit, enroutectl, enroutectlJson, quickStart, save, succeed } from './enroutectl.ts';

const filesOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.json')).sort();

describe('compile', () => {
  test('says what there would be', async () => {
    const cwd = await quickStart();
    expect(await succeed(['compile', 'gateways'], { cwd })).toMatch(
      /^GATEWAY +BUNDLE +RESOURCES\ndefault\/edge +[0-9a-f]{12} +4\n$/,
    );
  });

  test('gives programs all of it', async () => {
    const cwd = await quickStart();
    const { exit, json } = await enroutectlJson(['compile', 'gateways'], { cwd });
    expect(exit).toBe(0);
    expect(json).toMatchObject({ diagnostics: [], gateways: [{ gateway: 'default/edge', resources: 4 }] });
    expect(json.gateways[0].files['default.edge/listeners.json']).toMatchObject([{ name: 'http' }]);
  });

  test('writes nothing if there are errors', async () => {
    const cwd = await quickStart();
    await edit(join(cwd, 'gateways/shop.yaml'), 'upstream: demo', 'upstream: demi');
    const { exit, out } = await enroutectl(['compile', 'gateways', '--out', 'out'], { cwd });
    expect(exit).toBe(1);
    expect(out).toContain('error[unknown-reference]');
    await expect(readdir(join(cwd, 'out'))).rejects.toThrow('ENOENT');
  });
});

describe('the golden review', () => {
  const compiled = async (): Promise<string> => {
    const cwd = await quickStart();
    await succeed(['compile', 'gateways', '--out', 'compiled'], { cwd });
    return cwd;
  };
  const check = (cwd: string) => enroutectl(['compile', 'gateways', '--out', 'compiled/', '--check'], { cwd });

  test('passes what has just been compiled', async () => {
    const cwd = await compiled();
    expect(await filesOf(join(cwd, 'compiled'))).toEqual(
      ['bootstrap', 'clusters', 'endpoints', 'gateway', 'listeners', 'routes'].map(
        (name) => `default.edge/${name}.json`,
      ),
    );
    expect(await check(cwd)).toEqual({ exit: 0, out: 'compiled/ is what the documents make\n', err: '' });
  });

  test('shows what a change of the documents changes, and writes nothing', async () => {
    const cwd = await compiled();
    await edit(join(cwd, 'gateways/shop.yaml'), 'Hello from', 'Greetings of');
    const before = await readFile(join(cwd, 'compiled/default.edge/routes.json'), 'utf8');
    const { exit, out } = await check(cwd);
    expect(exit).toBe(1);
    expect(out).toContain('compiled/default.edge/routes.json: differs from what the documents make\n--- compiled');
    expect(out).toMatch(/^-.*"Hello from Enroute\\n"\n\+.*"Greetings of Enroute\\n"$/m);
    expect(out).toContain('1 file of compiled/ would change');
    expect(await readFile(join(cwd, 'compiled/default.edge/routes.json'), 'utf8')).toBe(before);
  });

  test('names what is missing and what is stale', async () => {
    const cwd = await compiled();
    await rm(join(cwd, 'compiled/default.edge/clusters.json'));
    await save(join(cwd, 'compiled/default.edge/rate-limits.json'), '[]\n');
    const { exit, json } = await enroutectlJson(['compile', 'gateways', '--out', 'compiled', '--check'], { cwd });
    expect(exit).toBe(1);
    expect(json.differences).toMatchObject([
      {
        path: 'default.edge/clusters.json',
        status: 'missing',
        patch: expect.stringContaining('+++ b/default.edge/clusters.json'),
      },
      { path: 'default.edge/rate-limits.json', status: 'stale' },
    ]);
  });

  test('is repaired by compiling, which leaves alone what it has not written', async () => {
    const cwd = await compiled();
    await rm(join(cwd, 'compiled/default.edge/clusters.json'));
    await save(join(cwd, 'compiled/default.gone/gateway.json'), '{"gateway":"default/gone"}');
    await save(join(cwd, 'compiled/default.gone/routes.json'), '[]');
    await save(join(cwd, 'compiled/notes/gateway.json'), '{"apiVersion":"enroute.dev/v1","gateway":"mine"}');
    await save(join(cwd, 'compiled/README.md'), 'mine');
    expect(await succeed(['compile', 'gateways', '--out', 'compiled'], { cwd })).toContain('1 file written, 2 removed');
    expect((await check(cwd)).exit).toBe(0);
    expect((await readdir(join(cwd, 'compiled'))).sort()).toEqual(['README.md', 'default.edge', 'notes']);
  });

  test('can be annotated on a pull request', async () => {
    const cwd = await compiled();
    await edit(join(cwd, 'gateways/shop.yaml'), 'upstream: demo', 'upstream: demi');
    const { exit, out } = await enroutectl(['compile', 'gateways', '--out', 'compiled', '--check', '-o', 'github'], {
      cwd,
    });
    expect(exit).toBe(1);
    expect(out).toMatch(/^::error file=gateways\/shop\.yaml/);
  });
});
