import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enroutectl, folderWith, QUICK_START, succeed } from './enroutectl.ts';

test('writes the quick start, which compiles, and says what to do with it', async () => {
  const cwd = await folderWith({});
  const out = await succeed(['init'], { cwd });
  expect(out).toMatch(
    /^wrote gateways\/gateway\.yaml gateways\/shop\.yaml\n\n.* check gateways .*\n.* up gateways --demo /,
  );
  for (const file of ['gateway.yaml', 'shop.yaml'])
    expect(await readFile(join(cwd, 'gateways', file), 'utf8')).toBe(await readFile(join(QUICK_START, file), 'utf8'));
  expect(await succeed(['check', 'gateways'], { cwd })).toBe(await succeed(['check', QUICK_START]));
  expect(await succeed(['init'], { cwd })).toMatch(/^gateways has them already\n/);
});

test('replaces nothing that somebody has written, unless that is wanted', async () => {
  const cwd = await folderWith({ 'mine/shop.yaml': 'mine' });
  expect(await enroutectl(['init', 'mine'], { cwd })).toMatchObject({
    exit: 5,
    out: '',
    err: expect.stringContaining('mine holds other documents in shop.yaml'),
  });
  expect(await readFile(join(cwd, 'mine/shop.yaml'), 'utf8')).toBe('mine');
  expect(await succeed(['init', 'mine', '--overwrite'], { cwd })).toContain('wrote mine/gateway.yaml mine/shop.yaml\n');
});
