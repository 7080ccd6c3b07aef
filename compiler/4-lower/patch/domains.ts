/** The domains of hosts, where patches may have given one to two of them. */
import type { Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Messages } from '../../xds/index.ts';
import type { LoweredResource } from '../resource.ts';

type VirtualHost = Messages['envoy.config.route.v3.VirtualHost'];

/**
 * Envoy looks up a host by its domain, and refuses two that have the same, whether they stand in a route configuration or
 * apart from it.
 *
 * @param blamed where the patch of a resource stands
 */
export function checkDomains(
  resources: readonly LoweredResource[],
  blamed: (resource: LoweredResource) => Location,
  report: Report,
): void {
  const touched = new Set(resources.filter(isTouched).flatMap((resource) => configurationOf(resource) ?? []));
  if (touched.size === 0) return;
  const seen = new Map<string, LoweredResource>();
  for (const resource of resources) {
    const configuration = configurationOf(resource);
    if (configuration === undefined || !touched.has(configuration)) continue;
    for (const domain of domainsOf(resource)) {
      const key = `${configuration} ${domain}`;
      const first = seen.get(key);
      if (!first) seen.set(key, resource);
      else reportDomain(domain, isTouched(resource) ? resource : first, blamed, report);
    }
  }
}

const isTouched = ({ patchedBy, origin }: LoweredResource): boolean =>
  patchedBy !== undefined || origin.kind === 'EnvoyPatch';

/** The route configuration that a resource is, or is a host of. */
function configurationOf({ type, name }: LoweredResource): string | undefined {
  if (type === 'envoy.config.route.v3.RouteConfiguration') return name;
  return type === 'envoy.config.route.v3.VirtualHost' ? name.slice(0, name.lastIndexOf('/')) : undefined;
}

const domainsOf = (resource: LoweredResource): readonly string[] =>
  hostsOf(resource).flatMap(({ domains = [] }) => domains.map((domain) => domain.toLowerCase()));

function hostsOf(resource: LoweredResource): readonly VirtualHost[] {
  if (resource.type === 'envoy.config.route.v3.RouteConfiguration') return resource.message.virtual_hosts ?? [];
  return resource.type === 'envoy.config.route.v3.VirtualHost' ? [resource.message] : [];
}

function reportDomain(
  domain: string,
  resource: LoweredResource,
  blamed: (resource: LoweredResource) => Location,
  report: Report,
): void {
  const isHost = resource.type === 'envoy.config.route.v3.VirtualHost';
  report('envoy-rule', blamed(resource), {
    resource: `${isHost ? 'VirtualHost' : 'RouteConfiguration'} "${resource.name}"`,
    path: isHost ? 'domains' : 'virtual_hosts',
    problem: `must not have the domain "${domain}" twice`,
  });
}
