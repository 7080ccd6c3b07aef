/** TcpRoutes of a gateway, linked. */
import { keyOf, type Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import { linkClientValidation } from './client-validation.ts';
import type { LinkedTcpRoute } from './graph.ts';
import { certificates } from './hosts.ts';
import { find } from './references.ts';
import type { LinkContext } from './routes.ts';

export const linkTcpRoutes = (gateway: Valid<'Gateway'>, context: LinkContext): readonly LinkedTcpRoute[] =>
  [...context.index.TcpRoute.values()]
    .filter(({ value, namespace }) => value.spec.gateways.some((text) => keyOf(text, namespace) === gateway.key))
    .map((source) => linkTcpRoute(source, context));

function linkTcpRoute(source: Valid<'TcpRoute'>, context: LinkContext): LinkedTcpRoute {
  const { upstreams, tls } = source.value.spec;
  const targets = upstreams.flatMap(({ upstream, weight }) => {
    const found = find(context.index, 'Upstream', source, upstream);
    return found ? [{ upstream: found, weight }] : [];
  });
  if (upstreams.every(({ weight }) => weight === 0))
    context.report('no-weight', at(source.document, '/spec/upstreams'), {});
  return {
    source,
    targets,
    ...(tls && {
      tls: {
        certificates: certificates(tls.certificates, source, '/spec/tls/certificates', context),
        ...linkClientValidation(tls.clientValidation, source, context),
      },
    }),
  };
}
