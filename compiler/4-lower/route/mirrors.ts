/** Copies of requests. Source: envoy/config/route/v3/route_components.proto, RouteAction.RequestMirrorPolicy. */
import type { MirrorTarget } from '../../3-link/graph.ts';
import type { Messages } from '../../xds/index.ts';
import { headerMutations } from './header-mutations.ts';
import { fraction } from '../quantities.ts';

export const lowerMirror = (
  { settings: { percentage, host, request } }: MirrorTarget,
  cluster: string,
): Messages['envoy.config.route.v3.RouteAction.RequestMirrorPolicy'] => ({
  cluster,
  runtime_fraction: { default_value: fraction(percentage) },
  // A copy with another Host would be routed elsewhere by an upstream that serves several.
  disable_shadow_host_suffix_append: true,
  ...(host !== undefined && { host_rewrite_literal: host }),
  ...(request && { request_headers_mutations: headerMutations(request) }),
});
