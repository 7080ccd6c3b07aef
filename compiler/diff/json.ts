/** Changes of gateways as a program reads them. */
import type { GatewayChanges, ResourceChange } from './compare.ts';
import { fieldChanges } from './fields.ts';
import { readable } from './readable.ts';

export const isEqual = (gateways: readonly GatewayChanges[]): boolean =>
  gateways.every(({ resources }) => resources.length === 0);

/** How often each kind of change occurs. */
export const countChanges = (resources: readonly ResourceChange[]) => {
  const of = (wanted: ResourceChange['change']) => resources.filter(({ change }) => change === wanted).length;
  return { added: of('added'), changed: of('changed'), removed: of('removed') };
};

/** `{ "equal", "gateways": [{ "gateway", "added", "changed", "removed", "unchanged", "resources": [...] }] }` */
export const diffJson = (gateways: readonly GatewayChanges[]) => ({
  equal: isEqual(gateways),
  gateways: gateways.map(({ gateway, resources, unchanged }) => ({
    gateway,
    ...countChanges(resources),
    unchanged,
    resources: resources.map(resourceJson),
  })),
});

function resourceJson({ before, after, ...rest }: ResourceChange) {
  const [old, now] = [before?.(), after?.()];
  return {
    ...rest,
    ...(before && after && { fields: fieldChanges(readable(rest, old), readable(rest, now)) }),
    ...(before && { before: old }),
    ...(after && { after: now }),
  };
}
