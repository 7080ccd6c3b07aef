/** Opens the bucket that a URL names. */
import { fileURLToPath } from 'node:url';
import { createDirectoryStore } from './directory.ts';
import { createMemoryStore } from './memory.ts';
import type { S3StoreOptions } from './s3.ts';
import { StoreError, type Store } from './store.ts';

const FORMS = 'a path, file:///path, s3://bucket/prefix or memory:';

/**
 * Opens a bucket; nothing is read or written before its first use.
 *
 * - `./bucket`, `/var/lib/enroute`, `file:///var/lib/enroute`: a directory
 * - `s3://bucket/prefix?endpoint=http://127.0.0.1:7070&region=eu-west-1&pathStyle=true`: S3; the prefix and each
 *   parameter may be left out. Credentials come from the environment, never from the URL.
 * - `memory:`: a new bucket that ends with the process
 *
 * @throws StoreError that says what is wrong with the URL, without repeating it: a secret may stand in it.
 */
export async function openStore(url: string): Promise<Store> {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  switch (scheme) {
    case undefined:
      if (url === '') throw bad(`no bucket is named; expected ${FORMS}`);
      return createDirectoryStore(url);
    case 'memory':
      if (url !== 'memory:') throw bad('nothing may follow "memory:"');
      return createMemoryStore();
    case 'file':
      return createDirectoryStore(directoryOf(url));
    case 's3': {
      const options = s3Options(url);
      // The SDK takes longer to load than the rest of a command-line tool, and a directory does not need it.
      const { createS3Store } = await import('./s3.ts');
      return createS3Store(options);
    }
    default:
      throw bad(`"${scheme}:" is no bucket; expected ${FORMS}`);
  }
}

function directoryOf(url: string): string {
  const { hostname, search, hash } = parseUrl(url);
  if (hostname !== '') throw bad('a file: URL has three slashes before the path: file:///path');
  if (search !== '' || hash !== '') throw bad('a file: URL has no parameters; write "?" as %3F and "#" as %23');
  return fileURLToPath(url);
}

function s3Options(url: string): S3StoreOptions {
  const { hostname, pathname, username, password, port, hash, searchParams } = parseUrl(url);
  if (username !== '' || password !== '') {
    throw bad('credentials do not belong into the URL; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile');
  }
  if (hostname === '') throw bad('the bucket is missing; expected s3://bucket/prefix');
  if (port !== '' || hash !== '') throw bad('expected s3://bucket/prefix?endpoint=…&region=…&pathStyle=true');
  const prefix = decodePath(pathname).replace(/^\/+|\/+$/g, '');
  return { bucket: hostname, ...(prefix === '' ? {} : { prefix }), ...s3Parameters(searchParams) };
}

const PARAMETERS = ['endpoint', 'region', 'pathStyle'];

function s3Parameters(parameters: URLSearchParams): Omit<S3StoreOptions, 'bucket'> {
  for (const name of parameters.keys()) {
    if (!PARAMETERS.includes(name)) throw bad(`the parameter "${name}" is unknown; expected ${PARAMETERS.join(', ')}`);
    if (parameters.getAll(name).length > 1) throw bad(`the parameter "${name}" stands there twice`);
  }
  const endpoint = parameters.get('endpoint');
  const region = parameters.get('region');
  const pathStyle = parameters.get('pathStyle');
  return {
    ...(endpoint === null ? {} : { endpoint: checkedEndpoint(endpoint) }),
    ...(region === null ? {} : { region: checkedRegion(region) }),
    ...(pathStyle === null ? {} : { pathStyle: flag(pathStyle) }),
  };
}

function checkedEndpoint(text: string): string {
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw bad('the parameter "endpoint" is no http: or https: URL');
  }
  if (parsed.username !== '' || parsed.password !== '') throw bad('credentials do not belong into the endpoint');
  return text;
}

function checkedRegion(text: string): string {
  if (!/^[a-z0-9-]+$/.test(text)) throw bad('the parameter "region" is no region, such as eu-west-1');
  return text;
}

function flag(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw bad('the parameter "pathStyle" is true or false');
  return text === 'true';
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw bad('the prefix holds a "%" that begins no escape; write it as %25');
  }
}

function parseUrl(url: string): URL {
  if (!URL.canParse(url)) throw bad(`it is no URL; expected ${FORMS}`);
  return new URL(url);
}

const bad = (reason: string): StoreError => new StoreError(`bad bucket URL: ${reason}`, { retryable: false });
