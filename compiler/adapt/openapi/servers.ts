/** Where an API says that it runs. */
import { isHostname } from '../../2-validate/formats/name.ts';
import { isIpAddress } from '../../2-validate/formats/address.ts';
import { field, items, placeOf, textOf, textsOf, wordOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import { encodePath } from './path.ts';

export interface Server {
  /** The server object; without one, and for Swagger 2.0, the whole description. */
  readonly object: Source;
  /** Where the address stands, for remarks. */
  readonly source: Source;
  readonly scheme: 'http' | 'https';
  /** Undefined if the URL is relative, or is not one that can be used. */
  readonly address: Address | undefined;
  /** Begins with a slash and does not end in one, or is empty. */
  readonly basePath: string;
  /** `x-enroute-weight`. */
  readonly weight: number | undefined;
}

export interface Address {
  /** A host name, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Servers in force for an operation: its own, or its path's, or those of the whole API. Never none. */
export function serversOf(api: Api, ...levels: readonly Source[]): readonly Server[] {
  if (api.dialect === 'swagger') return [swaggerServer(api, levels[0] ?? api.root)];
  const found = [...levels, api.root]
    .map((level) => api.reader.field(level, 'servers'))
    .find((servers) => items(servers).length > 0);
  for (const level of [...levels, api.root]) remarkNoList(api, api.reader.field(level, 'servers'));
  if (!found)
    return [
      { object: api.root, source: api.root, scheme: 'http', address: undefined, basePath: '', weight: undefined },
    ];
  return items(found).map((source) => toServer(api, api.reader.resolve(source)));
}

function remarkNoList({ remark }: Api, servers: Source | undefined): void {
  if (servers && !Array.isArray(servers.value)) remark('lost', placeOf(servers), 'this is no list, and is left out');
}

function toServer(api: Api, source: Source): Server {
  const url = api.reader.field(source, 'url');
  const weight = field(source, 'x-enroute-weight')?.value;
  return {
    object: source,
    source: url ?? source,
    ...parseServer(api, source, fillIn(api, source, textOf(url) ?? '/')),
    weight: typeof weight === 'number' ? weight : undefined,
  };
}

/** Server variables become their defaults. */
function fillIn({ reader, remark }: Api, source: Source, url: string): string {
  const variables = reader.field(source, 'variables');
  return url.replaceAll(/\{([^{}]*)\}/g, (written, name: string) => {
    const variable = field(variables, name);
    const value = wordOf(reader.field(variable, 'default'));
    if (value === undefined) {
      remark('incomplete', placeOf(source), `nobody says what "${written}" in the server's address is`, DEFAULT_HELP);
      return UNKNOWN_VARIABLE;
    }
    const others = textsOf(reader.field(variable, 'enum')).filter((other) => other !== value);
    if (variable && others.length > 0)
      remark('approximated', placeOf(variable), `"${written}" is taken as ${JSON.stringify(value)}`, OTHERS_HELP);
    return value;
  });
}

const DEFAULT_HELP = 'give the variable a default, or say --server';
const OTHERS_HELP = 'for another value change the default, or say --server';
const UNKNOWN_VARIABLE = 'unknown';

const URL = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)([^]*)$/i;

type ParsedServer = Pick<Server, 'scheme' | 'address' | 'basePath'>;

/** A URL of `servers`, or of the option `--server`. */
function parseServer({ remark }: Api, source: Source, url: string): ParsedServer {
  const [, written = '', authority, path = '', rest = ''] = URL.exec(url.trim()) ?? [];
  const scheme = SCHEMES.get(written.toLowerCase());
  if (written !== '' && scheme === undefined)
    remark('lost', placeOf(source), `"${written}:" is no protocol that requests are sent by; plain HTTP is used`);
  if (rest !== '') remark('lost', placeOf(source), 'query and fragment of a server are not sent');
  if (authority?.includes('@'))
    remark('lost', placeOf(source), 'user and password in the address of a server are not sent', NO_SECRETS);
  const secure = scheme ?? 'http';
  const address = authority === undefined ? undefined : parseAuthority(withoutUser(authority), secure);
  if (authority !== undefined && !address)
    remark(
      'lost',
      placeOf(source),
      `${JSON.stringify(withoutUser(authority))} is no host that requests can be sent to`,
    );
  return { scheme: secure, address, basePath: toBasePath(path) };
}

/** A password is not repeated. */
const withoutUser = (authority: string): string => authority.replace(/^[^]*@/, '');

const NO_SECRETS = 'a document holds no secret; see the filter credential-injector';

const SCHEMES: ReadonlyMap<string, Server['scheme']> = new Map([
  ['http', 'http'],
  ['https', 'https'],
  ['ws', 'http'],
  ['wss', 'https'],
]);

/** Without a slash at its end; several count as one. */
export const toBasePath = (path: string): string =>
  encodePath(`/${path}`.replaceAll(/\/{2,}/g, '/')).replace(/\/$/, '');

function parseAuthority(authority: string, scheme: Server['scheme']): Address | undefined {
  const [, bracketed, plain = '', digits] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(authority) ?? [];
  const host = (bracketed ?? plain).toLowerCase().replace(/\.$/, '');
  const port = digits === undefined ? PORTS[scheme] : Number(digits);
  const isHost = bracketed === undefined ? isHostname(host) : isIpAddress(host);
  return isHost && port >= 1 && port <= 65_535 ? { host, port } : undefined;
}

const PORTS = { http: 80, https: 443 } as const;

/** Swagger 2.0: `schemes`, `host` and `basePath`. TLS is preferred where both are offered. */
function swaggerServer(api: Api, operation: Source): Server {
  const { root, reader } = api;
  const own = textsOf(reader.field(operation, 'schemes'));
  const schemes = own.length > 0 ? own : textsOf(field(root, 'schemes'));
  const scheme = schemes.find((one) => one === 'https') ?? schemes[0];
  const host = field(root, 'host');
  const basePath = textOf(field(root, 'basePath')) ?? '';
  const prefix = textOf(host) === undefined ? '' : `${scheme ?? 'http'}://${textOf(host)}`;
  const weight = undefined;
  return {
    object: root,
    source: host ?? root,
    ...parseServer(api, host ?? root, `${prefix}${toBasePath(basePath)}`),
    weight,
  };
}

/** Where requests are to be sent instead of the servers of a description. */
export interface ServerOption {
  readonly scheme: Server['scheme'];
  readonly address: Address;
  /** Undefined: as the description says. */
  readonly basePath: string | undefined;
}

/** `https://shop.internal:8443/v2`, or without the scheme for plain HTTP. Undefined for a text that is no such thing. */
export function parseServerOption(text: string): ServerOption | undefined {
  const [, scheme = 'http', authority = '', path = ''] = /^(?:(https?):\/\/)?([^/?#@]+)(\/[^?#]*)?$/i.exec(text) ?? [];
  const secure = SCHEMES.get(scheme.toLowerCase()) ?? 'http';
  const address = parseAuthority(authority, secure);
  const basePath = toBasePath(path);
  return address && { scheme: secure, address, basePath: basePath === '' ? undefined : basePath };
}
