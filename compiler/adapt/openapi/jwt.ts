/** A security scheme of bearer tokens → a provider of the filter `jwt`. */
import type { JwtProvider, TokenLocations } from '../../2-validate/generated/types.ts';
import { isHttpUri } from '../../2-validate/formats/name.ts';
import { isObject } from '../../2-validate/plan.ts';
import type { Written } from '../draft.ts';
import { placeOf, textOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import type { Sign } from './schemes.ts';
import { placeholderHost } from './upstreams.ts';

/** The `x-` field of a security scheme that says who issues the tokens: a provider of the filter, but for its name. */
const EXTENSION = 'x-enroute-jwt';

interface Provider {
  readonly provider: Written<JwtProvider>;
  readonly keys: 'known' | 'unknown';
}

/** The Upstream that serves the keys. */
export const keysUpstream = ({ name }: Api, scheme: string): string => `${name}-${scheme}-keys`;

/**
 * The extension has the fields of a provider, and for short `jwksUri` instead of `jwks`. The upstream keeps on getting the
 * token, as it does without a gateway.
 */
export function toProvider(api: Api, name: string, scheme: Source): Provider {
  const { reader, remark } = api;
  const extension = reader.field(scheme, EXTENSION);
  if (extension && !isObject(extension.value))
    remark('lost', placeOf(extension), `"${EXTENSION}" is no object, and is left out`);
  const { jwksUri: _, ...own } = extension && isObject(extension.value) ? extension.value : {};
  const uri = textOf(reader.field(extension, 'jwksUri'));
  if (Object.hasOwn(own, 'jwks'))
    // The compiler checks what users say in an extension, as it checks what they say in a document.
    return { provider: { name, forwardToken: true, ...(own as Written<JwtProvider>) }, keys: 'known' };
  const upstream = keysUpstream(api, name);
  const remote = { uri: uri ?? `https://${placeholderHost(upstream)}/jwks.json`, upstream };
  return {
    provider: { name, forwardToken: true, ...(own as Written<JwtProvider>), jwks: { remote } },
    keys: uri !== undefined && isHttpUri(uri) ? 'known' : 'unknown',
  };
}

interface TokenPlace {
  readonly from: Written<TokenLocations>;
  readonly sign: Sign;
}

/** A token in the place of an API key. */
export function locateToken({ reader }: Api, scheme: Source): TokenPlace | undefined {
  const name = textOf(reader.field(scheme, 'name'));
  if (name === undefined) return undefined;
  const header = name.toLowerCase();
  switch (textOf(reader.field(scheme, 'in'))) {
    case 'header':
      return {
        from: { headers: [{ name: header, ...(header === 'authorization' && { prefix: 'Bearer ' }) }] },
        sign: { headers: [{ name: header, present: true }] },
      };
    case 'query':
      return { from: { queryParameters: [name] }, sign: { queryParameters: [{ name, present: true }] } };
    case 'cookie':
      return { from: { cookies: [name] }, sign: { headers: [{ name: 'cookie', contains: `${name}=` }] } };
    default:
      return undefined;
  }
}
