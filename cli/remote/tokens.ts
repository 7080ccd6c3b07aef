/** Tokens, in a file that only its owner reads, beside the file of contexts. */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../../compiler/2-validate/generated/types.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure, failedWith, reasonOf } from '../failure.ts';
import type { Host } from '../host.ts';
import { contextFile } from './context-file.ts';
import { isObject, textIn, type JsonObject } from './json.ts';

export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds since the epoch; absent: the provider does not say. */
  readonly expires?: number;
  readonly refreshToken?: string;
}

const fileOf = (host: Host): string => join(dirname(contextFile(host)), 'tokens.json');

/** The tokens of a context; none if it was another API, provider or client that they were got for. */
export async function loadTokens(context: Context, host: Host): Promise<Tokens | undefined> {
  const entry = (await readAll(host)).get(context.name);
  if (!entry || textIn(entry, 'for') !== purposeOf(context)) return undefined;
  const [accessToken, refreshToken, expires] = [
    textIn(entry, 'accessToken'),
    textIn(entry, 'refreshToken'),
    entry['expires'],
  ];
  if (accessToken === undefined) return undefined;
  return {
    accessToken,
    ...(typeof expires === 'number' && { expires }),
    ...(refreshToken !== undefined && { refreshToken }),
  };
}

export async function saveTokens(context: Context, tokens: Tokens, host: Host): Promise<void> {
  const all = await readAll(host);
  await writeAll(new Map([...all, [context.name, { for: purposeOf(context), ...tokens }]]), host);
}

/** Whether there were any of the context. */
export async function forgetTokens(name: string, host: Host): Promise<boolean> {
  const all = new Map(await readAll(host));
  const isThere = all.delete(name);
  if (isThere) await writeAll(all, host);
  return isThere;
}

/** A token that was got for one API is shown to no other. */
const purposeOf = ({ url, authentication }: Context): string => {
  const { issuer, clientId, audience, resource, scopes } = authentication?.oidc ?? {};
  return JSON.stringify([url, issuer, clientId, audience, resource, scopes]);
};

async function readAll(host: Host): Promise<ReadonlyMap<string, JsonObject>> {
  try {
    const value: unknown = JSON.parse(await readFile(fileOf(host), 'utf8'));
    return new Map(
      Object.entries(isObject(value) ? value : {}).flatMap(([name, one]) => (isObject(one) ? [[name, one]] : [])),
    );
  } catch (error) {
    // A file that is damaged holds nothing that another login would not bring back.
    if (failedWith(error, 'ENOENT', 'ENOTDIR') || error instanceof SyntaxError) return new Map();
    throw new Failure(`${fileOf(host)}: ${reasonOf(error)}`, { exit: EXIT.usage, cause: error });
  }
}

/** At one stroke: two commands at once leave a whole file. */
async function writeAll(tokens: ReadonlyMap<string, JsonObject>, host: Host): Promise<void> {
  const path = fileOf(host);
  const next = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(next, `${JSON.stringify(Object.fromEntries(tokens), null, 2)}\n`, { mode: 0o600 });
    await chmod(next, 0o600);
    await rename(next, path);
  } finally {
    await rm(next, { force: true });
  }
}
