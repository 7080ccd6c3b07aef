/** Where a person can send a first request. */
import type { CompiledBundle } from '../../compiler/index.ts';

/** A `curl` line for each HTTP listener that has a route to show. */
export const curlLines = ({ resources }: CompiledBundle): readonly string[] =>
  resources.flatMap((resource) => {
    if (resource.type !== 'envoy.config.listener.v3.Listener') return [];
    const routes = resources.find(
      (one) => one.type === 'envoy.config.route.v3.RouteConfiguration' && one.name === resource.name,
    );
    if (routes?.type !== 'envoy.config.route.v3.RouteConfiguration') return [];
    const [host] = routes.message.virtual_hosts ?? [];
    const { match } = host?.routes?.[0] ?? {};
    const path = match?.path ?? match?.path_separated_prefix ?? '/';
    const port = resource.message.address?.socket_address?.port_value ?? 80;
    const [domain = '*'] = host?.domains ?? [];
    const header = domain === '*' ? '' : `-H 'Host: ${domain.replace('*', 'www')}' `;
    return [`curl ${header}http://127.0.0.1:${port}${path}`];
  });
