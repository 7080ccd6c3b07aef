/** Answers get lost on their way; what is asked again then happens once. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createRemote, jsonBody, type RemoteRequest } from '../../../cli/remote/client.ts';
import { publish } from '../../../store/publish.ts';
import { byTest } from '../../store/bundles.ts';
import { close, listen } from '../../servers/ports.ts';
import { bundle, looks, stateOf, STEPS } from '../../store/rollout/bucket.ts';
import { SHOP, upstream } from '../../store/workspace/documents.ts';
import { enroutectl, folderWith, type Outcome } from '../enroutectl.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});

/** What comes through, as `POST /v1/publish`. */
let passed: string[];

/** An API of which the first answer to a change is lost, once the change is made. */
async function startLoss(status: number): Promise<string> {
  let isLost = false;
  passed = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url = '/' } = request;
      const body = await text(request);
      const kept = ['content-type', 'idempotency-key', 'if-match'].flatMap((name): [string, string][] =>
        typeof request.headers[name] === 'string' ? [[name, request.headers[name]]] : [],
      );
      const answer = await fetch(`${world.url}${url}`, { method, ...(body !== '' && { body }), headers: kept });
      const isChange = method !== 'GET' && !url.includes('dryRun');
      if (isChange) passed.push(`${method} ${url.split('?')[0]}`);
      if (isChange && !isLost) {
        isLost = true;
        await answer.text();
        response.writeHead(status).end('it took too long');
        return;
      }
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    })();
  });
  const port = await listen(server);
  onTestFinished(async () => {
    server.closeAllConnections();
    await close(server);
  });
  return `http://127.0.0.1:${port}`;
}

const run = (args: readonly string[], url: string): Promise<Outcome> =>
  enroutectl([...args, '--server', url], world.surroundings);

describe('after a lost answer', () => {
  test.each([502, 504])('a promotion takes one step (%d)', async (status) => {
    const steps = [10, 50].map(
      (percentage) => ({ nodes: { percentage }, bakeSeconds: 30, approval: 'manual' }) as const,
    );
    await publish(world.store, bundle(1), byTest('First'));
    await looks(world.store, 6);
    await publish(world.store, bundle(2, { ...STEPS, steps }), byTest('Second'));
    await looks(world.store, 1);
    const { exit } = await run(['rollout', 'promote', 'edge'], await startLoss(status));
    expect(exit).toBe(0);
    expect(passed).toEqual(['POST /v1/rollouts/edge/promote', 'POST /v1/rollouts/edge/promote']);
    expect((await stateOf(world.store)).step).toBe(1);
  });

  test('documents are committed once, published once, and withdrawn once', async () => {
    const folder = await folderWith({ 'shop.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: SHOP }) });
    const applied = await run(['apply', '-f', folder, '--yes'], await startLoss(504));
    expect(applied.out).toContain('committed as revision 1 of the documents\n');
    const published = await run(['publish', '--yes'], await startLoss(504));
    expect(published).toMatchObject({
      exit: 0,
      out: expect.stringContaining('default/edge unchanged: its revision 1'),
    });
    const removed = await run(['delete', 'gateway', 'edge', '--cascade', '--yes'], await startLoss(504));
    expect(removed.out).toContain('committed as revision 2 of the documents\n');
    const withdrawn = await run(['publish', '--withdraw', 'edge', '--yes'], await startLoss(504));
    expect(withdrawn).toMatchObject({ exit: 0, out: expect.stringContaining('default/edge unchanged') });
    expect((await run(['history', 'edge', '-o', 'json'], world.url)).out.match(/"number"/g)).toHaveLength(2);
  });

  test('what nobody has said to be safe is not sent again', async () => {
    const url = await startLoss(504);
    const remote = createRemote({ url, authenticate: async () => ({}) });
    const request: RemoteRequest = {
      method: 'PUT',
      path: '/v1/upstreams/demo',
      body: jsonBody(upstream('demo')),
    };
    await expect(remote.send(request)).rejects.toThrow('answers 504');
    expect(passed).toHaveLength(1);
    await expect(remote.send({ ...request, repeatable: 'by-key' })).resolves.toBeDefined();
  });
});
