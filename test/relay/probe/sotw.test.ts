/** State of the World, as any client of the protocol may rely on it. */
import { describe, expect, test } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import { A, ALL, B, CDS, COUNT, EDS, LDS, namesOf, NODE, probeSotw, SDS } from './probe.ts';

describe('sotw', () => {
  test('empty CDS names are a wildcard; version, nonce, type_url set', async () => {
    const { open } = await probeSotw();
    const response = await open(CDS);
    expect(namesOf(response)).toEqual(ALL);
    expect(response).toMatchObject({
      typeUrl: CDS,
      nonce: expect.stringMatching(/./),
      version: expect.stringMatching(/./),
    });
  });

  test('control_plane.identifier set', async () => {
    const { open } = await probeSotw();
    expect((await open(CDS)).identifier).toMatch(/^relay-1\/[0-9a-f]{12}$/);
  });

  test('explicit * is a wildcard', async () => {
    const { open } = await probeSotw();
    expect(namesOf(await open(CDS, ['*']))).toEqual(ALL);
  });

  test('ACK is followed by silence', async () => {
    const { open, ack, expectSilence } = await probeSotw();
    ack(await open(CDS));
    await expectSilence();
  });

  test('NACK is followed by silence', async () => {
    const { open, nack, expectSilence } = await probeSotw();
    nack(await open(CDS));
    await expectSilence();
  });

  test('stale nonce gets no response', async () => {
    const { open, ack, send, expectSilence } = await probeSotw();
    ack(await open(CDS));
    send({ typeUrl: CDS, nonce: 'stale', version: 'old' });
    await expectSilence();
  });

  test("reconnect with an old stream's version and nonce is answered", async () => {
    const { send, next } = await probeSotw();
    send({ node: NODE, typeUrl: CDS, version: 'from-another-server', nonce: '77' });
    expect(namesOf(await next())).toEqual(ALL);
  });

  test('EDS subset returns what was named', async () => {
    const { open } = await probeSotw();
    expect(namesOf(await open(EDS, [A, B]))).toEqual([A, B]);
  });

  test('EDS missing name does not hold back the others', async () => {
    const { open } = await probeSotw();
    expect(namesOf(await open(EDS, [...ALL, 'no-such-cluster']))).toEqual(ALL);
  });

  test('a name added at the same version is sent', async () => {
    const { open, ack, next } = await probeSotw();
    const first = await open(EDS, [A]);
    ack(first, [A]);
    ack(first, [A, B]);
    expect(namesOf(await next())).toEqual([B]);
  });

  test('a name dropped and asked for again is sent again', async () => {
    const { open, ack, next } = await probeSotw();
    const first = await open(EDS, [A, B]);
    ack(first, [A, B]);
    ack(first, [A]);
    ack(first, [A, B]);
    expect(namesOf(await next())).toEqual([B]);
  });

  test('empty names after explicit ones are an unsubscription, not a wildcard', async () => {
    const { open, ack, expectSilence, server } = await probeSotw();
    const first = await open(EDS, ALL);
    ack(first, ALL);
    ack(first);
    await expectSilence();
    server.changeEndpoints();
    await expectSilence();
  });

  test('node in the first request only', async () => {
    const { open, ack, send, next } = await probeSotw();
    ack(await open(CDS));
    send({ typeUrl: LDS });
    expect(namesOf(await next())).toEqual(['listener-0']);
  });

  test('missing type_url ends the stream with INVALID_ARGUMENT', async () => {
    const { send, ended } = await probeSotw();
    send({ node: NODE });
    expect(await ended).toEqual({
      code: 'INVALID_ARGUMENT',
      message: 'a request on an aggregated stream needs a type_url',
    });
  });

  test('a type without resources: named request is left open, others work', async () => {
    const { send, next } = await probeSotw();
    send({ node: NODE, typeUrl: SDS, names: ['cert'] });
    send({ typeUrl: LDS });
    expect((await next()).typeUrl).toBe(LDS);
  });

  test('unknown type_url does not end the stream', async () => {
    const { send, next } = await probeSotw();
    send({ node: NODE, typeUrl: 'type.googleapis.com/no.such.Type', names: ['x'] });
    send({ typeUrl: LDS });
    expect((await next()).typeUrl).toBe(LDS);
  });

  test('change of one EDS resource sends no CDS, LDS, RDS', async () => {
    const { open, ack, send, next, server, expectSilence } = await probeSotw();
    ack(await open(CDS));
    send({ typeUrl: EDS, names: ALL });
    ack(await next(), ALL);
    send({ typeUrl: LDS });
    ack(await next());
    send({ typeUrl: TypeUrl.route, names: ['rc-0'] });
    ack(await next(), ['rc-0']);
    server.changeEndpoints();
    const update = await next();
    expect(update.typeUrl).toBe(EDS);
    ack(update, ALL);
    await expectSilence();
  });

  test('EDS update carries only what changed', async () => {
    const { open, ack, next, server } = await probeSotw();
    ack(await open(EDS, ALL), ALL);
    server.changeEndpoints();
    expect(namesOf(await next())).toEqual([A, B]);
  });

  test('after a NACK the next version is sent, whole', async () => {
    const { open, nack, next, server, expectSilence } = await probeSotw();
    const first = await open(EDS, ALL);
    nack(first, ALL);
    await expectSilence();
    server.changeEndpoints();
    const second = await next();
    expect(second.version).not.toBe(first.version);
    expect(second.resources).toHaveLength(COUNT);
  });
});
