/** What descriptions say that is none of a gateway's business, or more than Envoy can do. */
import { entries, field, keyPlaceOf, type Source } from '../source.ts';
import type { Api } from './api.ts';
import { remarkExtensions } from './extensions.ts';
import type { Operation } from './operations.ts';

export function remarkLeftovers(api: Api, operations: readonly Operation[]): void {
  const { root, reader, remark } = api;
  for (const { source, others, hasBody } of operations) {
    if (hasBody || others.length > 0) remark('approximated', keyPlaceOf(source), NOT_CHECKED);
    const callbacks = reader.field(source, 'callbacks');
    if (callbacks)
      remark('approximated', keyPlaceOf(callbacks), 'callbacks are calls of the upstream, and do not come here');
  }
  const webhooks = field(root, 'webhooks');
  if (webhooks)
    remark('approximated', keyPlaceOf(webhooks), 'webhooks are calls of the upstream, and do not come here');
  if (operations.length === 0) remark('lost', keyPlaceOf(field(root, 'paths') ?? root), 'no operation is described');
  remarkExtensions(api, placesOf(api, operations));
}

const NOT_CHECKED = 'bodies, and parameters outside of the path, are not checked: the upstream has to';

function placesOf({ root, reader }: Api, operations: readonly Operation[]): readonly Source[] {
  const schemes = [
    ...reader.entries(reader.field(field(root, 'components'), 'securitySchemes')),
    ...entries(field(root, 'securityDefinitions')),
  ];
  const paths = new Map(operations.map(({ item }) => [item.pointer, item]));
  return [root, ...paths.values(), ...operations.map(({ source }) => source), ...schemes.map(([, scheme]) => scheme)];
}
