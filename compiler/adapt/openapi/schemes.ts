/** Security schemes → what Envoy can check. */
import type { JwtProvider, KeyLocation } from '../../2-validate/generated/types.ts';
import type { Written } from '../draft.ts';
import { toName } from '../names.ts';
import { field, keyPlaceOf, textOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import { carrierOf, signOf, type Sign } from './carrier.ts';
import { locateToken, toProvider } from './jwt.ts';

export type Scheme = JwtScheme | ApiKeyScheme | LoginScheme | BasicScheme;

interface SchemeBase {
  /** For documents and filters. */
  readonly name: string;
  /** As the description calls it. */
  readonly title: string;
  readonly source: Source;
  /** What tells that a request carries credentials of this scheme: all conditions of one of these. */
  readonly signs: readonly Sign[];
}

export interface JwtScheme extends SchemeBase {
  readonly kind: 'jwt';
  readonly provider: Written<JwtProvider>;
  /** Whether the description says where the keys are. */
  readonly keys: 'known' | 'unknown';
}

export interface ApiKeyScheme extends SchemeBase {
  readonly kind: 'api-key';
  readonly from: KeyLocation;
}

export interface LoginScheme extends SchemeBase {
  readonly kind: 'oidc';
}

export interface BasicScheme extends SchemeBase {
  readonly kind: 'basic-auth';
}

/** By the name that the description gives them. Schemes that Envoy cannot check are there and undefined. */
export type Schemes = ReadonlyMap<string, Scheme | undefined>;

export function schemesOf(api: Api): Schemes {
  const { root, dialect, reader } = api;
  const all =
    dialect === 'swagger'
      ? field(root, 'securityDefinitions')
      : reader.field(field(root, 'components'), 'securitySchemes');
  return new Map(reader.entries(all).map(([title, source]) => [title, toScheme(api, title, source)]));
}

function toScheme(api: Api, title: string, source: Source): Scheme | undefined {
  const { reader } = api;
  const base = { name: toName(title, 'security'), title, source };
  const type = textOf(reader.field(source, 'type'))?.toLowerCase();
  if (reader.field(source, 'x-enroute-jwt') || type === 'oauth2') return jwt(api, base, type);
  switch (type) {
    case 'basic':
      return basic(base);
    case 'http':
      return httpScheme(api, base);
    case 'apikey':
      return apiKey(api, base);
    case 'openidconnect':
      return { ...base, kind: 'oidc', signs: [] };
    default:
      return undefined;
  }
}

type Base = Pick<SchemeBase, 'name' | 'title' | 'source'>;

function httpScheme(api: Api, base: Base): Scheme | undefined {
  const scheme = textOf(api.reader.field(base.source, 'scheme'))?.toLowerCase();
  if (scheme === 'bearer') return jwt(api, base, 'http');
  return scheme === 'basic' ? basic(base) : undefined;
}

const basic = (base: Base): BasicScheme => ({ ...base, kind: 'basic-auth', signs: [authorization('Basic ')] });

const authorization = (prefix: string): Sign => ({ headers: [{ name: 'authorization', prefix, ignoreCase: true }] });

function apiKey(api: Api, base: Base): ApiKeyScheme | undefined {
  const carrier = carrierOf(api, base.source);
  if (!carrier) return undefined;
  const { in: place, name } = carrier;
  const from = place === 'header' ? { header: name } : place === 'query' ? { queryParameter: name } : { cookie: name };
  return { ...base, kind: 'api-key', from, signs: [signOf(carrier)] };
}

function jwt(api: Api, base: Base, type: string | undefined): JwtScheme {
  const { provider, keys } = toProvider(api, base.name, base.source);
  const location = type === 'apikey' ? locateToken(api, base.source) : undefined;
  return {
    ...base,
    kind: 'jwt',
    provider: { ...provider, ...(location && !provider.from && { from: location.from }) },
    keys,
    signs: [location?.sign ?? authorization('Bearer ')],
  };
}

/** Says what becomes of a scheme that Envoy cannot check. */
export function remarkUnchecked(
  { remark }: Api,
  title: string,
  source: Source,
  { isClosed, schemes }: { readonly isClosed: boolean; readonly schemes: Schemes },
): void {
  const name = JSON.stringify(title);
  const problem = schemes.has(title)
    ? `Envoy cannot check the security scheme ${name}`
    : `no security scheme is called ${name}`;
  const effect = isClosed ? 'nobody gets through by it, but by what else is allowed' : 'the upstream has to check it';
  remark('lost', keyPlaceOf(source), `${problem}: ${effect}`, schemes.has(title) ? CHECKABLE : undefined);
}

const CHECKABLE =
  'Envoy checks bearer tokens that are JWTs, API keys, user names with passwords, and logins by OpenID Connect';
