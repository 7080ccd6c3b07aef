/** Where a request carries a key or a token. */
import type { RouteMatch } from '../../2-validate/generated/types.ts';
import type { Written } from '../draft.ts';
import { textOf, type Source } from '../source.ts';
import type { Api } from './api.ts';

export interface Carrier {
  readonly in: 'header' | 'query' | 'cookie';
  /** A header's in lower case. */
  readonly name: string;
}

/** Conditions that a request fulfils which has something there. */
export type Sign = Pick<Written<RouteMatch>, 'headers' | 'queryParameters' | 'cookies'>;

/** `in` and `name` of a security scheme; undefined if they are none that a request can have. */
export function carrierOf({ reader }: Api, scheme: Source): Carrier | undefined {
  const place = textOf(reader.field(scheme, 'in'));
  const name = textOf(reader.field(scheme, 'name')) ?? '';
  if (place === 'header') return TOKEN.test(name) ? { in: place, name: name.toLowerCase() } : undefined;
  if (place === 'cookie') return TOKEN.test(name) ? { in: place, name } : undefined;
  return place === 'query' && /^[ -~]+$/.test(name) ? { in: place, name } : undefined;
}

/** RFC 9110 and RFC 6265: how headers and cookies may be called. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

export function signOf({ in: place, name }: Carrier): Sign {
  if (place === 'query') return { queryParameters: [{ name, present: true }] };
  return place === 'header' ? { headers: [{ name, present: true }] } : { cookies: [{ name, present: true }] };
}
