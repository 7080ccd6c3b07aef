import { describe, expect, test } from 'vitest';
import { startUpstream } from '../../servers/upstream.ts';
import { upstream, virtualHost } from '../documents.ts';
import { startGateway, type GatewayRequest } from '../harness.ts';
import { shared } from '../shared.ts';

const echo = shared(() => startUpstream());

const routes = (...overrides: readonly string[]) =>
  ['routes:', '- forward: { upstream: echo }', ...overrides.map((route) => `- ${route}`)].join('\n');

const gateway = shared(() =>
  startGateway({
    documents: {
      ...upstream('echo', echo().port),
      ...virtualHost(
        'buffer',
        [
          'filters: [{ type: buffer, maximumSize: 1KiB }]',
          routes(
            '{ match: { path: { prefix: /open } }, disableFilters: [buffer], forward: { upstream: echo } }',
            '{ match: { path: { prefix: /large } }, filters: [{ type: buffer, maximumSize: 4KiB }], forward: { upstream: echo } }',
          ),
        ].join('\n'),
      ),
      ...virtualHost(
        'bandwidth',
        [
          'filters: [{ type: bandwidth-limit, perSecond: 512KiB }]',
          routes(
            '{ match: { path: { prefix: /open } }, disableFilters: [bandwidth-limit], forward: { upstream: echo } }',
            '{ match: { path: { prefix: /answer } }, filters: [{ type: bandwidth-limit, perSecond: 512KiB, direction: response }], forward: { upstream: echo } }',
          ),
        ].join('\n'),
      ),
      ...virtualHost('neighbour', routes()),
    },
  }),
);

const post = (host: string, path: string, size: number, headers: GatewayRequest['headers'] = {}) =>
  gateway().request({ host: `${host}.test`, path, method: 'POST', body: 'x'.repeat(size), headers });

/** Without a length, as whoever sends a body that he does not have yet. */
const CHUNKED = { 'transfer-encoding': 'chunked' };

describe('a buffer', () => {
  test.each([
    ['buffer', '/', 1024, 200],
    ['buffer', '/', 1025, 413],
    ['buffer', '/large', 4096, 200],
    ['buffer', '/large', 4097, 413],
    ['buffer', '/open', 5000, 200],
    ['neighbour', '/', 5000, 200],
  ])('of %s%s answers a body of %d bytes with %d', async (host, path, size, status) => {
    expect((await post(host, path, size)).status).toBe(status);
    expect((await post(host, path, size, CHUNKED)).status).toBe(status);
  });

  test('gives the upstream a body whose length is known', async () => {
    const lengthOf = async (path: string) => {
      const request = { host: 'buffer.test', path, method: 'POST', body: 'x'.repeat(100), headers: CHUNKED };
      return (await gateway().echo(request)).headers['content-length'];
    };
    expect(await lengthOf('/')).toBe('100');
    expect(await lengthOf('/open')).toBeUndefined();
  });
});

describe('a bandwidth limit', () => {
  /** How often bodies have been held back, by direction. */
  const enforced = () =>
    Promise.all(
      ['request', 'response'].map((side) => gateway().stat(`bandwidth_limit.http_bandwidth_limit.${side}_enforced`)),
    );

  /** In which directions a request of much more than fits at once was held back. */
  async function heldBack(host: string, path: string): Promise<readonly boolean[]> {
    const before = await enforced();
    expect((await post(host, path, 1024 * 1024)).status).toBe(200);
    return (await enforced()).map((count, side) => count > (before[side] ?? 0));
  }

  test('holds back what is too much at once, in both directions', async () => {
    expect(await heldBack('bandwidth', '/')).toEqual([true, true]);
  });
  test('may concern one direction alone', async () => {
    expect(await heldBack('bandwidth', '/answer')).toEqual([false, true]);
  });
  test('does not apply where it is disabled, nor to other hosts', async () => {
    expect(await heldBack('bandwidth', '/open')).toEqual([false, false]);
    expect(await heldBack('neighbour', '/')).toEqual([false, false]);
  });
});
