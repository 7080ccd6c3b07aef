/** TcpRoutes of a gateway, linked. */
import { keyOf, type Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { linkClientValidation } from '../gateway/client-validation.ts';
import type { LinkedTcpRoute, WeightedTarget } from '../graph.ts';
import { certificates } from '../secrets.ts';
import { find } from '../references.ts';
import type { LinkContext } from './routes.ts';
import { checkChoices, chosen } from '../upstream/subsets.ts';

export const linkTcpRoutes = (gateway: Valid<'Gateway'>, context: LinkContext): readonly LinkedTcpRoute[] =>
  [...context.index.TcpRoute.values()]
    .filter(({ value, namespace }) => value.spec.gateways.some((text) => keyOf(text, namespace) === gateway.key))
    .map((source) => linkTcpRoute(source, context));

function linkTcpRoute(source: Valid<'TcpRoute'>, context: LinkContext): LinkedTcpRoute {
  const { upstreams, tls } = source.value.spec;
  const targets = upstreams.flatMap((target, place) => {
    const found = find(context.index, 'Upstream', source, target.upstream);
    return found ? [{ upstream: found, weight: target.weight, ...chosen(target, `/spec/upstreams/${place}`) }] : [];
  });
  checkChoices(targets, source, context.report);
  if (upstreams.every(({ weight }) => weight === 0))
    context.report('no-weight', at(source.document, '/spec/upstreams'), {});
  checkHash(source, targets, context.report);
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

function checkHash({ document, value }: Valid<'TcpRoute'>, targets: readonly WeightedTarget[], report: Report): void {
  if (!value.spec.hashOn) return;
  const plain = targets.find(
    ({ upstream }) => !/ringHash|maglev/.test(upstream.value.spec.loadBalancing?.policy ?? ''),
  );
  if (!plain) return;
  report('needs-field', at(document, '/spec/hashOn'), {
    what: '"hashOn"',
    needs: `"loadBalancing.policy: ringHash" or "maglev" in the Upstream "${plain.upstream.key}"`,
  });
}
