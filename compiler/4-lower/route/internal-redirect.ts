/** Redirects that Envoy follows itself. Source: envoy/config/route/v3/route_components.proto, InternalRedirectPolicy. */
import type { InternalRedirect } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { any, type Messages } from '../../xds/index.ts';
import { routeName } from './route-name.ts';

type Policy = Messages['envoy.config.route.v3.InternalRedirectPolicy'];
type Predicate = Messages['envoy.config.core.v3.TypedExtensionConfig'];

export function lowerInternalRedirect(redirect: InternalRedirect, origin: Valid): Policy {
  const { maximum, statusCodes, crossScheme, copyHeaders } = redirect;
  const predicates = predicatesOf(redirect, origin);
  return {
    max_internal_redirects: maximum,
    redirect_response_codes: statusCodes,
    ...(crossScheme !== 'never' && { allow_cross_scheme_redirect: true }),
    ...(predicates.length > 0 && { predicates }),
    ...(copyHeaders.length > 0 && { response_headers_to_copy: copyHeaders }),
  };
}

/** What must all be true of a redirect. */
function predicatesOf({ crossScheme, routes, eachRouteOnce }: InternalRedirect, origin: Valid): readonly Predicate[] {
  const allowed = routes?.map((name) => routeName(origin, name));
  return [
    ...(crossScheme === 'safe' ? [SAFE_CROSS_SCHEME] : []),
    ...(allowed ? [allowList(allowed)] : []),
    ...(eachRouteOnce ? [PREVIOUS_ROUTES] : []),
  ];
}

const SAFE_CROSS_SCHEME: Predicate = {
  name: 'envoy.internal_redirect_predicates.safe_cross_scheme',
  typed_config: any('envoy.extensions.internal_redirect.safe_cross_scheme.v3.SafeCrossSchemeConfig', {}),
};

const PREVIOUS_ROUTES: Predicate = {
  name: 'envoy.internal_redirect_predicates.previous_routes',
  typed_config: any('envoy.extensions.internal_redirect.previous_routes.v3.PreviousRoutesConfig', {}),
};

const allowList = (names: readonly string[]): Predicate => ({
  name: 'envoy.internal_redirect_predicates.allow_listed_routes',
  typed_config: any('envoy.extensions.internal_redirect.allow_listed_routes.v3.AllowListedRoutesConfig', {
    allowed_route_names: names,
  }),
});
