/** Where contexts are kept. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Document, parseDocument } from 'yaml';
import { describeMistakes } from '../../compiler/settings.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure, failedWith, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { readContexts, type Contexts } from './contexts.ts';

/** `$ENROUTE_CONFIG`; else in the folder for settings of the XDG base directory specification. */
export function contextFile({ env, cwd }: Host): string {
  const named = env['ENROUTE_CONFIG'];
  if (named !== undefined && named !== '') return resolve(cwd, named);
  const base = env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? cwd, '.config');
  return join(base, 'enroute/contexts.yaml');
}

/** The contexts; none if there is no file. @throws Failure if it cannot be read or used. */
export async function loadContexts(host: Host): Promise<Contexts> {
  return check(contextFile(host), await readText(contextFile(host)));
}

/**
 * Changes the file and leaves the rest of it, comments included, as it was.
 * @throws Failure if it cannot be written, or would not be as it should be.
 */
export async function editContexts(host: Host, edit: (file: Document, contexts: Contexts) => void): Promise<Contexts> {
  const path = contextFile(host);
  const text = await readText(path);
  const before = check(path, text);
  const document: Document = text.trim() === '' ? new Document({}) : parseDocument(text);
  edit(document, before);
  const written = document.toString({ lineWidth: 0 });
  const after = checkChange(path, written);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, written, { mode: 0o600 });
  return after;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'ENOTDIR')) return '';
    throw new Failure(`${path}: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
}

/** What is not written yet has no place in a file, but fields. */
function checkChange(path: string, text: string): Contexts {
  const { value, diagnostics } = readContexts({ path, text });
  if (value) return value;
  const mistakes = diagnostics.map(({ pointer, message, help }) =>
    [`${fieldOf(pointer)}: ${message}`, ...(help === undefined ? [] : [help])].join('; '),
  );
  throw new Failure(mistakes.join('\n'), { exit: EXIT.usage });
}

/** `authentication.oidc.issuer` of a context. */
const fieldOf = (pointer: string): string =>
  pointer
    .replace(/^\/contexts\/\d+\//, '')
    .replace(/^\//, '')
    .replaceAll('/', '.');

function check(path: string, text: string): Contexts {
  const { value, diagnostics } = readContexts({ path, text });
  if (value) return value;
  throw new Failure(describeMistakes(diagnostics), { exit: EXIT.usage });
}
