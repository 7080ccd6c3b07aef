/** What a hashing load balancer hashes. Source: envoy/config/route/v3/route_components.proto, RouteAction.HashPolicy. */
import type { HashPolicy } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import { cookieAttributes } from './cookie.ts';
import { duration } from '../quantities.ts';
import { regexRewrite } from './rewrite.ts';

type EnvoyHashPolicy = Messages['envoy.config.route.v3.RouteAction.HashPolicy'];

export const lowerHashPolicy = (policy: HashPolicy): EnvoyHashPolicy => ({
  ...source(policy),
  ...(policy.terminal && { terminal: true }),
});

function source({ header, headerRewrite, cookie, queryParameter, filterState }: HashPolicy): EnvoyHashPolicy {
  if (header !== undefined)
    return { header: { header_name: header, ...(headerRewrite && { regex_rewrite: regexRewrite(headerRewrite) }) } };
  if (queryParameter !== undefined) return { query_parameter: { name: queryParameter } };
  if (filterState !== undefined) return { filter_state: { key: filterState } };
  return cookie ? { cookie: hashCookie(cookie) } : { connection_properties: { source_ip: true } };
}

const hashCookie = ({
  name,
  ttl,
  path,
  attributes,
}: NonNullable<HashPolicy['cookie']>): NonNullable<EnvoyHashPolicy['cookie']> => ({
  name,
  ...(ttl !== undefined && { ttl: duration(ttl) }),
  ...(path !== undefined && { path }),
  ...cookieAttributes(attributes),
});
