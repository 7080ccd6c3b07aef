/** Reads a kubeconfig, as far as it says how to reach a cluster without running other programs. */
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { isObject, type JsonObject } from '../../compiler/shape.ts';
import { redact } from '../../store/redacted.ts';
import type { ClusterAccess, Source } from './access.ts';

/**
 * @param path Where the text is from; paths in it begin there.
 * @param wanted The context; absent: the current one.
 * @throws Error with a sentence that quotes no credential.
 */
export function readKubeconfig(text: string, path: string, wanted?: string): ClusterAccess {
  const config = parseText(text, path);
  const name = wanted ?? textOf(config, 'current-context');
  if (name === undefined) throw new Error(`${path}: there is no current context`);
  const context = entryOf(config, 'contexts', name, 'context', path);
  const cluster = entryOf(config, 'clusters', textOf(context, 'cluster') ?? '', 'cluster', path);
  const user = entryOf(config, 'users', textOf(context, 'user') ?? '', 'user', path);
  const server = textOf(cluster, 'server');
  if (server === undefined) throw new Error(`${path}: the cluster has no server`);
  if (cluster['insecure-skip-tls-verify'] === true)
    throw new Error(
      `${path}: a server whose certificate is not verified could be anybody; give its certificate authority`,
    );
  return { server: server.replace(/\/+$/, ''), ...trustOf(cluster, path), ...credentialsOf(user, path) };
}

function parseText(text: string, path: string): JsonObject {
  let config: unknown;
  try {
    config = parse(text);
  } catch {
    // The parser would quote the line, which may hold a token.
    throw new Error(`${path}: it is not YAML`);
  }
  if (!isObject(config)) throw new Error(`${path}: it is no kubeconfig`);
  return config;
}

/** The entry of this name in a list of `{name, [key]: {...}}`. */
function entryOf(config: JsonObject, list: string, name: string, key: string, path: string): JsonObject {
  const entries = config[list];
  const entry = Array.isArray(entries) ? entries.find((each) => isObject(each) && each['name'] === name) : undefined;
  const value: unknown = isObject(entry) ? entry[key] : undefined;
  if (!isObject(value)) throw new Error(`${path}: there is no ${key} "${name}"`);
  return value;
}

function trustOf(cluster: JsonObject, path: string): Pick<ClusterAccess, 'certificateAuthority' | 'serverName'> {
  const certificateAuthority = sourceOf(cluster, 'certificate-authority', path);
  const serverName = textOf(cluster, 'tls-server-name');
  return { ...(certificateAuthority && { certificateAuthority }), ...(serverName !== undefined && { serverName }) };
}

function credentialsOf(user: JsonObject, path: string): Pick<ClusterAccess, 'token' | 'clientCertificate'> {
  for (const key of ['exec', 'auth-provider', 'username'])
    if (user[key] !== undefined)
      throw new Error(
        `${path}: the relay cannot log in by "${key}"; give a token, a token file or a client certificate`,
      );
  const certificateChain = sourceOf(user, 'client-certificate', path);
  const privateKey = sourceOf(user, 'client-key', path);
  const tokenFile = textOf(user, 'tokenFile');
  const token = textOf(user, 'token');
  return {
    ...(certificateChain && privateKey && { clientCertificate: { certificateChain, privateKey } }),
    // As kubectl has it: the file comes first.
    ...(tokenFile !== undefined
      ? { token: { file: resolve(dirname(path), tokenFile) } }
      : token !== undefined && { token: { text: redact(token) } }),
  };
}

/** `certificate-authority` names a file, `certificate-authority-data` is the text in base64, and comes first. */
function sourceOf(object: JsonObject, key: string, path: string): Source | undefined {
  const data = textOf(object, `${key}-data`);
  if (data !== undefined) return { text: redact(Buffer.from(data, 'base64').toString()) };
  const file = textOf(object, key);
  return file === undefined ? undefined : { file: resolve(dirname(path), file) };
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
