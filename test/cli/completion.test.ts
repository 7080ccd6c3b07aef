import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands/index.ts';
import { enroutectl, folderWith, succeed } from './enroutectl.ts';

const bash = async (script: string, cwd: string): Promise<readonly string[]> => {
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd });
  return stdout.split('\n').filter((line) => line !== '');
};

/** What bash offers for the last of some words. */
const complete = async (...words: readonly string[]): Promise<readonly string[]> => {
  const cwd = await folderWith({ 'gateways/edge.yaml': '', 'enroutectl.bash': await succeed(['completion', 'bash']) });
  const array = ['enroutectl', ...words].map((word) => `'${word}'`).join(' ');
  return bash(
    `. ./enroutectl.bash; COMP_WORDS=(${array}); COMP_CWORD=${words.length}; _enroutectl; printf '%s\\n' "\${COMPREPLY[@]}"`,
    cwd,
  );
};

describe('in bash', () => {
  test('the script is valid', async () => {
    const cwd = await folderWith({ 'enroutectl.bash': await succeed(['completion', 'bash']) });
    await promisify(execFile)('bash', ['-n', join(cwd, 'enroutectl.bash')]);
  });

  test.each([
    [['c'], ['check', 'compile', 'context', 'certificates', 'completion']],
    [['check', '--out'], ['--output']],
    [
      ['check', '-o', ''],
      ['text', 'json', 'sarif', 'github'],
    ],
    [['history', '-o', 'j'], ['json']],
    [['check', 'g'], ['gateways']],
    [['publish', '--store', 'g'], ['gateways']],
    [['explain', 'unknown-fie'], ['unknown-field']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [
      ['help', 'ro'],
      ['rollback', 'rollout'],
    ],
    [
      ['rollout', 'p'],
      ['pause', 'promote'],
    ],
    [['rollout', 'promote', '--f'], ['--full']],
    [['nodes', '--state', 'r'], ['rejected']],
    [['get', 'vi'], ['virtualhosts']],
    [['edit', 'upstr'], ['upstreams']],
    [['import', 'o'], ['openapi']],
    [['import', 'openapi', 'g'], ['gateways']],
    [['import', 'openapi', '--base'], ['--base-path']],
  ])('%j is completed', async (words, expected) => {
    expect(await complete(...words)).toEqual(expected);
  });

  test('names of documents are asked for', async () => {
    const cwd = await folderWith({ 'enroutectl.bash': await succeed(['completion', 'bash']) });
    const names = `enroutectl() { [ "$*" = 'get routes -o name' ] && printf 'shop\\nsearch\\nother\\n'; }`;
    const words = 'COMP_WORDS=(enroutectl edit routes s); COMP_CWORD=3';
    const script = `. ./enroutectl.bash; ${names}; ${words}; _enroutectl; printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(await bash(script, cwd)).toEqual(['shop', 'search']);
  });

  test('every command is known', async () => {
    expect(await complete('')).toHaveLength(COMMANDS.length + 1);
  });
});

describe.each(['zsh', 'fish'])('in %s', (shell) => {
  test('the script has every command and option', async () => {
    const script = await succeed(['completion', shell]);
    for (const word of ['publish', 'rollback', 'allow-empty', 'unknown-field', 'sarif']) expect(script).toContain(word);
  });

  test('the script is valid, where the shell is there to ask', async () => {
    const cwd = await folderWith({ script: await succeed(['completion', shell]) });
    const found = await promisify(execFile)('sh', ['-c', `command -v ${shell} || true`]);
    if (found.stdout.trim() !== '') await promisify(execFile)(shell, ['-n', join(cwd, 'script')]);
  });
});

test('another shell is not known', async () => {
  expect(await enroutectl(['completion', 'powershell'])).toMatchObject({
    exit: 2,
    err: expect.stringContaining('Allowed choices are bash, zsh, fish'),
  });
});
