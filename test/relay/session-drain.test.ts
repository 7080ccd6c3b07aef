/** Clusters that are gone and stay a while: how many a session keeps when there is no end of changes. */
import { expect, test } from 'vitest';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { sessionAfter } from './session/transcript.ts';

/** Each bundle has another cluster and another upstream; the time of a cluster is over two bundles later. */
function commands(protocol: 'sotw' | 'delta', bundles: number): string[] {
  const ask = protocol === 'sotw' ? 'request' : 'subscribe';
  const first = [
    'bundle cluster c0=1; endpoint c0=1; route r=0',
    `${ask} cluster`,
    `${ask} endpoint c0`,
    'ack endpoint',
  ];
  const later = Array.from({ length: bundles }, (_, index) => {
    const [name, gone] = [`c${index + 1}`, `c${index - 2}`];
    const names = protocol === 'sotw' ? `c${index} ${name}` : `${name} -${gone}`;
    return [
      `bundle cluster ${name}=1; endpoint ${name}=1; route r=${index + 1}`,
      `ack endpoint ${names}`,
      'ack endpoint',
      'ack cluster',
      'ack route',
      ...(index > 1 ? ['drained', 'ack cluster'] : []),
    ];
  });
  return [`open ${protocol}`, ...first, 'ack cluster', `${ask} route r`, 'ack route', ...later.flat()];
}

test.each(['sotw', 'delta'] as const)('%s: no more than those whose time is not over', (protocol) => {
  const { drains, endpoints, watches, completed } = sessionAfter(commands(protocol, 60));
  expect(completed).toBe(61);
  expect(drains.length).toBeLessThanOrEqual(3);
  expect(endpoints?.size ?? 0).toBeLessThanOrEqual(4);
  const clusters = watches.get(TypeUrl.cluster);
  expect(clusters?.acked?.size ?? 0).toBeLessThanOrEqual(4);
  expect(clusters?.held.stray.names.size ?? 0).toBeLessThanOrEqual(4);
});
