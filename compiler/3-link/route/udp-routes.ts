/** UdpRoutes of a gateway, linked. */
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { LinkedUdpRoute } from '../graph.ts';
import { find, servedBy } from '../references.ts';
import { checkHashPolicies } from './hash-rules.ts';
import type { LinkContext } from './routes.ts';

export const linkUdpRoutes = (gateway: Valid<'Gateway'>, context: LinkContext): readonly LinkedUdpRoute[] =>
  servedBy(gateway, context.index.UdpRoute).flatMap((source) => linkUdpRoute(source, context));

function linkUdpRoute(source: Valid<'UdpRoute'>, { index, report }: LinkContext): readonly LinkedUdpRoute[] {
  const { upstream: reference, hashOn } = source.value.spec;
  const upstream = find(index, 'Upstream', source, reference);
  if (!upstream) return [];
  if (hashOn) checkHashPolicies([{ upstream }], at(source.document, '/spec/hashOn'), report);
  return [{ source, upstream }];
}
