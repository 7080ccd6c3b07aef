/** Offers that come faster than all streams can be told of one. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { TypeUrl } from '../../compiler/xds/index.ts';
import type { AdsEvent } from '../../relay/ads-server.ts';
import { createHub } from '../../relay/hub.ts';
import { smallBundle } from './bucket.ts';
import { encodeDeltaRequest } from './discovery.ts';

const STREAMS = 20;
const GATEWAY = 'default/edge';

test('leave out no stream: each has its turn before any has its next', async () => {
  const events: AdsEvent[] = [];
  const hub = createHub({
    identifier: 'test',
    maxBytesInFlight: 1e9,
    secretsAllowed: 'always',
    events: (event) => events.push(event),
    pushDeadlineMs: 5_000,
    drainMs: 0,
  });
  hub.setBundle(smallBundle(GATEWAY, 0), []);
  for (let index = 0; index < STREAMS; index += 1) {
    const transport = {
      protocol: 'delta',
      peer: 'test',
      certificate: null,
      write: () => undefined,
      end: () => undefined,
    } as const;
    const node = { id: `edge-${index}`, cluster: 'default-edge' };
    hub.accept(transport).received(encodeDeltaRequest({ typeUrl: TypeUrl.cluster, node }));
  }
  events.length = 0;

  // Each slice of time has room for one stream.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 6));
  onTestFinished(() => clock.mockRestore());
  for (let edition = 1; edition <= 3 * STREAMS; edition += 1) {
    hub.setBundle(smallBundle(GATEWAY, edition), []);
    await turn();
  }
  const turns = events.flatMap((event) => (event.kind === 'assigned' ? [event.stream] : []));
  expect(new Set(turns.slice(0, STREAMS)).size).toBe(STREAMS);
  expect(new Set(turns.slice(STREAMS, 2 * STREAMS)).size).toBe(STREAMS);
  expect(events.filter(({ kind }) => kind === 'offer-told').length).toBeGreaterThan(1);
});
