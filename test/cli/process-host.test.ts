/** What only a process at a terminal does. `script` of util-linux makes one. */
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { enroutectlCommand, quickStart } from './enroutectl.ts';

const canMakeTerminals = (): Promise<boolean> =>
  promisify(execFile)('script', ['--version']).then(
    ({ stdout }) => stdout.includes('util-linux'),
    () => false,
  );

/** Runs a command line at a terminal, and types something when a question is there. */
async function atTerminal(
  args: readonly string[],
  typed: string,
  cwd: string,
): Promise<{ exit: number; shown: string }> {
  const words = [...enroutectlCommand, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', words, '/dev/null'], { cwd });
  onTestFinished(() => void child.kill());
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (!shown.includes('[y/N]') && (shown + text).includes('[y/N]')) child.stdin.write(typed);
    shown += text;
  });
  const exit = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)));
  return { exit, shown };
}

describe('a question', () => {
  test.for([
    { key: 'y', typed: 'y\r', exit: 0, words: 'committed as revision 1' },
    { key: 'n', typed: 'n\r', exit: 5, words: 'nothing was changed\r\n' },
    { key: 'Ctrl-C', typed: '\u0003', exit: 5, words: '\r\nnothing was changed\r\n' },
    { key: 'Ctrl-D', typed: '\u0004', exit: 5, words: '\r\nnothing was changed\r\n' },
  ])('is answered by $key', async ({ typed, exit, words }, { skip }) => {
    skip(!(await canMakeTerminals()), 'there is no script of util-linux');
    const cwd = await quickStart();
    const outcome = await atTerminal(['apply', 'gateways', '--store', join(cwd, 'bucket')], typed, cwd);
    expect(outcome.shown).toContain(words);
    expect(outcome.exit).toBe(exit);
  });
});
