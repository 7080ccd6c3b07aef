/** TcpRoutes of a gateway, linked. */
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import { linkClientValidation } from '../gateway/client-validation.ts';
import type { LinkedTcpRoute } from '../graph.ts';
import { certificates } from '../secrets.ts';
import { find, servedBy } from '../references.ts';
import { checkHashPolicies } from './hash-rules.ts';
import type { LinkContext } from './routes.ts';
import { checkChoices, chosen } from '../upstream/subsets.ts';

export const linkTcpRoutes = (gateway: Valid<'Gateway'>, context: LinkContext): readonly LinkedTcpRoute[] =>
  servedBy(gateway, context.index.TcpRoute).map((source) => linkTcpRoute(source, context));

function linkTcpRoute(source: Valid<'TcpRoute'>, context: LinkContext): LinkedTcpRoute {
  const { upstreams, tls, hashOn } = source.value.spec;
  const targets = upstreams.flatMap((target, place) => {
    const found = find(context.index, 'Upstream', source, target.upstream);
    return found ? [{ upstream: found, weight: target.weight, ...chosen(target, `/spec/upstreams/${place}`) }] : [];
  });
  checkChoices(targets, source, context.report);
  if (upstreams.every(({ weight }) => weight === 0))
    context.report('no-weight', at(source.document, '/spec/upstreams'), {});
  if (hashOn) checkHashPolicies(targets, at(source.document, '/spec/hashOn'), context.report);
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
