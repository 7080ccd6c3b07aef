/** URLs of buckets on S3. */
import type { S3StoreOptions } from '../s3.ts';
import { badUrl as bad, parseUrl } from '../url.ts';

/**
 * What a URL such as `s3://bucket/prefix?endpoint=http://127.0.0.1:7070` says of a bucket; see `openStore`.
 * @throws StoreError that does not repeat it.
 */
export function s3Options(url: string): S3StoreOptions {
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
