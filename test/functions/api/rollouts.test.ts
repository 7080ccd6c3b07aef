/** What is said to a rollout counts once, however often a request is sent; and a key that would not count is refused. */
import { beforeEach, describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../../functions/api/operations/index.ts';
import { publish } from '../../../store/publish.ts';
import { byTest } from '../../store/bundles.ts';
import { bundle, looks, stateOf, STEPS } from '../../store/rollout/bucket.ts';
import { createClient, type Client } from './client.ts';

const MANUAL = {
  ...STEPS,
  steps: [10, 50].map((percentage) => ({ nodes: { percentage }, bakeSeconds: 30, approval: 'manual' }) as const),
};

let client: Client;
beforeEach(async () => {
  client = createClient();
  await publish(client.store, bundle(1), byTest('First'));
  await looks(client.store, 6);
  await publish(client.store, bundle(2, MANUAL), byTest('Second'));
  await looks(client.store, 1);
});

const say = (command: string, key?: string) =>
  client.send('POST', `/v1/rollouts/edge/${command}`, undefined, key === undefined ? {} : { 'idempotency-key': key });

describe('a command with an Idempotency-Key', () => {
  test('takes one step, however often it is sent, and answers what has come of it', async () => {
    expect(await say('promote', 'k-1')).toMatchObject({ status: 200, body: { step: 1 } });
    expect(await say('promote', 'k-1')).toMatchObject({ status: 200, body: { step: 1 } });
    expect((await stateOf(client.store)).step).toBe(1);
    expect(await say('promote', 'k-2')).toMatchObject({ status: 200, body: { step: 2 } });
    expect(await say('promote', 'k-1')).toMatchObject({ status: 200, body: { step: 2 } });
  });

  test('takes one step when it is sent twice at once', async () => {
    const [first, second] = await Promise.all([say('promote', 'k'), say('promote', 'k')]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await stateOf(client.store)).step).toBe(1);
  });

  test.each(['pause', 'abort'])('%s: is no conflict with itself', async (command) => {
    expect((await say(command, 'k')).status).toBe(200);
    expect((await say(command, 'k')).status).toBe(200);
    expect((await say(command)).status).toBe(409);
  });

  test('does not undo what somebody else has said since', async () => {
    await say('pause');
    expect(await say('resume', 'k')).toMatchObject({ status: 200, body: { phase: 'progressing' } });
    await say('pause');
    expect(await say('resume', 'k')).toMatchObject({ status: 200, body: { phase: 'paused' } });
    await publish(client.store, bundle(3), byTest('Third'));
    expect(await say('resume', 'k')).toMatchObject({
      status: 200,
      body: { phase: 'paused', candidate: { number: 2 } },
    });
    const anew = { status: 200, body: { phase: 'progressing', candidate: { number: 3 } } };
    expect(await say('resume', 'k-2')).toMatchObject(anew);
    expect(await say('resume', 'k-2')).toMatchObject(anew);
  });

  test('is another one if it says something else, or somebody else says it', async () => {
    await say('promote', 'k');
    expect(await say('abort', 'k')).toMatchObject({ status: 422 });
    expect(await say('promote?full=true', 'k')).toMatchObject({ status: 422 });
    expect((await stateOf(client.store)).step).toBe(1);
  });

  test('is remembered for a day, also while other revisions are published', async () => {
    await say('promote', 'k');
    await publish(client.store, bundle(3, MANUAL), byTest('Third'));
    await looks(client.store, 1);
    expect(await say('promote', 'k')).toMatchObject({ status: 200, body: { step: 0 } });
  });

  test('counts once by GraphQL, too', async () => {
    const query = 'mutation { promoteRollout(gateway: "default/edge", idempotencyKey: "k") }';
    for (const _ of ['first', 'second'])
      expect((await client.send('POST', '/graphql', { query })).body).toMatchObject({
        data: { promoteRollout: { step: 1 } },
      });
  });
});

test('without one, each counts', async () => {
  await say('promote');
  expect(await say('promote')).toMatchObject({ status: 200, body: { step: 2 } });
});

describe('where an Idempotency-Key has no meaning, it is refused', () => {
  const deaf = OPERATIONS.filter(
    ({ method, parameters = [] }) =>
      method !== 'get' && !parameters.some(({ name, in: place }) => place === 'header' && name === 'Idempotency-Key'),
  );

  test.each(deaf.map(({ id, method, path }) => [id, method, path] as const))('by %s', async (_id, method, path) => {
    const at = path.replace('{name}', 'edge');
    const body = method === 'delete' ? undefined : {};
    expect(await client.send(method.toUpperCase(), at, body, { 'idempotency-key': 'k' })).toMatchObject({
      status: 400,
      body: { detail: expect.stringMatching(/"Idempotency-Key" has no meaning here/) },
    });
  });

  test('which are those that may be sent again all the same', () => {
    expect(deaf.map(({ id }) => id).sort()).toEqual([
      'compileDocuments',
      'deleteEndpoints',
      'graphql',
      'publish',
      'putEndpoints',
      'putSettings',
      'validateDocuments',
      'withdrawGateway',
    ]);
  });
});
