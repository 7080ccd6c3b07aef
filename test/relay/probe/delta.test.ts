/** Delta, as any client of the protocol may rely on it. */
import { describe, expect, test } from 'vitest';
import { connectDelta } from './client.ts';
import { clusterName } from './fixture.ts';
import { A, ALL, B, CDS, COUNT, EDS, namesOf, NODE, probeDelta, SDS } from './probe.ts';

describe('delta', () => {
  test('empty CDS subscribe is a wildcard; names, versions, nonce set', async () => {
    const { open } = await probeDelta();
    const response = await open(CDS);
    expect(namesOf(response)).toEqual(ALL);
    expect(response.nonce).not.toBe('');
    expect(response.resources.filter(({ version }) => version === '')).toEqual([]);
  });

  test('ACK is followed by silence', async () => {
    const { open, ack, expectSilence } = await probeDelta();
    ack(await open(CDS));
    await expectSilence();
  });

  test('NACK is followed by silence', async () => {
    const { open, nack, expectSilence } = await probeDelta();
    nack(await open(CDS));
    await expectSilence();
  });

  test('wildcard type without resources gets an empty response', async () => {
    const { open } = await probeDelta();
    expect(await open(SDS)).toMatchObject({ typeUrl: SDS, resources: [], removed: [] });
  });

  test('a subscribed name that does not exist is in removed_resources', async () => {
    const { open } = await probeDelta();
    const response = await open(EDS, [A, 'no-such']);
    expect([namesOf(response), response.removed]).toEqual([[A], ['no-such']]);
  });

  test('re-subscribing a name that the client has sends it again', async () => {
    const { open, ack, send, next } = await probeDelta();
    ack(await open(EDS, [A]));
    send({ typeUrl: EDS, subscribe: [A] });
    expect(namesOf(await next())).toEqual([A]);
  });

  test('initial_resource_versions spare what is current', async () => {
    const { open, server } = await probeDelta();
    const first = await open(CDS);
    const initial = Object.fromEntries(first.resources.map(({ name, version }) => [name, version]));
    const second = connectDelta(server.address);
    second.send({ node: NODE, typeUrl: CDS, initial });
    second.send({ typeUrl: SDS });
    expect(await second.next()).toMatchObject({ typeUrl: CDS, resources: [], removed: [] });
    expect((await second.next()).typeUrl).toBe(SDS);
  });

  test('initial_resource_versions of a vanished resource is in removed_resources', async () => {
    const { send, next } = await probeDelta();
    send({ node: NODE, typeUrl: EDS, subscribe: ['gone'], initial: { gone: '1' } });
    expect((await next()).removed).toEqual(['gone']);
  });

  test('unsubscribing a name under a wildcard is answered with the resource', async () => {
    const { open, ack, send, next } = await probeDelta();
    ack(await open(CDS, ['*', A]));
    send({ typeUrl: CDS, unsubscribe: [A] });
    expect(namesOf(await next())).toEqual([A]);
  });

  test('phantom unsubscription is harmless', async () => {
    const { open, ack, send, next } = await probeDelta();
    ack(await open(EDS, [A]));
    send({ typeUrl: EDS, unsubscribe: ['never-had'] });
    send({ typeUrl: EDS, subscribe: [B] });
    expect(namesOf(await next())).toEqual([B]);
  });

  test('subscription in a request with a stale nonce is honoured', async () => {
    const { open, ack, send, next } = await probeDelta();
    ack(await open(EDS, [A]));
    send({ typeUrl: EDS, nonce: 'stale', subscribe: [B] });
    expect(namesOf(await next())).toEqual([B]);
  });

  test('unsubscribed resource is not updated any more, nor put into removed_resources', async () => {
    const { open, ack, send, server, expectSilence } = await probeDelta();
    ack(await open(EDS, [A, clusterName(5)]));
    send({ typeUrl: EDS, unsubscribe: [A] });
    await expectSilence();
    server.changeEndpoints();
    await expectSilence();
  });

  test('a change sends only the changed resources', async () => {
    const { open, ack, next, server, expectSilence } = await probeDelta();
    ack(await open(EDS, ALL));
    await expectSilence();
    server.changeEndpoints();
    expect(namesOf(await next())).toEqual([A, B]);
  });

  test('after a NACK the next change is sent', async () => {
    const { open, nack, next, server, expectSilence } = await probeDelta();
    nack(await open(EDS, ALL));
    await expectSilence();
    server.changeEndpoints();
    expect(namesOf(await next())).toContain(A);
  });

  test('a rejected resource is sent again with the next change of its type', async () => {
    const { open, nack, next, server, expectSilence } = await probeDelta();
    nack(await open(EDS, ALL));
    await expectSilence();
    server.changeEndpoints();
    expect((await next()).resources).toHaveLength(COUNT);
  });
});
