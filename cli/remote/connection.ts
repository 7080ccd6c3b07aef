/** Which API a command line means, and how it is called. */
import { dirname, resolve } from 'node:path';
import { Option } from 'commander';
import { closest } from '../../compiler/diagnostics/closest.ts';
import type { Context } from '../../compiler/2-validate/generated/types.ts';
import { workspaceHeadKey } from '../../store/index.ts';
import { isUrl, openBucket, STORE_VARIABLE } from '../bucket.ts';
import { EXIT } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { createRemote, type Authenticate, type Remote } from './client.ts';
import { contextFile, loadContexts } from './context-file.ts';
import { readSecret } from './secrets.ts';

export interface ConnectionFlags {
  readonly context?: string;
  readonly server?: string;
  /** A bucket whose API is called without a server. */
  readonly store?: string;
}

/** `--context NAME`. */
export const contextOption = (): Option =>
  new Option('-c, --context <name>', 'the API to call, as "enroutectl context list" has it (default: the current one)');

/** `--server URL`. */
export const serverOption = (): Option =>
  new Option('--server <url>', 'the API to call, without authentication').conflicts('context');

/** `--store BUCKET` of commands that call an API. */
export const directOption = (): Option =>
  new Option(
    '-s, --store <bucket>',
    'a bucket itself (a folder, or s3://…), without a server that stands before it',
  ).conflicts(['context', 'server']);

/** @throws Failure if there is no such context, or a secret of it is not there. */
export async function connect({ context, server, store }: ConnectionFlags, host: Host): Promise<Remote> {
  if (store !== undefined) return connectToBucket(store, host);
  if (server === undefined) return connectTo(await chooseContext(context, host), host);
  if (!URL.canParse(server) || !/^https?:$/.test(new URL(server).protocol))
    throw new Failure(`--server: ${JSON.stringify(server)} is no http or https URL`, {
      exit: EXIT.usage,
      help: URL.canParse(`http://${server}`) ? `did you mean "http://${server}"?` : undefined,
    });
  return createRemote({ url: server, authenticate: async () => ({}) });
}

async function connectToBucket(bucket: string, host: Host): Promise<Remote> {
  const { connectInProcess } = await import('./in-process.ts');
  return connectInProcess(bucket, host);
}

async function connectTo(context: Context, host: Host): Promise<Remote> {
  const { url, store } = context;
  if (store !== undefined)
    return connectToBucket(isUrl(store) ? store : resolve(dirname(contextFile(host)), store), host);
  if (url === undefined) throw new TypeError(`the context ${context.name} is not what its schema says`);
  return createRemote({ url, authenticate: await authenticationOf(context, host) });
}

async function authenticationOf(context: Context, host: Host): Promise<Authenticate> {
  const { apiKey, oidc } = context.authentication ?? {};
  if (apiKey) {
    const key = await readSecret(apiKey, host);
    return async () => ({ 'x-api-key': key });
  }
  if (!oidc) return async () => ({});
  const { validToken } = await import('./login.ts');
  return async () => ({ authorization: `Bearer ${await validToken(context, oidc, host)}` });
}

/** The context of that name, or the current one. @throws Failure if there is none. */
export async function chooseContext(named: string | undefined, host: Host): Promise<Context> {
  const { current, contexts } = await loadContexts(host);
  const name = named ?? current;
  if (name === undefined)
    throw new Failure('no API is named', {
      exit: EXIT.usage,
      help: '"enroutectl context set NAME --url URL" names one for all commands; --server and --store do for one',
    });
  const found = contexts.find((context) => context.name === name);
  if (found) return found;
  throw noSuchContext(name, contexts);
}

/** With what may have been meant. */
export function noSuchContext(name: string, contexts: readonly Context[]): Failure {
  const names = contexts.map((context) => context.name);
  const guess = closest(name, names);
  const others = names.length === 0 ? '"enroutectl context set" makes one' : `there are: ${names.join(', ')}`;
  return new Failure(`there is no context ${JSON.stringify(name)}`, {
    exit: EXIT.usage,
    help: guess === undefined ? others : `did you mean "${guess}"?`,
  });
}

/**
 * Whether a command that also works on what is published in a bucket is about documents of an API: it is said so, or no
 * bucket is named and there is a current context.
 * @throws Failure if the file of contexts cannot be read
 */
export async function meansApi({ context, server, store }: ConnectionFlags, host: Host): Promise<boolean> {
  if (context !== undefined || server !== undefined) return true;
  if (store !== undefined || host.env[STORE_VARIABLE]) return false;
  return (await loadContexts(host)).current !== undefined;
}

/**
 * The same for what can only be about documents that are kept, if they are there: those of a bucket that is named, too,
 * once something was applied to it.
 * @throws Failure if the bucket cannot be opened
 */
export async function meansDocuments(flags: ConnectionFlags, host: Host): Promise<boolean> {
  if (flags.store === undefined) return meansApi(flags, host);
  const store = await openBucket(flags.store, host);
  return (await store.get(workspaceHeadKey('default'))).status === 'found';
}

/** What a command line says of the API, for another command line. */
export const connectionWords = ({ context, server, store }: ConnectionFlags): string =>
  [
    ...(context === undefined ? [] : [`--context ${context}`]),
    ...(server === undefined ? [] : [`--server ${server}`]),
    ...(store === undefined ? [] : [`--store ${store}`]),
  ].join(' ');

/** `--context` of a command that works on buckets, too. */
export const otherContextOption = (): Option =>
  new Option(
    '-c, --context <name>',
    'call the API of this context (default: the current one, if no bucket is named)',
  ).conflicts('store');

/** `--server` of a command that works on buckets, too. */
export const otherServerOption = (): Option =>
  new Option('--server <url>', 'call this API, instead of opening a bucket').conflicts(['store', 'context']);
