import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands/index.ts';
import { gateway, SHOP } from '../store/workspace/documents.ts';
import { enroutectl, folderWith, succeed, type Surroundings } from './enroutectl.ts';
import { makeFolder, type Folder } from '../servers/folder.ts';

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
    [['--v'], ['--version']],
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
    const names = `enroutectl() { [ "$*" = '__complete -- edit -c prod routes s' ] && printf 'shop\\nsearch\\nother\\n'; }`;
    const words = 'COMP_WORDS=(enroutectl edit -c prod routes s); COMP_CWORD=5';
    const script = `. ./enroutectl.bash; ${names}; ${words}; _enroutectl; printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(await bash(script, cwd)).toEqual(['shop', 'search']);
  });

  test('every command is known', async () => {
    expect(await complete('')).toHaveLength(COMMANDS.length + ['help', '--help', '--version'].length);
  });
});

const isThere = async (shell: string): Promise<boolean> => {
  const { stdout } = await promisify(execFile)('sh', ['-c', `command -v ${shell} || true`]);
  return stdout.trim() !== '';
};

/** Types a line and a tab into a zsh at a terminal, and prints the last word of what is there then. */
const TYPE_IN_ZSH = String.raw`
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell '. ./setup'
zpty -r -m shell out '*begin*'
zpty -w -n shell "$1"$'\t\x18'
zpty -r -m shell out '*<*>*'
print -r -- "$out"
`;
const ZSH_SETUP = [
  'stty -echo columns 500; PS1=; autoload -U compinit; compinit -u -d ./dump; . ./script',
  'show() { print -r -- "<${${(z)BUFFER}[-1]}>"; exit }; zle -N show; bindkey "^X" show',
  'print begin',
].join('\n');

describe.each([
  { shell: 'zsh', completing: (line: string) => ['-f', '-c', TYPE_IN_ZSH, 'zsh', line] },
  {
    shell: 'fish',
    completing: (line: string) => [
      '--no-config',
      '-c',
      `source script; echo "<"(complete -C ${JSON.stringify(line)} | string split -f1 \\t)[1]">"`,
    ],
  },
])('in $shell', ({ shell, completing }) => {
  test('the script has every command and option', async () => {
    const script = await succeed(['completion', shell]);
    for (const word of ['publish', 'rollback', 'allow-empty', 'unknown-field', 'sarif']) expect(script).toContain(word);
  });

  test('the script is valid, where the shell is there to ask', async ({ skip }) => {
    skip(!(await isThere(shell)), `${shell} is not installed`);
    const cwd = await folderWith({ script: await succeed(['completion', shell]) });
    await promisify(execFile)(shell, ['-n', join(cwd, 'script')]);
  });

  test.for<readonly [string, string]>([
    ['edit -c prod routes sh', 'shop'],
    ['rollout status sh', 'shop'],
    ['publish -g sh', 'shop'],
    ['get virt', 'virtualhosts'],
    ['rollout prom', 'promote'],
    ['check gatew', 'gateways/'],
    ['history -o js', 'json'],
    ['hist', 'history'],
  ])('%s and a tab give %s, where the shell is there to ask', async ([line, expected], { skip }) => {
    skip(!(await isThere(shell)), `${shell} is not installed`);
    const cwd = await folderWith({
      'gateways/edge.yaml': '',
      script: await succeed(['completion', shell]),
      setup: ZSH_SETUP,
      'bin/enroutectl': `#!/bin/sh\n[ "$*" = '__complete -- ${line}' ] && printf 'shop\\nother\\n'\n`,
    });
    await chmod(join(cwd, 'bin/enroutectl'), 0o755);
    const env = { ...process.env, HOME: cwd, XDG_CONFIG_HOME: cwd, PATH: `${cwd}/bin:${process.env['PATH']}` };
    const { stdout } = await promisify(execFile)(shell, completing(`enroutectl ${line}`), { cwd, env });
    expect(/<(.*)>/.exec(stdout)?.[1]).toBe(expected);
  });
});

describe('what only a bucket or an API knows', () => {
  const ask = async (...words: readonly string[]): Promise<readonly string[]> => {
    const { exit, out, err } = await enroutectl(['__complete', '--', ...words], surroundings);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    return out.split('\n').filter((line) => line !== '');
  };
  let surroundings: Surroundings;
  let folder: Folder;
  afterAll(() => folder.remove());
  beforeAll(async () => {
    folder = await makeFolder();
    const cwd = folder.path;
    surroundings = { cwd, env: { ENROUTE_CONFIG: join(cwd, 'contexts.yaml') } };
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...SHOP, gateway('internal')] });
    await enroutectl(['apply', '-f', '-', '--yes', '--store', 'bucket'], { cwd, input: list });
    await enroutectl(['context', 'set', 'nowhere', '--url', 'http://127.0.0.1:1'], surroundings);
    await enroutectl(['context', 'set', 'prod', '--store', 'bucket'], surroundings);
    await enroutectl(['context', 'use', 'prod'], surroundings);
  });

  test.each([
    [['get', 'upstreams', ''], ['demo']],
    [['get', 'Route', ''], ['a']],
    [['get', '-c', 'prod', 'upstr'], ['upstreams']],
    [['edit', '-c', 'prod', 'virtualhost', 's'], ['shop']],
    [['delete', '--context=prod', 'gateways', 'i'], ['internal']],
    [['delete', '--context', '=', 'prod', 'gateways', 'i'], ['internal']],
    [['get', '-n', 'other', 'upstreams', ''], []],
    [
      ['get', 'upstreams', '-c', ''],
      ['nowhere', 'prod'],
    ],
    [['get', '-c', 'nowhere', 'upstreams', ''], []],
    [['context', 'use', 'p'], ['prod']],
    [
      ['wait', ''],
      ['edge', 'internal'],
    ],
    [['rollout', 'status', 'e'], ['edge']],
    [
      ['publish', '-g', ''],
      ['edge', 'internal'],
    ],
    [['history', '-o', 'j'], ['json']],
    [['export', '--kind', 'x'], []],
    [['nothing', 'of', 'ours'], []],
    [[], []],
  ])('%j is completed', async (words, expected) => {
    expect(await ask(...words)).toEqual(expected);
  });

  test('is no command of people', async () => {
    expect(await succeed(['--help'])).not.toContain('__complete');
  });
});

test('another shell is not known', async () => {
  expect(await enroutectl(['completion', 'powershell'])).toMatchObject({
    exit: 2,
    err: expect.stringContaining('Allowed choices are bash, zsh, fish'),
  });
});
