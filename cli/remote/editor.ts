/** Lets a person edit a text in the editor of the environment. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';

export interface Edited {
  readonly text: string;
  /** Where the text is, until it is removed. */
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** @throws Failure if there is no editor, or it fails. */
export async function editText(name: string, text: string, host: Host): Promise<Edited> {
  const editor = host.env['VISUAL'] || host.env['EDITOR'];
  if (!editor) throw new Failure('no editor is named', { exit: EXIT.usage, help: 'set EDITOR' });
  const folder = await mkdtemp(join(tmpdir(), 'enroutectl-'));
  const path = join(folder, name);
  const remove = () => rm(folder, { recursive: true, force: true });
  await writeFile(path, text, { mode: 0o600 });
  const exit = await runEditor(editor, path, host);
  if (exit !== 0) {
    await remove();
    throw new Failure(`the editor has failed: ${editor}`, { exit: EXIT.usage, help: 'nothing was changed' });
  }
  return { text: await readFile(path, 'utf8'), path, remove };
}

/** The variable may hold arguments, too: `code --wait`. The path is none of the shell's text. */
const runEditor = (editor: string, path: string, { cwd, env }: Host): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', `${editor} "$1"`, 'sh', path], { cwd, env: { ...env }, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', resolve);
  });
