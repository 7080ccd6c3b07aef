/** A security scheme of bearer tokens → a provider of the filter `jwt`. */
import type { JwtProvider, TokenLocations } from '../../2-validate/generated/types.ts';
import { isHttpUri } from '../../2-validate/formats/name.ts';
import { isObject } from '../../2-validate/plan.ts';
import type { Written } from '../draft.ts';
import { placeOf, textOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import { carrierOf, signOf, type Carrier, type Sign } from './carrier.ts';
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
export function locateToken(api: Api, scheme: Source): TokenPlace | undefined {
  const carrier = carrierOf(api, scheme);
  return carrier && { from: tokenLocations(carrier), sign: signOf(carrier) };
}

function tokenLocations({ in: place, name }: Carrier): Written<TokenLocations> {
  if (place === 'query') return { queryParameters: [name] };
  if (place === 'cookie') return { cookies: [name] };
  return { headers: [{ name, ...(name === 'authorization' && { prefix: 'Bearer ' }) }] };
}
