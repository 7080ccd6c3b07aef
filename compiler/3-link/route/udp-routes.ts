/** UdpRoutes of a gateway, linked. */
import { keyOf, type Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { LinkedUdpRoute } from '../graph.ts';
import { find } from '../references.ts';
import type { LinkContext } from './routes.ts';

export const linkUdpRoutes = (gateway: Valid<'Gateway'>, context: LinkContext): readonly LinkedUdpRoute[] =>
  [...context.index.UdpRoute.values()]
    .filter(({ value, namespace }) => value.spec.gateways.some((text) => keyOf(text, namespace) === gateway.key))
    .flatMap((source) => linkUdpRoute(source, context));

function linkUdpRoute(source: Valid<'UdpRoute'>, { index, report }: LinkContext): readonly LinkedUdpRoute[] {
  const { upstream: reference, hashOn } = source.value.spec;
  const upstream = find(index, 'Upstream', source, reference);
  if (!upstream) return [];
  if (hashOn && !/ringHash|maglev/.test(upstream.value.spec.loadBalancing.policy))
    report('needs-field', at(source.document, '/spec/hashOn'), {
      what: '"hashOn"',
      needs: `"loadBalancing.policy: ringHash" or "maglev" in the Upstream "${upstream.key}"`,
    });
  return [{ source, upstream }];
}
