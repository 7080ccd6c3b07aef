import type { IpAccess } from '../2-validate/generated/types.ts';
import { principalInRange } from '../4-lower/cidr.ts';
import { any, type Messages } from '../xds/index.ts';
import { defineFilter } from './filter-module.ts';

type Principal = Messages['envoy.config.rbac.v3.Principal'];

/**
 * One rule that allows: whoever is in `allow`, if there is one, and not in `deny`.
 *
 * Source: envoy/extensions/filters/http/rbac/v3/rbac.proto
 */
export default defineFilter('ip-access', {
  phase: 'access',
  envoyFilter: 'envoy.filters.http.rbac',
  resting: any('envoy.extensions.filters.http.rbac.v3.RBAC', {}),
  lower: (access) => ({
    perRoute: any('envoy.extensions.filters.http.rbac.v3.RBACPerRoute', {
      rbac: {
        rules: {
          action: 'ALLOW',
          policies: { 'ip-access': { permissions: [{ any: true }], principals: [allowed(access)] } },
        },
      },
    }),
  }),
});

function allowed({ allow, deny, address }: IpAccess): Principal {
  const among = (ranges: readonly string[]): Principal => ({
    or_ids: { ids: ranges.map((range) => principalInRange(range, address)) },
  });
  const conditions = [...(allow ? [among(allow)] : []), ...(deny ? [{ not_id: among(deny) }] : [])];
  return { and_ids: { ids: conditions } };
}
