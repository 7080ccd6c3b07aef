import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands/index.ts';
import { EXIT_CODES } from '../../cli/exit-codes.ts';
import { enroutectl, enroutectlJson, startEnroutectl } from './enroutectl.ts';
import { commandReference } from './reference.ts';

test('docs/enroutectl.md is what --help prints', async () => {
  await expect(await commandReference()).toMatchFileSnapshot('../../docs/enroutectl.md');
});

test('--help lists every command and every exit code', async () => {
  const { exit, out } = await enroutectl(['--help']);
  expect(exit).toBe(0);
  for (const { code, meaning } of EXIT_CODES) expect(out).toContain(`  ${String(code).padEnd(3)} ${meaning}\n`);
  expect(out.match(/^ {2}[a-z]+ .*/gm)?.length).toBe(COMMANDS.length + 1);
});

test('--version names itself and the Envoy it compiles for', async () => {
  expect(await enroutectl(['--version'])).toMatchObject({ exit: 0, out: 'enroutectl 0.1.0 (Envoy 1.40.0)\n' });
});

describe('a wrong command line', () => {
  test.each([
    [[], 'Usage: enroutectl'],
    [['chek'], "unknown command 'chek'\n  help: did you mean check?\n"],
    [['check', '--outptu', 'json', 'x'], "unknown option '--outptu'\n  help: did you mean --output?\n"],
    [['check', '--output', 'xml', 'x'], 'Allowed choices are text, json, sarif, github'],
    [['check'], "missing required argument 'path'"],
    [['check', 'nowhere'], 'nowhere: there is no such file or folder'],
    [['history', '--limit', '0'], 'It is no whole number above 0.'],
    [['history'], 'no bucket is named\n  help: say --store, or set ENROUTE_STORE'],
    [['history', '--store', 'http://bucket'], '"http:" is no bucket'],
    [['compile', 'docs/quick-start', '--check'], '--check needs --out'],
    [['relay', '--store', 'memory:', '--listen', 'nowhere'], '--listen: "nowhere" is not of the form host:port'],
    [['relay', '--store', 'memory:', '--listen', '0.0.0.0:0'], 'a certificate (--tls-certificate and --tls-key)'],
    [['relay', '--store', 'memory:', '--tls-key', 'x'], 'TLS needs both'],
    [['bootstrap', 'edge', 'docs/quick-start', '--relay', 'x'], 'not of the form host:port'],
    [['status', '--relay', 'http://['], 'is no address of a relay'],
    [['up', 'nowhere'], 'nowhere cannot be read'],
  ])('%j is told in a sentence', async (args, words) => {
    const { exit, out, err } = await enroutectl(args);
    expect(err).toContain(words);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).not.toContain('    at ');
  });

  test.each([
    [['get', 'routs'], 'there is no kind "routs"', { help: 'did you mean "routes"?' }],
    [['get', '--outptu'], "unknown option '--outptu'", {}],
  ])('%j is told to programs too', async (args, message, help) => {
    const { exit, json } = await enroutectlJson(args);
    expect({ exit, json }).toEqual({ exit: 2, json: { error: { exitCode: 2, message, ...help } } });
  });

  test('is told to programs too', async () => {
    const { exit, json } = await enroutectlJson(['check', 'nowhere']);
    expect({ exit, json }).toEqual({
      exit: 2,
      json: { error: { exitCode: 2, message: 'nowhere: there is no such file or folder' } },
    });
  });
});

test('a bucket that is away has an exit code of its own', async () => {
  const { exit, err } = await enroutectl(['history', '--store', 's3://bucket?endpoint=http://127.0.0.1:1']);
  expect(err).toContain('s3://bucket: get');
  expect(exit).toBe(4);
});

test('a secret in a URL is not repeated', async () => {
  const { exit, err } = await enroutectl(['history', '--store', 's3://key:hunter2@bucket']);
  expect(exit).toBe(2);
  expect(err).not.toContain('hunter2');
});

test('the process has the exit code, and survives a reader that has seen enough', async () => {
  const lines: string[] = [];
  const running = await startEnroutectl(['explain', 'unknown-feild'], { onLine: (line) => lines.push(line) });
  expect(await running.exited).toBe(2);
  expect(lines).toEqual(['error: there is no diagnostic "unknown-feild"', '  help: did you mean "unknown-field"?']);
});
