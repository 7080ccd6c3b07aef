/**
 * Enroute → documents: its Kubernetes resources (GatewayHost, ServiceRoute, HttpFilter, RouteFilter, GlobalConfig and
 * TLSCertificateDelegation, v1 and v1beta1), and what its REST or GraphQL API dumps of a proxy.
 */
import type { Document } from '../../1-parse/document.ts';
import type { Adapter } from '../adapter.ts';
import type { MakeRemark } from '../remark.ts';
import { placeOf, rootOf } from '../source.ts';
import { createConversion } from './context.ts';
import { remarkOrphans } from './delegation.ts';
import { isDump, readDump } from './dump.ts';
import { createFilters } from './filters.ts';
import { addGateways, gatewayNames } from './gateway.ts';
import { addHost } from './hosts.ts';
import type { EnrouteModel } from './model.ts';
import { addRateLimit } from './rate-limits.ts';
import { isResource, readResources } from './resources.ts';
import { createSecrets } from './secrets.ts';
import { createUpstreams } from './upstreams.ts';

export const enrouteAdapter: Adapter = {
  name: 'enroute',
  adapt: (sources, options, remark) => {
    const model = read(sources, remark);
    if (model.hosts.length === 0 && model.filters.length === 0 && model.globals.length === 0) return [];
    const { conversion, drafts } = createConversion(options, remark);
    const secrets = createSecrets(conversion, model.delegations);
    const upstreams = createUpstreams(conversion, secrets);
    const filters = createFilters(model, conversion, upstreams);
    const gatewaysOf = gatewayNames(model, conversion);
    const context = { conversion, model, secrets, upstreams, filters, gatewaysOf };
    remarkOrphans(model, remark);
    for (const host of model.hosts) if (host.hostname !== undefined) addHost(host, context);
    for (const global of model.globals) {
      if (global.type === 'globalconfig_ratelimit')
        addRateLimit(global, gatewaysOf({ ...global, proxies: [] }), conversion);
      else remark('lost', placeOf(global.source), `a GlobalConfig of type "${global.type}" is not carried over`);
    }
    addGateways(model, filters, conversion);
    return drafts;
  },
};

function read(sources: readonly Document[], remark: MakeRemark): EnrouteModel {
  const dumps = sources.filter(isDump).map((document) => readDump(document, remark));
  const resources = readResources(
    sources.filter((document) => isResource(document) && !isDump(document)),
    remark,
  );
  for (const document of sources) {
    if (!isDump(document) && !isResource(document) && document.value !== null)
      remark('lost', placeOf(rootOf(document)), 'this is neither a resource of Enroute nor what it dumps of a proxy');
  }
  return {
    hosts: [...resources.hosts, ...dumps.flatMap(({ hosts }) => hosts)],
    attached: resources.attached,
    filters: [...resources.filters, ...dumps.flatMap(({ filters }) => filters)],
    globals: [...resources.globals, ...dumps.flatMap(({ globals }) => globals)],
    delegations: resources.delegations,
    proxies: dumps.flatMap(({ proxies }) => proxies),
  };
}
